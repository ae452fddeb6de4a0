using Extractor.Core.Claims;
using Extractor.Core.Quantities;
using Extractor.Core.Text;

namespace Extractor.Core.Checks;

/// <summary>A claim as the checks see it: what it can stand for, and the words around it. It may outlive the draft, and holds none of it.</summary>
/// <param name="index">The claim's place in the document.</param>
/// <param name="inRealTerms">Whether the sentence speaks of growth at constant prices or against another base.</param>
sealed class Figure(int index, Claim claim, Draft draft, bool inRealTerms)
{
    public int Index { get; } = index;

    public Claim Claim => claim;

    public TextSpan Sentence { get; } = draft.Sentence;

    public UnitKind UnitKind { get; } = draft.Quantity.Unit.Kind;

    public TextSpan Span { get; } = draft.Quantity.Span;

    public int Lead { get; } = draft.Quantity.Lead;

    public string MeasureRule { get; } = draft.Measure.Rule;

    /// <summary>Null for ranges, fractions, zero, and figures of tables, whose headings say too little of what belongs together.</summary>
    public Interval? Interval { get; } = draft.Indicator?.Rule != "table" && draft.Quantity.Value is { } value ? Checks.Interval.Of(value, claim.Qualifier) : null;

    /// <summary>As printed, on one line.</summary>
    public string Printed => string.Concat(claim.Text.Where(c => !char.IsWhiteSpace(c)));

    public bool IsProportion => UnitKind == UnitKind.Proportion;

    public bool IsLevel => claim.Measure == Measure.Level && Interval is not null && claim.Indicator is not null;

    /// <summary>Whether its growth may be one that the amounts of the year do not give.</summary>
    public bool MayBeReal => inRealTerms || RealTerms.MayName(claim.Indicator);

    public bool IsBesides(Figure other) => Sentence == other.Sentence;

    /// <summary>Whether both speak of the same indicator, place, time and status.</summary>
    public bool SharesSubject(Figure other) =>
        claim.Indicator is not null && claim.Indicator == other.Claim.Indicator && claim.Scope == other.Claim.Scope && claim.Period == other.Claim.Period && claim.Status == other.Claim.Status;

    /// <summary>The folded words between an earlier figure and this one, hedges aside.</summary>
    public ReadOnlySpan<char> Since(Figure earlier, string text) => earlier.Span.End <= Lead ? text.AsSpan(earlier.Span.End, Lead - earlier.Span.End) : [];
}

using Extractor.Core.Catalogues;
using Extractor.Core.Claims;

namespace Extractor.Core.Comparisons;

/// <summary>A stored claim held against a pasted one.</summary>
public sealed record Comparison
{
    /// <summary>A name that is only alike tells nothing with a number that many things could have.</summary>
    const int DigitsForAlike = 3;

    public required IndicatorRelation Indicator { get; init; }

    /// <summary>How alike the indicators' names are, 0 to 1.</summary>
    public required decimal Likeness { get; init; }

    /// <summary>How the pasted scope stands to the stored one: <c>Contains</c> where the pasted one is the larger.</summary>
    public required ScopeRelation Scope { get; init; }

    /// <summary>How the pasted period stands to the stored one.</summary>
    public required PeriodRelation Period { get; init; }

    public required BasisRelation Basis { get; init; }

    /// <summary>Whether both are actual, planned or forecast.</summary>
    public required bool SameStatus { get; init; }

    public required Closeness Closeness { get; init; }

    /// <summary>Whether the stored number, printed with fewer digits, is the pasted one rounded to them.</summary>
    public required bool IsCoarser { get; init; }

    /// <summary>In the unit of the pasted claim; null where the numbers are equal.</summary>
    public required Difference? Difference { get; init; }

    /// <summary>What this pair alone says.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Why the two were paired and what came of it, in Chinese.</summary>
    public required string Reason { get; init; }

    /// <summary>The same in English.</summary>
    public required string ReasonEnglish { get; init; }

    /// <summary>Whether both speak of the same thing, place and time, so that the number alone decides.</summary>
    public bool IsComparable => IsFirm(Indicator, Scope, Period, Basis, SameStatus);

    /// <summary>Holds a stored claim against a pasted one.</summary>
    /// <returns>Null where they are of different things: another indicator, measure, base, unit, place or time.</returns>
    public static Comparison? Of(Claim pasted, Claim stored)
    {
        ArgumentNullException.ThrowIfNull(pasted);
        ArgumentNullException.ThrowIfNull(stored);
        if (pasted.Measure != stored.Measure)
            return null;
        var indicator = IndicatorComparison.Of(pasted, stored);
        var scope = ScopeComparison.Of(pasted, stored);
        var basis = BasisComparison.Of(pasted, stored);
        var period = PeriodComparison.Of(pasted.Period, stored.Period, pasted.Measure, Kind(pasted, stored, indicator));
        if (indicator.Relation == IndicatorRelation.Apart || scope == ScopeRelation.Apart || period == PeriodRelation.Apart || basis == BasisRelation.Apart
            || UnitConversion.Factor(stored.Unit, pasted.Unit, pasted.Measure, indicator.Entry) is not { } factor
            || NumberComparison.Of(pasted, stored, factor) is not { } number)
            return null;
        var sameStatus = pasted.Status == stored.Status;
        var pair = new Comparison
        {
            Indicator = indicator.Relation, Likeness = indicator.Likeness, Scope = scope, Period = period, Basis = basis, SameStatus = sameStatus,
            Closeness = number.Closeness, IsCoarser = number.IsCoarser, Difference = number.Difference,
            Verdict = Judge(indicator.Relation, scope, period, basis, sameStatus, number), Reason = "", ReasonEnglish = "",
        };
        return pair with { Reason = ComparisonWords.Chinese(pair, pasted, stored, number.Printed), ReasonEnglish = ComparisonWords.English(pair, pasted, stored) };
    }

    static IndicatorKind? Kind(Claim pasted, Claim stored, IndicatorComparison indicator) =>
        (indicator.Entry ?? Catalogue.Default.ById(pasted.IndicatorId ?? stored.IndicatorId ?? ""))?.Kind;

    static bool IsFirm(IndicatorRelation indicator, ScopeRelation scope, PeriodRelation period, BasisRelation basis, bool sameStatus) =>
        indicator is IndicatorRelation.SameId or IndicatorRelation.SameName && scope == ScopeRelation.Same
        && period is PeriodRelation.Same or PeriodRelation.AtEnd && basis == BasisRelation.Same && sameStatus;

    /// <summary>
    /// A firm pair is judged by its numbers. One in which a single thing is left unsaid, or whose names are only alike, may
    /// confirm and never contradict. A place or time that only contains or overlaps the other says nothing.
    /// </summary>
    static Verdict Judge(IndicatorRelation indicator, ScopeRelation scope, PeriodRelation period, BasisRelation basis, bool sameStatus, NumberComparison number)
    {
        var verdict = number.Closeness switch { Closeness.Equal => Verdict.Agrees, Closeness.Different => Verdict.Differs, _ => Verdict.Rounds };
        if (IsFirm(indicator, scope, period, basis, sameStatus))
            return verdict;
        var unsaid = (scope == ScopeRelation.Unstated ? 1 : 0) + (period == PeriodRelation.Unstated ? 1 : 0) + (basis == BasisRelation.Unstated ? 1 : 0);
        var fits = sameStatus && scope is ScopeRelation.Same or ScopeRelation.Unstated && period is PeriodRelation.Same or PeriodRelation.AtEnd or PeriodRelation.Unstated;
        var isSure = indicator == IndicatorRelation.Alike
            ? unsaid == 0 && number.Printed.Digits >= DigitsForAlike && number.Closeness is Closeness.Equal or Closeness.Rounded
            : unsaid == 1;
        return fits && isSure && verdict != Verdict.Differs ? verdict : Verdict.None;
    }
}

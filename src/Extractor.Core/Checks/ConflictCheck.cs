using Extractor.Core.Claims;

namespace Extractor.Core.Checks;

/// <summary>The same indicator, place, time, unit and measure with values that rounding and hedges do not explain.</summary>
sealed class ConflictCheck
{
    /// <summary>A name that is no entry of the catalogue tells one thing where it is long.</summary>
    const int LongName = 6;

    readonly Dictionary<(string Indicator, string Scope, Period Period, string Unit, Measure Measure, Direction?, string? Basis, Status), Figure> _firsts = [];

    /// <param name="figures">Of the next article; they are compared with those of the articles before, too.</param>
    public void Find(Figure[] figures, List<Check> found)
    {
        foreach (var figure in figures)
        {
            var claim = figure.Claim;
            if (figure.Interval is not { } value || claim is not { Scope: { } scope, Period: { } period, Measure: Measure.Level or Measure.Growth } || !IsSure(claim)
                || claim.Measure == Measure.Growth && (claim.Basis is null || figure.MayBeReal))
                continue;
            var indicator = claim.IndicatorId ?? (claim.Indicator is { Length: >= LongName } name ? name : null);
            if (indicator is null)
                continue;
            var key = (indicator, scope, period, claim.Unit, claim.Measure, claim.Direction, claim.Basis, claim.Status);
            if (_firsts.TryAdd(key, figure))
                continue;
            var first = _firsts[key];
            // A sentence that names one thing twice means two, or corrects itself.
            if (first.IsBesides(figure) || first.Interval!.Value.Overlaps(value))
                continue;
            CheckReader.Compare(found, CheckKind.Conflict, [first, figure], first.Interval.Value, value, claim.Unit, first.Printed);
        }
    }

    /// <summary>Indicator and period stand beside the figure, and the place is said and not only assumed.</summary>
    static bool IsSure(Claim claim) =>
        claim.Rules is [_, _, "indicator:before" or "indicator:behind", "period:sentence", "scope:sentence" or "scope:paragraph"];
}

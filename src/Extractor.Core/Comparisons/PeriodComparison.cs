using Extractor.Core.Catalogues;
using Extractor.Core.Claims;

namespace Extractor.Core.Comparisons;

/// <summary>How two periods lie to each other.</summary>
static class PeriodComparison
{
    /// <param name="kind">What the catalogue says of the indicator. A flow over a year is not one up to its last day; all else may be counted at the end.</param>
    public static PeriodRelation Of(Period? pasted, Period? stored, Measure measure, IndicatorKind? kind)
    {
        if (pasted is not { } one || stored is not { } other)
            return PeriodRelation.Unstated;
        if (one == other)
            return PeriodRelation.Same;
        // Several years have an end as well, but 2016–2020 and the end of 2020 are two questions.
        if (measure == Measure.Level && kind != IndicatorKind.Flow && one.End == other.End && one.IsPoint != other.IsPoint && !one.IsYears && !other.IsYears)
            return PeriodRelation.AtEnd;
        if (one.Start <= other.Start && other.End <= one.End)
            return PeriodRelation.Contains;
        if (other.Start <= one.Start && one.End <= other.End)
            return PeriodRelation.Contained;
        return one.Start <= other.End && other.Start <= one.End ? PeriodRelation.Overlaps : PeriodRelation.Apart;
    }
}

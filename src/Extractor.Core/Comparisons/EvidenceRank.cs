using Extractor.Core.Claims;

namespace Extractor.Core.Comparisons;

/// <summary>Which stored claim is closer to a pasted one, whatever its number says: by indicator, place, time, then the later publication and the surer reading.</summary>
public static class EvidenceRank
{
    /// <returns>Ranked, the closest first; rows equal in all of it stay in the order in which they came.</returns>
    public static IEnumerable<T> Order<T>(IEnumerable<T> evidence, Func<T, Comparison> pair, Func<T, Claim> claim, Func<T, DateOnly?> published) =>
        evidence.OrderByDescending(item => pair(item).IsComparable)
            .ThenBy(item => pair(item).Indicator)
            .ThenByDescending(item => pair(item).Likeness)
            .ThenBy(item => Distance(pair(item).Scope))
            .ThenBy(item => Distance(pair(item).Period))
            .ThenByDescending(item => pair(item).SameStatus)
            .ThenBy(item => pair(item).Basis)
            .ThenByDescending(item => published(item) ?? DateOnly.MinValue)
            .ThenByDescending(item => claim(item).Confidence);

    static int Distance(ScopeRelation scope) => scope switch { ScopeRelation.Same => 0, ScopeRelation.Unstated => 1, _ => 2 };

    static int Distance(PeriodRelation period) => period switch
    {
        PeriodRelation.Same => 0,
        PeriodRelation.AtEnd => 1,
        PeriodRelation.Contains or PeriodRelation.Contained => 2,
        PeriodRelation.Unstated => 3,
        _ => 4,
    };
}

using Extractor.Core.Claims;

namespace Extractor.Core.Comparisons;

/// <summary>Whether two changes are against the same base.</summary>
static class BasisComparison
{
    public static BasisRelation Of(Claim pasted, Claim stored)
    {
        if (pasted.Basis == stored.Basis)
            return BasisRelation.Same;
        if (pasted.Basis is null || stored.Basis is null)
        {
            // «2021年增长12.3%» is against the year before where nothing else is said.
            var (said, period) = (pasted.Basis ?? stored.Basis, pasted.Period ?? stored.Period);
            return said == "yoy" && pasted.Measure == Measure.Growth && period is { IsPoint: false, IsYears: false } ? BasisRelation.Same : BasisRelation.Unstated;
        }
        return BasisRelation.Apart;
    }
}

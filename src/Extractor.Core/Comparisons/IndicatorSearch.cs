using Extractor.Core.Catalogues;
using Extractor.Core.Claims;

namespace Extractor.Core.Comparisons;

/// <summary>How to look for claims of the same or a like indicator.</summary>
/// <param name="Id">In the catalogue, or null.</param>
/// <param name="Names">As the claim prints it, and all names that the catalogue has for it.</param>
/// <param name="Pairs">Neighbouring characters, in lower case: a name as alike as <see cref="Comparison"/> asks for has at least one of them.</param>
/// <param name="Shortest">Characters of the shortest name that can be so alike.</param>
/// <param name="Longest">Characters of the longest, with room for words that add nothing.</param>
public sealed record IndicatorSearch(string? Id, IReadOnlyList<string> Names, IReadOnlyList<string> Pairs, int Shortest, int Longest)
{
    /// <summary>Words left out of a comparison: 累计 before, 总数量 behind.</summary>
    const int LongestFillers = 6;

    /// <returns>Null for a claim without an indicator.</returns>
    public static IndicatorSearch? Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (claim.Indicator is not { } printed)
            return null;
        var entry = claim.IndicatorId is { } id ? Catalogue.Default.ById(id) : Catalogue.Default.Find(printed);
        var name = IndicatorName.Normalise(printed);
        var pairs = Enumerable.Range(0, Math.Max(0, name.Length - 1)).Select(at => name.Substring(at, 2).ToLowerInvariant()).Distinct().ToList();
        // Of n pairs a name alike enough shares s ≥ F(n + m)/2 with m ≥ n·F/(2 − F) of its own, so of any n − s + 1 it has one. The
        // last are left out: 总额 and 面积 end thousands of names.
        var leastOwn = pairs.Count * IndicatorName.Floor / (2 - IndicatorName.Floor);
        var shared = (int)decimal.Ceiling(IndicatorName.Floor * (pairs.Count + leastOwn) / 2);
        return new(
            claim.IndicatorId, [.. (entry?.Aliases ?? []).Prepend(entry?.Name ?? printed).Prepend(printed).Distinct()],
            pairs[..Math.Max(Math.Min(1, pairs.Count), pairs.Count - Math.Max(0, shared - 1))],
            1 + (int)leastOwn, 1 + LongestFillers + (int)decimal.Ceiling(pairs.Count * (2 - IndicatorName.Floor) / IndicatorName.Floor));
    }
}

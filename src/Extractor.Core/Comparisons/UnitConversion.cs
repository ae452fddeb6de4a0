using Extractor.Core.Catalogues;
using Extractor.Core.Claims;
using Extractor.Core.Numbers;
using Extractor.Core.Text;

namespace Extractor.Core.Comparisons;

/// <summary>What one unit is in another, exactly. The factors live in <c>conversions.tsv</c>, nowhere else.</summary>
static class UnitConversion
{
    static readonly Dictionary<string, (string Dimension, Ratio Factor)> Units = Read(LexiconFile.Embedded("Comparisons.conversions.tsv"));

    /// <summary>How many of <paramref name="to"/> one of <paramref name="from"/> is; null where they cannot be compared.</summary>
    /// <param name="entry">What both claims count, if the catalogue knows it: counters in which it comes count the same (100家, 100户).</param>
    public static Ratio? Factor(string from, string to, Measure measure, CatalogueEntry? entry = null)
    {
        if (from == to)
            return Ratio.Whole(1);
        if (Simple(from, to, measure) is { } simple)
            return simple;
        if (entry is not null && measure is Measure.Level or Measure.Change && IsCounter(from) && IsCounter(to) && entry!.Units.Contains(from) && entry.Units.Contains(to))
            return Ratio.Whole(1);
        // CNY/t and CNY/kg, km/h and m/s: above and below the line apart.
        return from.Split('/') is [var a, var b] && to.Split('/') is [var c, var d] && Part(a, c) is { } above && Part(b, d) is { } below
            ? above.Over(below)
            : null;

        Ratio? Part(string one, string other) => one == other ? Ratio.Whole(1) : Simple(one, other, measure);
    }

    static Ratio? Simple(string from, string to, Measure measure)
    {
        if (!Units.TryGetValue(from, out var one) || !Units.TryGetValue(to, out var other) || one.Dimension != other.Dimension)
            return null;
        // A bare number or 倍 is a proportion only of what compares: the level of an index has no per cent.
        if (one.Dimension == "proportion" && measure is not (Measure.Growth or Measure.Share) && (IsRatio(from) || IsRatio(to)))
            return null;
        return one.Factor.Over(other.Factor);
    }

    static bool IsRatio(string code) => code is "1" or "{倍}";

    static bool IsCounter(string code) => code is ['{', .., '}'] && !Units.ContainsKey(code);

    internal static Dictionary<string, (string, Ratio)> Read(LexiconFile file)
    {
        var units = new Dictionary<string, (string, Ratio)>();
        foreach (var row in file.Rows(columns: 3))
        {
            if (!Ratio.TryParse(row[1], out var factor) || factor.Sign <= 0)
                throw file.Error(row, $"“{row[1]}” is no factor.");
            foreach (var code in row.Surfaces(2))
                if (!units.TryAdd(code, (row[0], factor)))
                    throw file.Error(row, $"{code} stands twice.");
        }
        return units;
    }
}

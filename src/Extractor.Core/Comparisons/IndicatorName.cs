using Extractor.Core.Text;

namespace Extractor.Core.Comparisons;

/// <summary>The words of an indicator made fit to compare, and how alike two are.</summary>
static class IndicatorName
{
    /// <summary>Shorter names share bigrams by chance; names less alike than this are of different things.</summary>
    public const decimal Floor = 0.6m;

    const int LongestName = 200, ShortestRest = 2;

    static readonly WordList Ends = WordList.Embedded("Comparisons.fillers.tsv", "end", "start"), Starts = WordList.Embedded("Comparisons.fillers.tsv", "start", "end");

    /// <summary>Simplified, half width, in capitals, without 的, quotes, brackets, spaces and words that add nothing.</summary>
    public static string Normalise(string name)
    {
        var folded = new char[Math.Min(name.Length, LongestName)];
        var length = 0;
        foreach (var c in name.AsSpan(0, folded.Length))
        {
            var glyph = Glyph.Fold(c);
            if (glyph is not ('的' or '（' or '）' or '“' or '”' or '、') && (char.IsLetterOrDigit(glyph) || glyph is '%' or '.' or '-'))
                folded[length++] = char.ToUpperInvariant(glyph);
        }
        var rest = folded.AsSpan(0, length);
        if (Starts.MatchStart(rest) is > 0 and var start && rest.Length - start >= ShortestRest)
            rest = rest[start..];
        if (Ends.MatchEnd(rest) is > 0 and var end && rest.Length - end >= ShortestRest)
            rest = rest[..^end];
        return rest.ToString();
    }

    /// <summary>Dice's coefficient over the bigrams of two normalised names: 1 for the same, 0 for nothing shared; two decimals, cut.</summary>
    public static decimal Likeness(string one, string other)
    {
        if (one == other)
            return 1;
        if (one.Length < 2 || other.Length < 2)
            return 0;
        var bigrams = new Dictionary<(char, char), int>();
        for (var i = 1; i < one.Length; i++)
            bigrams[(one[i - 1], one[i])] = bigrams.GetValueOrDefault((one[i - 1], one[i])) + 1;
        var shared = 0;
        for (var i = 1; i < other.Length; i++)
            if (bigrams.GetValueOrDefault((other[i - 1], other[i])) is > 0 and var left)
            {
                bigrams[(other[i - 1], other[i])] = left - 1;
                shared++;
            }
        return decimal.Floor(200m * shared / (one.Length + other.Length - 2)) / 100;
    }
}

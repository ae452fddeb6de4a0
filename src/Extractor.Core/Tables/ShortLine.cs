namespace Extractor.Core.Tables;

/// <summary>Tells a line that may hold cells of a table from one of prose, by its length and its commas.</summary>
static class ShortLine
{
    const int LongestWord = 30, LongestLine = 80;

    public static bool Is(ReadOnlySpan<char> text) =>
        text.Length <= LongestWord && text.IndexOfAny('。', '，', '；') < 0 || text.Contains('|') || text.Contains('\t')
        || text.Length <= LongestLine && text.IndexOfAny('。', '；') < 0 && !CommaOutside(text);

    // «(1，1.1] (1.1，1.3]» are headings.
    static bool CommaOutside(ReadOnlySpan<char> text)
    {
        var (depth, brackets) = (0, 0);
        foreach (var c in text)
        {
            if (c is '（' or '[') (depth, brackets) = (depth + 1, brackets + 1);
            else if (c is '）' or ']') depth--;
            else if (c is '，' && depth <= 0) return true;
        }
        return brackets == 0;
    }
}

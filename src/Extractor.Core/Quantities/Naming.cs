using Extractor.Core.Text;

namespace Extractor.Core.Quantities;

/// <summary>Tells numbers that only name something (第四次, 12309, 国道318线, 2”类) from numbers that count.</summary>
static class Naming
{
    static readonly LexiconFile Words = LexiconFile.Embedded("Quantities.namings.tsv");

    static readonly WordTable<string> Before = Read(Words, "before"), After = Read(Words, "after");

    public static string? Reason(ReadOnlySpan<char> text, int start, int end)
    {
        var before = text[..start];
        var after = text[end..];
        if (before.Length > 0 && (char.IsAsciiLetter(before[^1]) || before[^1] is '.' or '/' or '_' or '@'))
            return "code";
        if (Before.MatchEnd(before, out var reason) > 0)
            return reason;
        if (after.Length > 0 && char.IsAsciiLetter(after[0]) && !IsUnitLetter(after))
            return "code";
        if (After.MatchStart(after, out reason) > 0)
            return reason;
        if (after.Length > 1 && after[0] is '：' or '∶' or ':' && char.IsAsciiDigit(after[1]) || before.Length > 1 && before[^1] is '：' or '∶' or ':' && char.IsAsciiDigit(before[^2]))
            return "ratio";
        if (after.Length > 1 && after[0] == '-' && char.IsAsciiLetterOrDigit(after[1]) && before.Length > 0 && before[^1] == '-')
            return "code";
        return null;
    }

    static bool IsUnitLetter(ReadOnlySpan<char> after) => UnitLexicon.Default.Match(after, out _) > 1;

    /// <summary>«前三名», «居第3位», «排名前10位»: a rank.</summary>
    public static bool IsRank(ReadOnlySpan<char> before, ReadOnlySpan<char> unit) =>
        unit is "位" or "名" or "强" && (before.EndsWith("前") || before.EndsWith("居") || before.EndsWith("列") || before.EndsWith("第"));

    /// <summary>每10股派发12元, 1美元兑6.9元人民币: what the figure behind is counted per.</summary>
    public static bool IsPer(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        before.EndsWith("每") || after.StartsWith("兑") || after.StartsWith("折合") && !before.EndsWith("约");

    /// <summary>这3家, 上述3家, 该4名 point back.</summary>
    public static bool PointsBack(ReadOnlySpan<char> before) =>
        before.EndsWith("这") || before.EndsWith("那") || before.EndsWith("上述") || before.EndsWith("该");

    /// <exception cref="LexiconException">A row with another reason or side, or a word twice.</exception>
    internal static WordTable<string> Read(LexiconFile file, string side)
    {
        var words = new Dictionary<string, string>();
        foreach (var row in file.Rows(columns: 3))
        {
            if (row[0] is not ("ordinal" or "name") || row[1] is not ("before" or "after"))
                throw file.Error(row, $"“{row[0]} {row[1]}” is no reason with a side.");
            foreach (var word in row.Surfaces(2))
                if (row[1] == side && !words.TryAdd(word, row[0]))
                    throw file.Error(row, $"“{word}” stands twice.");
        }
        return new(words);
    }
}

using Extractor.Core.Text;

namespace Extractor.Core.Tables;

/// <summary>A piece of a heading as printed, and on which line it stands.</summary>
readonly record struct HeadingPiece(TextSpan Span, int Line);

/// <summary>Makes headings of the pieces over a table: what was cut at the end of a line is one again, storeys are told apart.</summary>
static class HeadingStack
{
    const int LongestHeading = 40;

    /// <summary>Joins pieces of one heading: while a bracket is open, at a dash, and where a line ends inside a term.</summary>
    public static List<HeadingPiece> Join(string text, IReadOnlyList<HeadingPiece> pieces)
    {
        var joined = new List<HeadingPiece>();
        foreach (var piece in pieces)
            if (joined.Count > 0 && joined[^1] is var last && piece.Span.End - last.Span.Start <= LongestHeading && GoesOn(last.Span.In(text), piece.Span.In(text), piece.Line != last.Line))
                joined[^1] = new(new(last.Span.Start, piece.Span.End), piece.Line);
            else
                joined.Add(piece);
        return joined;
    }

    static bool GoesOn(ReadOnlySpan<char> before, ReadOnlySpan<char> after, bool isNextLine)
    {
        if (IsOpen(before) || before[^1] is '—' or '-' or '~' or '、' || after[0] is '—' or '~' or '）' or ']' or '、' || isNextLine && after[0] is '（' && after[^1] is '）' or ']' && !before.EndsWith("）"))
            return true;
        if (!isNextLine)
            return false;
        // 3个月｜以内, 1年以｜上, 12个｜月, 比上年｜增长
        if (before.Length >= 5 && before[^1] == '年' && TableWords.IsYear(before[^5..^1]) && char.IsAsciiDigit(after[0]) && after.Length <= 8 && after.IndexOf('年') < 0)
            return true;
        return before[^1] is '以' or '个' || before[^1] == '比' && !(before.EndsWith("同比") || before.EndsWith("环比") || before.EndsWith("占比")) || before[^1] is '较' or '同' or '±' || after.Length == 1 && Glyph.IsHan(after[0])
            || after.StartsWith("以内") || after.StartsWith("以上") || after.StartsWith("以下") || after.StartsWith("个月")
            || (before.EndsWith("比上年") || before.EndsWith("比上月") || before.EndsWith("比年初") || before.EndsWith("同期") || before.EndsWith("较上年")) && after[0] is '增' or '同' or '±' or '末';
    }

    static bool IsOpen(ReadOnlySpan<char> words)
    {
        var depth = 0;
        foreach (var c in words)
            depth += c is '（' or '[' or '【' ? 1 : c is '）' or ']' or '】' ? -1 : 0;
        return depth > 0;
    }

    /// <returns>One heading for each column, or none where the pieces do not fit the columns.</returns>
    public static IReadOnlyList<ColumnHeading> Stack(string text, IReadOnlyList<HeadingPiece> pieces, int columns)
    {
        var groups = pieces.Count - columns;
        if (groups == 0)
            return [.. pieces.Select(piece => new ColumnHeading(piece.Span))];
        if (groups < 0 || groups > columns)
            return [];
        // 大额存款 | 贷款, then the headings of each: a new group begins where they begin to repeat.
        var leaves = pieces.Skip(groups).ToList();
        if (groups > 1 && (Repeats(text, leaves) is { } starts && starts.Count == groups ? starts : Even(leaves.Count, groups)) is { } even)
            return [.. leaves.Select((leaf, i) => new ColumnHeading(leaf.Span, pieces[even.FindLastIndex(start => start <= i)].Span))];
        if (groups > 1)
            return [];
        // 下浮 | 基准 | 上浮, and under the last of them a line of its own parts; else one heading over all.
        var second = -1;
        for (var i = 1; i + 1 < pieces.Count && second < 0; i++)
            if (pieces[i].Line != pieces[i - 1].Line && pieces[i].Line == pieces[i + 1].Line && pieces[i].Line == pieces[^1].Line)
                second = i;
        var group = second < 0 ? 0 : second - 1;
        return [.. pieces.Where((_, i) => i != group).Select((piece, i) => new ColumnHeading(piece.Span, i >= group ? pieces[group].Span : null))];
    }

    static List<int>? Repeats(string text, List<HeadingPiece> leaves)
    {
        var starts = new List<int> { 0 };
        var seen = new HashSet<string>();
        for (var i = 0; i < leaves.Count; i++)
        {
            var words = TableWords.Closed(leaves[i].Span.In(text));
            if (!seen.Add(words))
            {
                starts.Add(i);
                seen = [words];
            }
        }
        return starts;
    }

    static List<int>? Even(int leaves, int groups) => leaves % groups != 0 ? null : [.. Enumerable.Range(0, groups).Select(i => i * (leaves / groups))];
}

using Extractor.Core.Layouts;
using Extractor.Core.Text;

namespace Extractor.Core.Tables;

/// <summary>A row as printed: its label and its cells, as spans of the view.</summary>
sealed record TableRow(TextSpan Label, IReadOnlyList<TextSpan> Cells);

/// <summary>The parts of a table before they are understood: caption, unit line, column headings, rows.</summary>
sealed record TableGrid(TextSpan? Caption, TextSpan? UnitLine, IReadOnlyList<TextSpan> Headings, IReadOnlyList<TableRow> Rows, int LastBlock)
{
    const int FewestNumbers = 3, LongestLabel = 30, LongestTable = 2000, FarthestNumber = 60;

    /// <summary>Reads the table that begins at a block, whether its cells stand beside (pipes, tabs, spaces) or below each other.</summary>
    public static TableGrid? Read(PageView page, IReadOnlyList<Block> blocks, int at)
    {
        if (blocks[at].Kind == BlockKind.Body || TableCells.IsNumber(blocks[at].Span.In(page.Text)) || !MayBegin(page, blocks, at))
            return null;
        var last = at;
        var numbered = false;
        // A long run of short lines without a number is no table: give up early, so that such a page stays linear.
        while (last + 1 < blocks.Count && last - at < LongestTable && (numbered || last - at < FarthestNumber) && IsShort(page, blocks[last + 1]))
            numbered |= blocks[++last].Kind == BlockKind.Cells;
        var words = new List<(TextSpan Span, bool Number, int Block)>();
        for (var i = at; i <= last; i++)
            foreach (var cell in Split(page.Text, blocks[i].Span))
                words.Add((cell, TableCells.IsNumber(cell.In(page.Text)), i));
        var lastNumber = words.FindLastIndex(word => word.Number);
        var firstNumber = words.FindIndex(word => word.Number);
        if (lastNumber < 0 || firstNumber > FarthestNumber || words.Count(word => word.Number) < FewestNumbers || firstNumber == 0)
            return null;
        words.RemoveRange(lastNumber + 1, words.Count - lastNumber - 1);
        var columns = Columns(words, firstNumber);
        var (caption, unitLine, body) = Head(page.Text, words, firstNumber);
        var rows = new List<TableRow>();
        var label = default(TextSpan);
        var cells = new List<TextSpan>();
        var first = firstNumber - 1;
        while (first > body && (IsMark(page.Text, words[first].Span) || words[first - 1].Block == words[firstNumber].Block)) first--;
        for (var i = first; i < words.Count; i++)
        {
            if (words[i].Number && cells.Count < columns)
                cells.Add(words[i].Span);
            else if (!words[i].Number && words[i].Span.Length <= LongestLabel)
            {
                if (cells.Count > 0)
                    rows.Add(new(label, [.. cells]));
                // A label cut over two lines, or followed by a mark of a note: its first part names it.
                label = cells.Count > 0 || label.Length == 0 || i > 0 && words[i - 1].Number ? words[i].Span : IsMark(page.Text, words[i].Span) ? label : new(label.Start, words[i].Span.End);
                cells.Clear();
            }
        }
        if (cells.Count > 0)
            rows.Add(new(label, [.. cells]));
        var headings = words.Skip(body).Take(Math.Max(0, first - body)).Select(word => word.Span).ToList();
        return rows.Count == 0 ? null : new(caption, unitLine, headings, rows, words[^1].Block);
    }

    static bool IsMark(string text, TextSpan span) => span.Length == 1 && text[span.Start] is >= '①' and <= '⑳' or '*';

    static bool MayBegin(PageView page, IReadOnlyList<Block> blocks, int at)
    {
        var text = blocks[at].Span.In(page.Text);
        if (text.StartsWith("单位") || text.StartsWith("表") || blocks[at].Kind == BlockKind.Cells)
            return true;
        for (var i = at + 1; i <= Math.Min(at + 2, blocks.Count - 1); i++)
            if (blocks[i].Kind != BlockKind.Body && (blocks[i].Span.In(page.Text).StartsWith("单位") || blocks[i].Span.In(page.Text).Contains('|')))
                return true;
        // A heading over «指标», then one cell a line.
        return at + 2 < blocks.Count && blocks[at + 1].Span.In(page.Text) is var next && (next.StartsWith("指") && next.EndsWith("标") || next.StartsWith("项目") || next.StartsWith("月份") || next.StartsWith("年份"));
    }

    static bool IsShort(PageView page, Block block)
    {
        if (block.Marked)
            return false;
        if (block.Kind == BlockKind.Cells)
            return true;
        var text = block.Span.In(page.Text);
        return text.Length <= LongestLabel && text.IndexOfAny('。', '，', '；') < 0 || text.Contains('|') || text.Contains('\t');
    }

    static IEnumerable<TextSpan> Split(string text, TextSpan line)
    {
        var words = line.In(text);
        var bySpace = !words.ContainsAny('|', '\t') && !words.StartsWith("表") && (TableCells.IsRow(words) || !words.ContainsAnyInRange('0', '9'));
        var start = line.Start;
        for (var at = line.Start; at <= line.End; at++)
        {
            if (at < line.End && !(text[at] is '|' or '\t' || bySpace && text[at] == ' '))
                continue;
            var (from, to) = (start, at);
            while (from < to && text[from] == ' ') from++;
            while (to > from && text[to - 1] == ' ') to--;
            if (to > from && !IsRule(text.AsSpan(from, to - from)))
                yield return new(from, to);
            start = at + 1;
        }
    }

    // |---|:--:|
    static bool IsRule(ReadOnlySpan<char> cell) => cell.IndexOfAnyExcept('-', '：', '—') < 0;

    /// <summary>How many numbers follow a label most often.</summary>
    static int Columns(List<(TextSpan Span, bool Number, int Block)> words, int first)
    {
        var counts = new Dictionary<int, int>();
        for (var i = first; i < words.Count;)
        {
            var run = 0;
            while (i < words.Count && words[i].Number) { run++; i++; }
            if (run > 0)
                counts[run] = counts.GetValueOrDefault(run) + 1;
            while (i < words.Count && !words[i].Number) i++;
        }
        return counts.OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key).First().Key;
    }

    static (TextSpan? Caption, TextSpan? UnitLine, int Body) Head(string text, List<(TextSpan Span, bool Number, int Block)> words, int firstNumber)
    {
        TextSpan? caption = null, unit = null;
        var body = 0;
        for (var i = 0; i < firstNumber - 1; i++)
        {
            var word = words[i].Span.In(text);
            if (word.StartsWith("单位") || word.StartsWith("（单位"))
            {
                unit = words[i].Span;
                if (i > 0)
                    caption = new(words[0].Span.Start, words[i - 1].Span.End);
                body = i + 1;
            }
        }
        if (unit is null && firstNumber > 2 && words[0].Block != words[1].Block)
        {
            caption = words[0].Span;
            body = 1;
        }
        return (caption, unit, body);
    }
}

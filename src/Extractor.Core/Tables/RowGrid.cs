using System.Buffers;
using Extractor.Core.Layouts;
using Extractor.Core.Text;

namespace Extractor.Core.Tables;

/// <summary>
/// Reads a table whose rows are lines with cells beside each other, divided by pipes, tabs or wide gaps, so that a cell
/// is matched to its heading by its column.
/// </summary>
static class RowGrid
{
    const int MostCaptions = 3, LongestCaption = 60, FewestNumbers = 2;

    /// <returns>The table that begins at a block with its caption or its first row; null if none does.</returns>
    public static TableGrid? Read(PageView page, IReadOnlyList<Block> blocks, int at)
    {
        var text = page.Text;
        var first = at;
        while (first < blocks.Count && first - at <= MostCaptions && Cells(text, blocks[first].Span).Count < 2)
        {
            var line = blocks[first].Span.In(text);
            if (blocks[first].Kind == BlockKind.Body || line.Length > LongestCaption || line.Contains('。') || TableCells.IsNumber(line))
                return null;
            first++;
        }
        if (first >= blocks.Count || first - at > MostCaptions)
            return null;
        var lines = new List<List<TextSpan>>();
        var last = first;
        for (var i = first; i < blocks.Count && (i == first || !blocks[i].Marked); i++)
        {
            var cells = Cells(text, blocks[i].Span);
            if (cells.Count < 2 && !(lines.Count > 0 && IsRule(blocks[i].Span.In(text))))
                break;
            last = i;
            if (cells.Count >= 2)
                lines.Add(cells);
        }
        var heads = 0;
        while (heads < lines.Count && !HasFigure(text, lines[heads])) heads++;
        if (heads == 0 || heads == lines.Count || lines.Skip(heads).Sum(line => line.Count(cell => TableCells.IsNumber(cell.In(text)))) < FewestNumbers)
            return null;
        var columns = lines.Skip(heads).Max(line => line.Count);
        var labels = lines.Skip(heads).Min(line => Labels(text, line));
        if (labels == 0 || columns == labels)
            return null;
        var headings = Headings(lines[heads - 1], columns, labels);
        var rows = lines.Skip(heads).Select(line => new TableRow(new(line[0].Start, line[Math.Min(labels, Labels(text, line)) - 1].End), [.. line.Skip(labels)])).ToList();
        TextSpan? caption = null, unit = null;
        for (var i = at; i < first; i++)
            if (blocks[i].Span.In(text) is var line && (line.StartsWith("单位") || line.StartsWith("（单位") || line.StartsWith("计量单位")))
                unit = blocks[i].Span;
            else
                caption = blocks[i].Span;
        return headings.Count == 0 ? null : new(caption, unit, headings, rows, last);
    }

    /// <summary>The headings over the figures: as many as the widest row has cells behind its label.</summary>
    static List<TextSpan> Headings(List<TextSpan> line, int columns, int labels) =>
        line.Count == columns ? [.. line.Skip(labels)] : line.Count == columns - labels ? line : line.Count == columns - 1 ? [.. line.Skip(Math.Max(0, labels - 1))] : [];

    /// <summary>How many cells at the head of a row are words: its label, and the unit column behind it.</summary>
    static int Labels(string text, List<TextSpan> line)
    {
        var count = 0;
        while (count < line.Count && line[count].Length > 0 && !TableCells.IsNumber(line[count].In(text)) && !IsBlank(line[count].In(text))) count++;
        return count;
    }

    static bool IsBlank(ReadOnlySpan<char> cell) => cell is "-" or "—" or "--" or "——" or "/" or "…" or "持平";

    // 年份 | 2020 | 2021 is a line of headings.
    static bool HasFigure(string text, List<TextSpan> line)
    {
        for (var i = 1; i < line.Count; i++)
            if (TableCells.IsNumber(line[i].In(text)) && !IsYear(line[i].In(text)))
                return true;
        return false;
    }

    static bool IsYear(ReadOnlySpan<char> cell) => cell.Length == 4 && (cell.StartsWith("19") || cell.StartsWith("20")) && !cell.ContainsAnyExceptInRange('0', '9');

    static bool IsRule(ReadOnlySpan<char> line) => line.IndexOfAnyExcept(RuleMarks) < 0;

    static readonly SearchValues<char> RuleMarks = SearchValues.Create("-：:|—=+ ");

    /// <summary>The cells of a line, empty ones between dividers kept; a line without dividers is one cell.</summary>
    static List<TextSpan> Cells(string text, TextSpan line)
    {
        var words = line.In(text);
        if (IsRule(words))
            return [];
        var divider = words.Contains('|') ? "|" : words.Contains('\t') ? "\t" : words.Contains("  ", StringComparison.Ordinal) ? "  " : TableCells.IsRow(words) && !TableCells.IsNumber(words) || !words.ContainsAny('，', '。', '；') && words.Count(' ') >= 2 && words.Length <= LongestCaption ? " " : null;
        if (divider is null)
            return [line];
        var cells = new List<TextSpan>();
        var (start, end) = (line.Start, line.End);
        if (divider == "|")
        {
            if (text[start] == '|') start++;
            if (text[end - 1] == '|' && end > start) end--;
        }
        for (var at = start; at <= end;)
        {
            var next = text.AsSpan(at, end - at).IndexOf(divider, StringComparison.Ordinal) is >= 0 and var found ? at + found : end;
            var (from, to) = (at, next);
            while (from < to && text[from] is ' ' or '\t') from++;
            while (to > from && text[to - 1] is ' ' or '\t') to--;
            if (to > from || divider is "|" or "\t")
                cells.Add(new(from, to));
            at = next + divider.Length;
            if (divider is "  " or " ")
                while (at < end && text[at] == ' ') at++;
        }
        return cells;
    }
}

namespace Extractor.Core.Layouts;

/// <summary>Tells lines of a table from lines of prose.</summary>
static class TableCells
{
    /// <summary>A number as it stands in a cell: 1421057, -5.4%, 3,157.4, 100.0.</summary>
    public static bool IsNumber(ReadOnlySpan<char> cell)
    {
        cell = cell.Trim(' ');
        if (cell.StartsWith("-") || cell.StartsWith("+"))
            cell = cell[1..];
        if (cell.EndsWith("%"))
            cell = cell[..^1];
        if (cell.IsEmpty || !char.IsAsciiDigit(cell[0]) || !char.IsAsciiDigit(cell[^1]))
            return false;
        var points = 0;
        foreach (var c in cell)
        {
            if (c == '.') points++;
            else if (c != ',' && !char.IsAsciiDigit(c)) return false;
        }
        return points <= 1;
    }

    /// <summary>A line that is one cell: a bare number.</summary>
    public static bool IsCell(ReadOnlySpan<char> line) => IsNumber(line) || IsRow(line);

    /// <summary>A line of several cells: split by pipes or tabs with a number among them, or at least two bare numbers split by spaces.</summary>
    public static bool IsRow(ReadOnlySpan<char> line)
    {
        if (IsNumber(line))
            return true;
        if (!line.ContainsAny('|', '\t', ' '))
            return false;
        var piped = line.Contains('|') || line.Contains('\t');
        var (numbers, words) = (0, 0);
        foreach (var range in line.SplitAny('|', '\t', ' '))
        {
            var word = line[range];
            if (word.IsEmpty) continue;
            if (IsNumber(word)) numbers++;
            else words++;
        }
        return piped ? numbers + words > 0 : numbers >= 2 && words <= 3 && line.IndexOfAny('，', '。', '；') < 0;
    }
}

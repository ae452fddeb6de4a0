using Extractor.Core.Text;

namespace Extractor.Core.Tables;

/// <summary>Tells what each column of a table of lines holds, and gives each row its cells in that order.</summary>
sealed class ColumnReader(string text, TableUnits units, IReadOnlyList<TableLine> heads, IReadOnlyList<TableLine> body)
{
    readonly TableLine _widest = body.MaxBy(line => line.Cells.Count)!;

    public TableGrid? Read(TextSpan? caption, TextSpan? unit, int lastBlock)
    {
        var columns = Math.Max(_widest.Cells.Count, heads.Where(head => head.IsDivided).Select(head => head.Cells.Count).DefaultIfEmpty().Max());
        var labels = Labels(columns, out var rowHead, out var unitColumn, out var labelColumn);
        if (labels == 0)
            return null;
        var headings = Headings(columns, labels);
        var rows = new List<TableRow>();
        TextSpan? above = null;
        foreach (var line in body)
        {
            var cells = Aligned(line, columns, labels);
            var label = labelColumn < cells.Length && cells[labelColumn] is { Length: > 0 } own ? own : line.Cells.Count == 1 ? line.Cells[0] : above;
            if (label is not { } name)
                continue;
            above = name;
            rows.Add(new(name, [.. cells.Skip(labels)], unitColumn is { } u && u < cells.Length ? cells[u] : null, line.Lefts[Math.Min(labelColumn, line.Lefts.Count - 1)]));
        }
        return rows.Count == 0 ? null : new(caption, unit, rowHead, headings, rows, lastBlock);
    }

    /// <summary>How many columns stand before the figures: a serial number, the label, a code, the unit. 0 where no line has figures.</summary>
    int Labels(int columns, out TextSpan? rowHead, out int? unitColumn, out int labelColumn)
    {
        (rowHead, unitColumn, labelColumn) = (null, null, -1);
        var full = body.Where(line => line.Cells.Count == _widest.Cells.Count).ToList();
        var count = 0;
        for (; count < _widest.Cells.Count; count++)
        {
            var head = Head(count, columns) is { } heading ? TableWords.Closed(heading.In(text)) : "";
            if (TableWords.IsUnitHead(head))
            {
                if (labelColumn < 0)
                    labelColumn = count;
                else
                    unitColumn = count;
                continue;
            }
            if (TableWords.IsSerial(head) || labelColumn < 0 && TableWords.IsRank(head))
                continue;
            if (labelColumn >= 0 && (TableWords.IsRowHead(head) ? full.Any(line => IsFigure(line, count)) : full.Any(line => IsFigure(line, count)) || full.All(line => TableWords.IsBlank(line.Cells[count].In(text)))))
                break;
            if (labelColumn < 0 && full.Count(line => IsFigure(line, count)) * 2 > full.Count && !TableWords.IsRowHead(head) && !full.All(line => TableWords.IsPeriod(line.Cells[count].In(text))))
            {
                // 1 | 地区生产总值 | 245.3 without a heading over the numbers
                if (count == 0 && columns > 2 && full.Select((line, i) => line.Cells[0].In(text).SequenceEqual((i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture))).All(same => same))
                    continue;
                break;
            }
            if (labelColumn >= 0 && full.All(line => units.IsUnit(line.Cells[count].In(text))))
                unitColumn = count;
            else if (unitColumn is null)
                (labelColumn, rowHead) = (count, Head(count, columns));
        }
        return labelColumn < 0 || count == _widest.Cells.Count ? 0 : count;
    }

    bool IsFigure(TableLine line, int column) => CellNumber.IsFigure(line.Cells[column].In(text));

    TextSpan? Head(int column, int columns) => heads.FirstOrDefault(line => line.Cells.Count == columns && column < line.Cells.Count && line.Cells[column].Length > 0)?.Cells[column]
        ?? (column == 0 && heads[0].Cells[0].Length > 0 && heads[0].Cells.Count > 1 && TableWords.IsRowHead(TableWords.Closed(heads[0].Cells[0].In(text))) ? heads[0].Cells[0] : null);

    IReadOnlyList<ColumnHeading> Headings(int columns, int labels)
    {
        var figures = columns - labels;
        if (heads.Count == 1)
            return heads[0].Cells.Count == columns ? [.. heads[0].Cells.Skip(labels).Select(cell => new ColumnHeading(cell))]
                : HeadingStack.Stack(text, Pieces(labels), figures);
        // Empty cells under and beside a heading belong to it.
        if (heads.All(line => line.Cells.Count == columns && line.IsDivided))
            return [.. Enumerable.Range(labels, figures).Select(column =>
            {
                var leaf = heads.LastOrDefault(line => line.Cells[column].Length > 0)?.Cells[column] ?? default;
                TextSpan? group = null;
                for (var i = column; i >= labels && group is null && heads[0].Cells[column] != leaf; i--)
                    group = heads[0].Cells[i] is { Length: > 0 } over ? over : null;
                return new ColumnHeading(leaf, group);
            })];
        // Units in brackets on a line of their own.
        if (heads is [var names, var below] && below.Cells.Count >= figures && names.Cells.Count >= figures && below.Cells.TakeLast(figures).All(cell => cell.In(text) is ['（', .., '）']))
            return [.. names.Cells.TakeLast(figures).Zip(below.Cells.TakeLast(figures), (name, unit) => new ColumnHeading(name, unit))];
        return HeadingStack.Stack(text, Pieces(labels), figures);
    }

    List<HeadingPiece> Pieces(int labels)
    {
        var pieces = heads.SelectMany((line, i) => line.Cells.Where(cell => cell.Length > 0).Select(cell => new HeadingPiece(cell, i))).ToList();
        var named = 0;
        while (named < labels && named < pieces.Count && TableWords.Closed(pieces[named].Span.In(text)) is var words && (TableWords.IsRowHead(words) || TableWords.IsUnitHead(words) || TableWords.IsSerial(words) || TableWords.IsRank(words) && named == 0)) named++;
        // What stands over the labels need not be a word we know.
        if (named == 0 && heads.Count == 1 && pieces.Count > 0 && heads[0].Cells.Count == _widest.Cells.Count)
            named = labels;
        return HeadingStack.Join(text, pieces[named..]);
    }

    /// <summary>The cells of a line in the order of the columns; where one is missing, each goes under the column it stands below.</summary>
    TextSpan?[] Aligned(TableLine line, int columns, int labels)
    {
        if (line.IsDivided || line.Cells.Count == columns || _widest.IsDivided)
            return [.. line.Cells.Select(cell => (TextSpan?)cell)];
        var aligned = new TextSpan?[columns];
        // A line without a unit or serial number: its figures are the last cells.
        var words = 0;
        while (words < line.Cells.Count && !CellNumber.IsFigure(line.Cells[words].In(text)) && !TableWords.IsBlank(line.Cells[words].In(text))) words++;
        for (var i = 0; i < Math.Min(words, labels); i++)
            aligned[i] = line.Cells[i];
        var from = labels;
        for (var i = words; i < line.Cells.Count; i++)
        {
            var (best, distance) = (-1, int.MaxValue);
            // A divided heading may have more columns than any line below it.
            var limit = Math.Min(columns - (line.Cells.Count - 1 - i), _widest.Rights.Count);
            for (var column = from; column < limit; column++)
                if (Math.Min(Math.Abs(_widest.Rights[column] - line.Rights[i]), Math.Abs(_widest.Lefts[column] - line.Lefts[i])) is var away && away < distance)
                    (best, distance) = (column, away);
            if (best < 0)
                break;
            aligned[best] = line.Cells[i];
            from = best + 1;
        }
        return aligned;
    }
}

using Extractor.Core.Layouts;
using Extractor.Core.Text;

namespace Extractor.Core.Tables;

/// <summary>
/// Reads a table whose rows are lines with cells beside each other, divided by pipes, tabs or gaps, so that a cell
/// is matched to its heading by its column.
/// </summary>
sealed class RowGrid(PageView page, TableUnits units)
{
    const int MostCaptions = 3, LongestCaption = 70, FewestNumbers = 2, MostHeadings = 4, LongestSection = 30;

    readonly string _text = page.Text;

    /// <summary>Where the lines begin that are known to hold no table, so that they are read once.</summary>
    int _noTableBefore;

    (int Block, TextSpan? Caption, TextSpan? Unit) _last = (-2, null, null);

    /// <returns>The table that begins at a block with its caption or its first row; null if none does.</returns>
    /// <param name="lines">Those of the blocks from there on.</param>
    public TableGrid? Read(IReadOnlyList<Block> blocks, int at, TableLines lines)
    {
        if (blocks[at].Span.Start < _noTableBefore || IsProse(blocks[at]))
            return null;
        var first = 0;
        TextSpan? caption = null, unit = null;
        while (lines[first] is { } line && (line.Cells.Count < 2 || IsTitle(line)))
        {
            var words = line.Span.In(_text);
            if (first >= MostCaptions || blocks[line.Block].Kind == BlockKind.Body && line.Block == at && words.IndexOfAny('。', '，', '；') >= 0 || words.Length > LongestCaption || words.Contains('。') || TableCells.IsNumber(words))
                return null;
            var named = line.Cells.FirstOrDefault(cell => TableWords.IsUnitLine(cell.In(_text)));
            unit = named.Length > 0 ? named : unit;
            if (named.Length == 0 && !line.IsRule || named.Start > line.Span.Start)
                caption = new(caption?.Start ?? line.Span.Start, named.Length == 0 ? line.Span.End : named.Start);
            first++;
        }
        var heads = first;
        while (lines[heads] is { } line && heads - first <= MostHeadings && (line.IsRule || line.Cells.Count >= 2 && !HasFigure(line))) heads++;
        if (heads == first || heads - first > MostHeadings || lines[heads] is not { Cells.Count: >= 2 })
        {
            // A run of rows without a heading is passed as a whole.
            if (heads == first)
                for (var i = first; lines[i] is { Cells.Count: >= 2 } row && HasFigure(row); i++)
                    _noTableBefore = row.Span.End;
            return null;
        }
        var body = new List<TableLine>();
        var last = heads;
        for (var i = heads; lines[i] is { } line && (i == heads || !blocks[line.Block].Marked); i++)
        {
            if (!line.IsRule && !IsRow(line) && !(IsSection(line) && NextRow(lines, i)))
                break;
            last = i;
            if (!line.IsRule)
                body.Add(line);
        }
        _noTableBefore = lines[last]!.Span.End;
        if (body.Sum(line => line.Cells.Count(cell => IsFigure(cell))) < FewestNumbers)
            return null;
        // A second line of headings inside a table: title and unit hold on.
        if (first == 0 && at == _last.Block + 1)
            (caption, unit) = (_last.Caption, _last.Unit);
        _last = (lines[last]!.Block, caption, unit);
        return new ColumnReader(_text, units, [.. Enumerable.Range(first, heads - first).Select(i => lines[i]!).Where(line => !line.IsRule)], body).Read(caption, unit, lines[last]!.Block);
    }

    /// <summary>Whether the block opens with a line of sentences: no caption, and no row.</summary>
    bool IsProse(Block block)
    {
        var words = block.Span.In(_text);
        return block.Kind == BlockKind.Body && words.IndexOfAny('。', '；') is >= 0 and var stop && !TableLine.HasDividers(words)
            && !page.ToRaw(new(block.Span.Start, block.Span.Start + stop + 1)).In(page.Raw).Contains('\n');
    }

    /// <summary>«表1 主要指标    单位：亿元»: title and unit on one line.</summary>
    bool IsTitle(TableLine line) => line.Cells.Count <= 3 && line.Cells.Any(cell => TableWords.IsUnitLine(cell.In(_text))) || TableWords.IsNumberedCaption(line.Span.In(_text)) && !line.IsDivided;

    bool IsRow(TableLine line) => line.Cells.Count >= 2 && (HasFigure(line) || line.Cells.Skip(1).All(cell => TableWords.IsBlank(cell.In(_text))) && line.Cells[0].Length > 0);

    /// <summary>«按经济类型分», «二、工业»: a line that the rows below belong to.</summary>
    bool IsSection(TableLine line) =>
        line.Cells.Count == 1 && line.Span.Length <= LongestSection && line.Span.In(_text) is var words && words.IndexOfAny('。', '，', '；') < 0 && !TableWords.IsBelow(words) && !TableWords.IsUnitLine(words) && !TableCells.IsNumber(words);

    bool NextRow(TableLines lines, int at) => lines[at + 1] is { } next && IsRow(next) && HasFigure(next);

    // 年份 | 2020 | 2021 is a line of headings.
    bool HasFigure(TableLine line)
    {
        for (var i = line.IsDivided ? 0 : 1; i < line.Cells.Count; i++)
            if (IsFigure(line.Cells[i]) && !TableWords.IsYear(line.Cells[i].In(_text)))
                return true;
        return false;
    }

    bool IsFigure(TextSpan cell) => CellNumber.IsFigure(cell.In(_text));
}

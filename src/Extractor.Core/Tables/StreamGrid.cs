using Extractor.Core.Layouts;
using Extractor.Core.Text;

namespace Extractor.Core.Tables;

/// <summary>
/// Reads a table whose cells stand below each other, one or some to a line, as the text of a web page or of a PDF has
/// them: a label, its figures, the next label.
/// </summary>
sealed class StreamGrid(PageView page, TableUnits units)
{
    const int FewestNumbers = 3, LongestLabel = 30, LongestTable = 2000, FarthestNumber = 60, MostSections = 3, LongestJoined = 400;

    readonly record struct Word(TextSpan Span, bool Number, int Block, int Line);

    readonly string _text = page.Text;

    /// <summary>Where the blocks begin that are known to hold no table, so that they are read once.</summary>
    int _noTableBefore;

    /// <returns>The table that begins at a block with its caption or headings; null if none does.</returns>
    /// <param name="lines">Those of the blocks from there on.</param>
    public TableGrid? Read(IReadOnlyList<Block> blocks, int at, TableLines lines)
    {
        if (blocks[at].Kind == BlockKind.Body && (blocks[at].Span.Length > LongestJoined || blocks[at].Span.In(_text).Contains('。')) || blocks[at].Span.Start < _noTableBefore || blocks[at].Kind == BlockKind.Cells && OpensWithFigure(blocks[at], at) || !MayBegin(blocks[at], lines))
            return null;
        var words = Words(blocks, at);
        var firstNumber = words.FindIndex(word => word.Number);
        if (firstNumber <= 0 || firstNumber > FarthestNumber)
            return null;
        _noTableBefore = blocks[words[^1].Block].Span.End;
        var lastNumber = words.FindLastIndex(word => word.Number);
        words.RemoveRange(lastNumber + 1, words.Count - lastNumber - 1);
        if (words.Count(word => word.Number) < FewestNumbers)
            return null;
        var columns = Columns(words, firstNumber);
        var (caption, unitLine, body) = Head(words, firstNumber);
        var first = FirstLabel(words, firstNumber, body);
        var pieces = words.Skip(body).Take(Math.Max(0, first - body)).Select(word => new HeadingPiece(word.Span, word.Line)).ToList();
        var (rowHead, hasUnits, isNumbered) = TakeRowHeads(pieces, columns);
        if (isNumbered)
        {
            columns--;
            if (first == firstNumber - 1 && words[first].Number)
                first++;
        }
        if (columns == 0)
            return null;
        var rows = Rows(words, first, columns, hasUnits);
        var joined = HeadingStack.Join(_text, pieces);
        // What stands over the labels need not be a word we know.
        if (rowHead is null && joined.Count == columns + 1)
        {
            rowHead = joined[0].Span;
            joined.RemoveAt(0);
        }
        var headings = HeadingStack.Stack(_text, joined, columns);
        if (headings.Count == 0 && rowHead is null && joined.Count > columns)
            (rowHead, headings) = (joined[0].Span, HeadingStack.Stack(_text, joined[1..], columns));
        return rows.Count == 0 ? null : new(caption, unitLine, rowHead, headings, rows, words[^1].Block);
    }

    /// <summary>A numbered title, a unit line within two lines, or «指标» at the head of the first column.</summary>
    bool MayBegin(Block block, TableLines lines)
    {
        var words = block.Span.In(_text);
        if (words.StartsWith("单位") || words.StartsWith("表") || block.Kind == BlockKind.Cells || TableWords.IsUnitLine(words) || TableWords.IsNumberedCaption(words))
            return true;
        for (var i = 0; i < 3 && lines[i] is { } line; i++)
            if (i > 0 && (TableWords.IsUnitLine(line.Span.In(_text)) || line.Span.In(_text).Contains('|')) || i < 2 && IsRowHead(line))
                return true;
        return false;
    }

    // A row without headings above it begins no table.
    bool OpensWithFigure(Block block, int at) => TableLine.Read(page, block, at).Any(line => line.Cells.Any(cell => CellNumber.IsFigure(cell.In(_text)) && !TableWords.IsYear(cell.In(_text))));

    bool IsRowHead(TableLine line) => line.Span.Length <= 12 && TableWords.Closed(line.Span.In(_text)) is var words && (TableWords.IsRowHead(words) || TableWords.IsSerial(words));

    List<Word> Words(IReadOnlyList<Block> blocks, int at)
    {
        var words = new List<Word>();
        var (numbered, lines) = (false, 0);
        // A long run of short lines without a number is no table: give up early, so that such a page stays linear.
        for (var i = at; i < blocks.Count && i - at < LongestTable && (numbered || i - at < FarthestNumber) && (i == at || IsShort(blocks[i], i)); i++)
        {
            foreach (var line in TableLine.Read(page, blocks[i], i))
            {
                lines++;
                if (numbered ? IsEnd(line) : words.Count > FarthestNumber)
                    return words;
                foreach (var cell in TableWords.IsNumberedCaption(line.Span.In(_text)) && !line.IsDivided ? Title(line) : line.Cells)
                    if (cell.Length > 0 && words.Count > 0 && numbered && IsCutFigure(words[^1].Span.In(_text), cell.In(_text)))
                        words[^1] = new(new(words[^1].Span.Start, cell.End), true, i, lines);
                    else if (cell.Length > 0)
                    {
                        var figure = (numbered ? CellNumber.IsFigure(cell.In(_text)) : TableCells.IsNumber(CellNumber.Bare(cell.In(_text), out _)) && !TableWords.IsYear(cell.In(_text))) && !(words.Count > 0 && IsOpen(words[^1].Span.In(_text)));
                        words.Add(new(cell, figure || numbered && TableWords.IsBlank(cell.In(_text)), i, lines));
                        numbered |= figure;
                    }
            }
        }
        return words;
    }

    // «下降 0.08 个｜百分点» is one figure.
    static bool IsCutFigure(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        before is "下降" or "上升" or "增加" or "减少" or "提高" or "降低" && CellNumber.IsFigure(after) || before[^1] == '个' && CellNumber.IsFigure(before) && after is "百分点";

    /// <summary>«表 1 2019年第一季度…»: a title's spaces divide no cells, but the unit may stand beside it.</summary>
    IEnumerable<TextSpan> Title(TableLine line)
    {
        var unit = line.Cells.FirstOrDefault(cell => TableWords.IsUnitLine(cell.In(_text)));
        return unit.Length == 0 ? [line.Span] : [new(line.Span.Start, unit.Start), unit];
    }

    static bool IsOpen(ReadOnlySpan<char> words) => words.LastIndexOf('（') > words.LastIndexOfAny('）', ']');

    /// <summary>Whether a block may be lines of a table; the page may have joined such lines as if they were prose.</summary>
    bool IsShort(Block block, int index)
    {
        if (block.Marked)
            return false;
        if (block.Kind == BlockKind.Cells || ShortLine.Is(block.Span.In(_text)))
            return true;
        return block.Span.Length <= LongestJoined && !block.Span.In(_text).Contains('。') && TableLine.Read(page, block, index).ToList() is { Count: > 1 } lines
            && lines.TrueForAll(line => TableWords.IsUnitLine(line.Span.In(_text)) || ShortLine.Is(line.Span.In(_text)));
    }

    /// <summary>Whether a note, a unit line or the headings of the next table stand behind the figures.</summary>
    bool IsEnd(TableLine line) =>
        line.Cells.Count > 0 && line.Cells[0].In(_text) is var words && (TableWords.IsBelow(words) || TableWords.IsUnitLine(words) || TableWords.IsRowHead(TableWords.Closed(words)));

    int FirstLabel(List<Word> words, int firstNumber, int body)
    {
        var first = firstNumber - 1;
        while (first > body && (IsMark(words[first].Span) || words[first - 1].Block == words[firstNumber].Block && words[first - 1].Line == words[firstNumber].Line || units.IsUnit(words[first].Span.In(_text)) && first - 1 > body)) first--;
        // «按产业分», «一、工业» over the first row.
        for (var sections = 0; sections < MostSections && first - 1 > body && IsSection(words[first - 1].Span.In(_text)); sections++) first--;
        return first;
    }

    static bool IsSection(ReadOnlySpan<char> words) => RowLabel.HasLead(words) || words[^1] == '：' || words[0] is '按' or '分' && words.Length > 2;

    bool IsMark(TextSpan span) => span.Length == 1 && _text[span.Start] is >= '①' and <= '⑳' or '*';

    /// <summary>Takes «序号 | 指标 | 单位» off the headings.</summary>
    (TextSpan? RowHead, bool HasUnits, bool IsNumbered) TakeRowHeads(List<HeadingPiece> pieces, int columns)
    {
        (TextSpan? rowHead, var hasUnits, var isNumbered) = (null, false, false);
        while (pieces.Count > 0 && TableWords.Closed(pieces[0].Span.In(_text)) is var words)
        {
            if (TableWords.IsSerial(words) || rowHead is null && TableWords.IsRank(words))
                isNumbered = true;
            else if (rowHead is not null && TableWords.IsUnitHead(words))
                hasUnits = true;
            else if (rowHead is null && (TableWords.IsRowHead(words) || TableWords.IsUnitHead(words) || hasUnits == false && isNumbered))
                rowHead = pieces[0].Span;
            else if (rowHead is null && pieces.Count > columns && pieces.Skip(1).Any(piece => TableWords.IsUnitHead(TableWords.Closed(piece.Span.In(_text)))))
                rowHead = pieces[0].Span;
            else
                break;
            pieces.RemoveAt(0);
        }
        return (rowHead, hasUnits, isNumbered);
    }

    List<TableRow> Rows(List<Word> words, int first, int columns, bool hasUnits)
    {
        var rows = new List<TableRow>();
        var (label, unit) = (default(TextSpan), (TextSpan?)null);
        var cells = new List<TextSpan?>();
        void End()
        {
            if (label.Length > 0)
                rows.Add(new(label, [.. cells], unit));
            (unit, label) = (null, default);
            cells.Clear();
        }

        for (var i = first; i < words.Count; i++)
        {
            var span = words[i].Span;
            if (words[i].Number)
            {
                if (cells.Count < columns && label.Length > 0)
                    cells.Add(span);
                continue;
            }
            if (span.Length > LongestLabel)
                continue;
            if (cells.Count > 0)
                End();
            if (label.Length == 0)
                label = span;
            else if (IsMark(span))
                continue;
            else if (hasUnits && i + 1 < words.Count && words[i + 1].Number && units.IsUnit(span.In(_text)))
                unit = span;
            else if (IsSection(span.In(_text)) || IsSection(label.In(_text)) && label.In(_text)[^1] != '、' && words[i].Line != words[i - 1].Line && !IsCut(label))
            {
                End();
                label = span;
            }
            else
                // A label cut over two lines.
                label = new(label.Start, span.End);
        }
        if (cells.Count > 0)
            End();
        return rows;
    }

    bool IsCut(TextSpan label) => _text[label.Start] is '#' || label.In(_text).StartsWith("其中") && label.Length > 3;

    /// <summary>How many numbers follow a label most often.</summary>
    static int Columns(List<Word> words, int first)
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

    (TextSpan? Caption, TextSpan? UnitLine, int Body) Head(List<Word> words, int firstNumber)
    {
        TextSpan? caption = null, unit = null;
        var body = 0;
        for (var i = 0; i < firstNumber - 1; i++)
            if (TableWords.IsUnitLine(words[i].Span.In(_text)))
            {
                unit = words[i].Span;
                if (i > 0)
                    caption = new(words[0].Span.Start, words[i - 1].Span.End);
                body = i + 1;
            }
        if (unit is null && firstNumber > 2 && words[0].Line != words[1].Line && !TableWords.IsRowHead(TableWords.Closed(words[0].Span.In(_text))))
        {
            caption = words[0].Span;
            body = 1;
        }
        return (caption, unit, body);
    }
}

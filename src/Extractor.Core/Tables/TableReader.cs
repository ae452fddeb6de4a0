using Extractor.Core.Claims;
using Extractor.Core.Layouts;
using Extractor.Core.Measures;
using Extractor.Core.Numbers;
using Extractor.Core.Quantities;
using Extractor.Core.Text;

namespace Extractor.Core.Tables;

/// <summary>Makes claims of a table's cells: measure, unit and period from column and caption, indicator from all three.</summary>
sealed class TableReader
{
    readonly PageView _page;
    readonly TableUnits _units;
    readonly RowGrid _rows;
    readonly StreamGrid _stream;
    readonly TableLines _lines;
    int _noTableBefore;

    public TableReader(PageView page, UnitLexicon units)
    {
        (_page, _units) = (page, new(units));
        (_rows, _stream, _lines) = (new(page, _units), new(page, _units), new(page));
    }

    public bool TryRead(IReadOnlyList<Block> blocks, int at, out TableText table)
    {
        table = new([], at);
        if (blocks[at].Span.Start < _noTableBefore)
            return false;
        _lines.Open(blocks, at);
        if ((_rows.Read(blocks, at, _lines) ?? _stream.Read(blocks, at, _lines)) is not { } grid)
            return false;
        var cells = Cells(grid);
        table = new(cells, grid.LastBlock);
        // Read once: a grid that says nothing is not tried again from each of its lines.
        if (cells.Count == 0)
            _noTableBefore = blocks[grid.LastBlock].Span.End;
        return cells.Count > 0;
    }

    List<TableCell> Cells(TableGrid grid)
    {
        var text = _page.Text;
        var names = new CellNames(_page, grid, _units);
        var common = grid.UnitLine is { } line ? _units.Line(line.In(text)) : grid.Caption is { } caption ? _units.Bracketed(caption.In(text)) : null;
        var columns = grid.Rows.Max(row => row.Cells.Count);
        var meanings = Enumerable.Range(0, columns).Select(i => i < grid.Headings.Count
            ? ColumnMeaning.Read(Words(grid.Headings[i].Span), grid.Headings[i].Group is { } group ? Words(group) : "", _units) : ColumnMeaning.Read("", "", _units)).ToList();
        var siblings = Enumerable.Range(0, columns).Select(i => Sibling(grid, meanings, i)).ToList();
        var cells = new List<TableCell>();
        foreach (var row in grid.Rows)
        {
            var label = names.Open(row);
            var words = Words(row.Label);
            var said = ColumnMeaning.Read(words, "", _units);
            for (var i = 0; i < row.Cells.Count; i++)
            {
                if (row.Cells[i] is not { Length: > 0 } span || !meanings[i].IsFigure)
                    continue;
                var meaning = meanings[i];
                // A row that is itself a rate: 比上年增长（%）, 第三产业占GDP比重.
                var isRate = meaning.Measure.Measure == Measure.Level && said.IsRate && (said.Unit ?? (row.Unit is { } u ? _units.Scaled(u.In(text)) : null) ?? common) is { Unit.Code: "%" or "‰" };
                if (isRate)
                    meaning = meaning with { Measure = said.Measure, IsRate = true };
                var isSharing = common?.Unit.Code == "%" || meaning.Unit?.Unit.Code == "%";
                if (meaning.Measure.Measure == Measure.Level && isSharing && grid.Caption is { } title && names.CaptionMeasure(title) is { } measured)
                    meaning = meaning with { Measure = measured };
                var unit = meaning.Unit ?? (meaning.IsRate ? ((Unit, int)?)(Unit.Percent, 0) : null) ?? (siblings[i] is { } level && meaning.Measure.Measure == Measure.Change ? meanings[level].Unit : null) ?? (row.Unit is { } own ? _units.Scaled(own.In(text)) : null) ?? said.Unit
                    ?? (IsRate(label) && grid.UnitLine is { } all && all.In(text).Contains('%') ? (Unit.Percent, 0) : common) ?? (IsIndex(words) || IsIndex(meaning.Noun) ? (Unit.One, 0) : null);
                if (Quantity(span, unit) is not { } quantity)
                    continue;
                if (quantity.Unit.Code == "%" && meaning.Measure.Measure == Measure.Change)
                    meaning = meaning with { Measure = meaning.Measure with { Measure = Measure.Growth } };
                if (quantity.Unit.Code == "pp" && meaning.Measure.Measure == Measure.Growth)
                    meaning = meaning with { Measure = meaning.Measure with { Measure = Measure.Change } };
                var measure = Directed(meaning, quantity.Value!.Value, i < grid.Headings.Count ? Words(grid.Headings[i].Span) : "");
                if (measure.Direction is not null && CellNumber.Falls(span.In(text)))
                    measure = measure with { Direction = Direction.Down };
                if (measure.Measure == Measure.Level && quantity.Unit.Code == "%" && names.IsSharing(i))
                    measure = measure with { Measure = Measure.Share };
                var indicator = isRate ? names.Rate(said) : names.Name(i, meanings, siblings[i]);
                if (!isRate)
                    names.Note(indicator);
                cells.Add(new(quantity, indicator, measure, names.PeriodWords(i, siblings[i]), names.ScopeWords(i), grid.Caption, names.Doer, label, Hull(row.Label, quantity.Span))
                {
                    Status = i < grid.Headings.Count && measure.Measure == Measure.Level ? Stated(Words(grid.Headings[i].Span)) : Status.Actual,
                });
            }
        }
        return cells;
    }

    static Status Stated(string heading) =>
        heading.Contains("预算", StringComparison.Ordinal) || heading.Contains("计划", StringComparison.Ordinal) || heading.Contains("目标", StringComparison.Ordinal) ? Status.Planned
        : heading.Contains("预计", StringComparison.Ordinal) || heading.Contains("预测", StringComparison.Ordinal) ? Status.Forecast : Status.Actual;

    string Words(TextSpan span) => TableWords.Closed(span.In(_page.Text));

    static TextSpan Hull(TextSpan label, TextSpan cell) => new(Math.Min(label.Start, cell.Start), Math.Max(label.End, cell.End));

    static bool IsIndex(string words) => words.EndsWith("指数", StringComparison.Ordinal) || words.EndsWith("指数（PMI）", StringComparison.Ordinal) || words.EndsWith("系数", StringComparison.Ordinal);

    bool IsRate(TextSpan label) => label.In(_page.Text) is var words && (words.EndsWith("率") || words.EndsWith("比重") || words.EndsWith("占比"));

    /// <summary>The level column that a rate beside it speaks of, by its period: that of the latest year, else the nearest before it.</summary>
    int? Sibling(TableGrid grid, List<ColumnMeaning> meanings, int column)
    {
        if (column >= grid.Headings.Count || meanings[column].Measure.Measure == Measure.Level)
            return null;
        int? best = null;
        var year = "";
        for (var i = 0; i < Math.Min(meanings.Count, grid.Headings.Count); i++)
        {
            if (!meanings[i].IsFigure || !meanings[i].IsBase || i == column || grid.Headings[i].Group != grid.Headings[column].Group || i > column && best is not null)
                continue;
            var words = Words(grid.Headings[i].Span);
            var stated = Year(words);
            var past = words.Length > 0 && words[0] is '上' or '去' || words.StartsWith("期初", StringComparison.Ordinal) || words.StartsWith("年初", StringComparison.Ordinal);
            if (best is null || !past && string.CompareOrdinal(stated, year) >= 0 && !(stated == year && stated.Length > 0))
                (best, year) = (i, stated);
        }
        return best;
    }

    static string Year(string words)
    {
        for (var at = 0; at + 4 <= words.Length; at++)
            if (TableWords.IsYear(words.AsSpan(at, 4)))
                return words.Substring(at, 4);
        return "";
    }

    static MeasureReading Directed(ColumnMeaning meaning, ExactNumber value, string heading)
    {
        var measure = meaning.Measure;
        if (measure.Measure is not (Measure.Change or Measure.Growth))
            return measure;
        var falls = (heading.Contains("下降", StringComparison.Ordinal) || heading.Contains("降幅", StringComparison.Ordinal) || heading.Contains("减少", StringComparison.Ordinal) || heading.Contains("少增", StringComparison.Ordinal)) && !heading.Contains("上升", StringComparison.Ordinal) && !heading.Contains("增减", StringComparison.Ordinal) && !heading.Contains("多增", StringComparison.Ordinal);
        return measure with { Direction = (value.Digits.Sign < 0) != falls ? Direction.Down : Direction.Up };
    }

    Quantity? Quantity(TextSpan span, (Unit Unit, int Power)? stated)
    {
        var text = _page.Text;
        // «下降0.08个｜百分点»: a unit that is cut is not known.
        if (CellNumber.IsPhrase(span.In(text)) && span.In(text).Contains('\n'))
            return null;
        if (CellNumber.IsPhrase(span.In(text)) && QuantityRecognizer.Default.Recognize(text, span, [], []) is [{ Value: not null } phrase])
            return phrase.Span.Start > span.Start && text[phrase.Span.Start - 1] == '-' ? phrase with { Value = phrase.Value.Value.Negated(), Span = new(phrase.Span.Start - 1, phrase.Span.End) } : phrase;
        var digits = CellNumber.Bare(span.In(text), out var isBracketed);
        if (!TableCells.IsNumber(digits))
            return null;
        var from = span.Start + (isBracketed ? 1 : 0);
        var end = from + digits.Length;
        var start = from + (digits[0] is '-' or '+' ? 1 : 0);
        if (!NumberReader.TryRead(text.AsSpan(0, end), start, (_, _) => false, out var number))
            return null;
        if (digits[^1] == '%')
            stated = (Quantities.Unit.Percent, 0);
        if (stated is not { } unit)
            return null;
        var value = number.Value.Scaled(unit.Power + unit.Unit.Power);
        if (digits[0] == '-' || isBracketed)
            value = value.Negated();
        return new(new(from, end), from, end, value, null, null, unit.Unit, Qualifier.Exact, Script.Arabic, "cell");
    }
}

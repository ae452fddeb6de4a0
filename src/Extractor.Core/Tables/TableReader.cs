using Extractor.Core.Claims;
using Extractor.Core.Indicators;
using Extractor.Core.Layouts;
using Extractor.Core.Measures;
using Extractor.Core.Numbers;
using Extractor.Core.Quantities;
using Extractor.Core.Text;

namespace Extractor.Core.Tables;

/// <summary>Makes claims of a table's cells: indicator from row and caption, measure, unit and period from column and caption.</summary>
sealed class TableReader(PageView page, UnitLexicon units)
{
    int _noTableBefore;

    static readonly string[] RowHeads = ["指标", "项目", "名称", "月份", "年份", "时间", "地区", "类别", "指标名称", "单位", "计量单位"];

    public bool TryRead(IReadOnlyList<Block> blocks, int at, out TableText table)
    {
        table = new([], at);
        if (blocks[at].Span.Start < _noTableBefore || (RowGrid.Read(page, blocks, at) ?? TableGrid.Read(page, blocks, at)) is not { } grid)
            return false;
        var text = page.Text;
        var headings = grid.Headings.Where(heading => !IsRowHead(text, heading)).ToList();
        var columns = grid.Rows.Max(row => row.Cells.Count);
        if (headings.Count > columns)
            headings = headings[^columns..];
        var unit = grid.UnitLine is { } line ? Unit(line.In(text)) : grid.Caption is { } caption ? Bracketed(caption.In(text)) : null;
        var cells = new List<TableCell>();
        foreach (var row in grid.Rows)
        {
            var isPeriod = IsPeriod(row.Label.In(text));
            var (label, rowUnit) = UnitColumn(row.Label);
            TextSpan? dated = null;
            for (var column = 0; column < row.Cells.Count; column++)
            {
                var heading = column < headings.Count && headings.Count == columns ? headings[column] : (TextSpan?)null;
                if (Cell(row with { Label = label }, row.Cells[column], heading, grid.Caption, rowUnit ?? unit, isPeriod) is { } cell)
                    cells.Add(dated is { } level && cell.Measure.Measure == Claims.Measure.Growth ? cell with { PeriodWords = [.. cell.PeriodWords.Take(1), level, .. cell.PeriodWords.Skip(1)] } : cell);
                // The rate beside a balance at 3月末 is that balance's.
                if (heading is { } said && column == 0)
                    dated = said;
            }
        }
        table = new(cells, grid.LastBlock);
        // Read once: a grid that says nothing is not tried again from each of its lines.
        if (cells.Count == 0)
            _noTableBefore = blocks[grid.LastBlock].Span.End;
        return cells.Count > 0;
    }

    /// <summary>«粮食 | 吨 | 91200»: a unit column between label and figures.</summary>
    (TextSpan Label, (Unit Unit, int Power)? Unit) UnitColumn(TextSpan label)
    {
        var text = page.Text;
        var words = label.In(text);
        var split = words.LastIndexOfAny('\t', '|', ' ');
        return split > 0 && words[(split + 1)..].Length <= 6 && Scaled(words[(split + 1)..].Trim(' ')) is { } unit
            ? (new(label.Start, label.Start + words[..split].TrimEnd("\t| ").Length), unit)
            : (label, null);
    }

    TableCell? Cell(TableRow row, TextSpan span, TextSpan? heading, TextSpan? caption, (Unit Unit, int Power)? common, bool isPeriod)
    {
        var text = page.Text;
        var digits = span.In(text);
        if (!TableCells.IsNumber(digits))
            return null;
        var negative = digits[0] == '-';
        var start = span.Start + (digits[0] is '-' or '+' ? 1 : 0);
        if (!NumberReader.TryRead(text.AsSpan(0, span.End), start, _ => false, out var number))
            return null;
        var percent = digits[^1] == '%';
        var head = heading is { } column ? column.In(text) : default;
        var (measure, rate) = Measure(head);
        var own = heading is null ? null : Bracketed(head);
        var (unit, power) = percent ? (Quantities.Unit.Percent, 0)
            : own is { } stated ? stated
            : rate ? (Quantities.Unit.Percent, 0)
            : Bracketed(row.Label.In(text)) ?? common ?? (Quantities.Unit.One, 0);
        if (unit == Quantities.Unit.One && common is null)
            return null;
        var value = number.Value.Scaled(power + unit.Power);
        if (negative)
            value = value.Negated();
        if (measure.Measure is Claims.Measure.Change or Claims.Measure.Growth)
            measure = measure with { Direction = negative ? Direction.Down : Direction.Up };
        if (measure.Measure == Claims.Measure.Level && unit.Code == "%" && (head.Contains("比重", StringComparison.Ordinal) || head.Contains("占比", StringComparison.Ordinal) || caption is { } c && c.In(text).Contains("占比", StringComparison.Ordinal)))
            measure = measure with { Measure = Claims.Measure.Share };
        var spanOfCell = negative || digits[0] == '+' ? span : new TextSpan(start, span.End);
        var quantity = new Quantity(spanOfCell, spanOfCell.Start, spanOfCell.End, value, null, null, unit, Qualifier.Exact, Script.Arabic, "cell");
        var name = isPeriod ? heading is { } h && !IsPeriod(head) && measure.Rule == "cell" ? Joined(caption, h) : Name(caption) : Name(row.Label);
        var periods = new List<TextSpan>();
        if (heading is { } columnHead) periods.Add(columnHead);
        if (isPeriod) periods.Insert(0, row.Label);
        if (caption is { } title) periods.Add(title);
        return new(quantity, name, measure, periods, new(row.Label.Start, span.End));
    }

    static (MeasureReading Measure, bool Rate) Measure(ReadOnlySpan<char> heading)
    {
        string? basis = heading.Contains("同比", StringComparison.Ordinal) || heading.Contains("比上年", StringComparison.Ordinal) || heading.Contains("±", StringComparison.Ordinal) ? "yoy" : heading.Contains("环比", StringComparison.Ordinal) ? "mom" : null;
        if (heading.Contains("多增", StringComparison.Ordinal) || heading.Contains("少增", StringComparison.Ordinal))
            return (new(Claims.Measure.Change, Direction.Up, basis, 0, "cell-change"), false);
        if (heading.Contains("新增", StringComparison.Ordinal) || heading.Contains("增加额", StringComparison.Ordinal) || heading.Contains("增减额", StringComparison.Ordinal) || heading.Contains("增量", StringComparison.Ordinal) || heading.Contains("比年初", StringComparison.Ordinal))
            return (new(Claims.Measure.Change, Direction.Up, heading.Contains("年初", StringComparison.Ordinal) ? "ytd" : basis, 0, "cell-change"), false);
        if (heading.Contains("增长", StringComparison.Ordinal) || heading.Contains("增速", StringComparison.Ordinal) || heading.Contains("增幅", StringComparison.Ordinal) || heading.Contains("涨幅", StringComparison.Ordinal) || heading.Contains("增减", StringComparison.Ordinal) || heading is "同比" or "环比")
            return (new(Claims.Measure.Growth, Direction.Up, basis, 0, "cell-growth"), true);
        return (new(Claims.Measure.Level, null, null, 0, "cell"), false);
    }

    IndicatorText? Name(TextSpan? span)
    {
        if (span is not { Length: > 0 } words)
            return null;
        var text = page.Text;
        var (start, end) = (words.Start, words.End);
        // 表 1 2019年第一季度…: number and period of the caption are no part of the name.
        if (text[start] == '表')
        {
            start++;
            while (start < end && (char.IsAsciiDigit(text[start]) || text[start] is ' ' or '-')) start++;
        }
        foreach (var lead in (ReadOnlySpan<string>)["#其中：", "其中：", "其中", "#", "一、", "二、", "三、", "四、", "五、", "（一）", "（二）", "（三）"])
            if (text.AsSpan(start, end - start).StartsWith(lead))
                start += lead.Length;
        if (text.AsSpan(start, end - start).IndexOf('（') is > 0 and var bracket)
            end = start + bracket;
        if (end <= start)
            return null;
        var name = page.Words(new(start, end));
        return new(name, text[start..end].Replace(" ", "", StringComparison.Ordinal), new(start, end), "table");
    }

    IndicatorText? Joined(TextSpan? caption, TextSpan heading)
    {
        var name = Name(heading);
        return caption is null || name is null ? name : Name(caption) is { } title && (name.Words.Length <= 2 || title.Words.Contains(name.Words, StringComparison.Ordinal)) ? title : name;
    }

    static bool IsRowHead(string text, TextSpan heading)
    {
        var words = heading.In(text).ToString().Replace(" ", "", StringComparison.Ordinal);
        return RowHeads.Contains(words) || words is "指" or "标" or "项" or "目";
    }

    static bool IsPeriod(ReadOnlySpan<char> label) => label.Length > 0 && char.IsAsciiDigit(label[0]) && label[^1] is '月' or '年' or '度' or '末';

    /// <summary>「单位：亿元」, «单位:万吨、%»: the first unit is the table's.</summary>
    (Unit Unit, int Power)? Unit(ReadOnlySpan<char> line)
    {
        var at = line.IndexOf('：');
        var words = at >= 0 ? line[(at + 1)..] : line["单位".Length..];
        return Scaled(words.Trim(' '));
    }

    /// <summary>«年末数（万人）», «比重（%）».</summary>
    (Unit Unit, int Power)? Bracketed(ReadOnlySpan<char> words)
    {
        var open = words.LastIndexOf('（');
        if (open < 0)
            return null;
        var inner = words[(open + 1)..].TrimEnd("） ").TrimStart("±+-");
        if (inner.IndexOf('：') is >= 0 and var colon)
            inner = inner[(colon + 1)..];
        return Scaled(inner);
    }

    (Unit Unit, int Power)? Scaled(ReadOnlySpan<char> words)
    {
        var power = 0;
        while (words.Length > 0 && units.Match(words, out _) == 0 && words[0] is '百' or '千' or '万' or '亿' or '十')
        {
            power += words[0] switch { '十' => 1, '百' => 2, '千' => 3, '万' => 4, _ => 8 };
            words = words[1..];
        }
        return units.Match(words, out var unit) > 0 ? (unit, power) : null;
    }
}

using Extractor.Core.Claims;
using Extractor.Core.Indicators;
using Extractor.Core.Layouts;
using Extractor.Core.Measures;
using Extractor.Core.Text;

namespace Extractor.Core.Tables;

/// <summary>Names what the cells of a table measure, row by row: by the label, the row it hangs on, the heading and the caption.</summary>
sealed class CellNames(PageView page, TableGrid grid, TableUnits units)
{
    const int LongestTopic = 12;

    static readonly string[] Wholes = ["合计", "总计", "总数", "全市", "全省", "全县", "全区", "全州", "全国", "平均", "小计"];

    readonly string _text = page.Text;
    readonly string _rowHead = grid.RowHead is { } head ? TableWords.Closed(head.In(page.Text)) : "";
    readonly IndicatorText? _caption = TableCaption.Name(page, grid.Caption);

    /// <summary>The last row that others may hang on, and the last level that a rate may speak of.</summary>
    IndicatorText? _parent, _level;

    readonly Dictionary<int, IndicatorText?> _nouns = [];
    RowLabel _label;
    bool _isPeriod;
    string _ending = "";

    bool IsPlace => TableWords.IsPlaceHead(_rowHead) && !IsTrade;

    /// <summary>对东盟出口: a partner is none of the places that the figures are about.</summary>
    bool IsTrade => _rowHead.StartsWith('国') && _caption is { } caption && (caption.Folded.Contains("出口", StringComparison.Ordinal) || caption.Folded.Contains("进口", StringComparison.Ordinal));

    /// <summary>The organisation that the row is about.</summary>
    public TextSpan? Doer => TableWords.IsDoerHead(_rowHead) && !IsWhole(_label.Name) ? _label.Name : null;

    /// <summary>Begins a row.</summary>
    public TextSpan Open(TableRow row)
    {
        _label = RowLabel.Read(_text, row.Label);
        var words = TableWords.Closed(_label.Name.In(_text));
        _isPeriod = TableWords.IsPeriod(words);
        _ending = "";
        if (_isPeriod || IsPlace || words.Length == 0)
            return _label.Name;
        var isPart = _label.Depth == 3 || RowLabel.IsClass(words);
        if (isPart && (_parent ?? (RowLabel.IsClass(words) ? _caption : null)) is { } parent)
            _ending = RowLabel.Completion(words, parent.Folded) ?? "";
        if (!isPart && !(words[0] is '按' or '分' && words[^1] == '分'))
            _parent = Text(_label.Name);
        return _label.Name;
    }

    /// <summary>Notes the level that a rate in a row of its own will speak of.</summary>
    public void Note(IndicatorText? indicator) => _level = indicator ?? _level;

    /// <summary>The name for a row that is a rate: of what it says before the rate, else of the row above.</summary>
    public IndicatorText? Rate(ColumnMeaning said) =>
        said.Noun.Length > 0 && _text.IndexOf(said.Noun, _label.Name.Start, StringComparison.Ordinal) == _label.Name.Start && said.Noun.Length <= _label.Name.Length
            ? Text(new(_label.Name.Start, _label.Name.Start + said.Noun.Length)) : said.Noun.Length > 0 ? new(said.Noun, said.Noun, _label.Name, "table") : _level ?? _parent ?? Text(_label.Name);

    public IndicatorText? Name(int column, IReadOnlyList<ColumnMeaning> meanings, int? sibling)
    {
        var noun = Noun(column, meanings);
        if (noun is null && meanings[column].Measure.Measure != Measure.Level && (sibling is { } level && level < column ? Before(column, meanings) ?? level : sibling) is { } beside)
            noun = Noun(beside, meanings);
        if (_isPeriod || IsPlace || IsWhole(_label.Name) || Doer is not null && noun is not null)
            return noun is null ? _caption ?? Text(_label.Name) : Under(noun);
        if (Text(_label.Name) is not { } own)
            return _caption;
        if (_ending.Length > 0)
            own = own with { Words = own.Words + Printed(_ending), Folded = own.Folded + _ending };
        else if (noun is not null && EndsInHead(own.Folded) && RowLabel.IsClass(noun.Folded))
            own = own with { Words = noun.Words + own.Words, Folded = noun.Folded + own.Folded };
        else if (noun is not null && (!EndsInHead(own.Folded) || noun.Folded[^1] is '率' or '数' or '价') && !own.Folded.Contains(noun.Folded, StringComparison.Ordinal))
            own = own with { Words = own.Words + noun.Words, Folded = own.Folded + noun.Folded };
        return own;
    }

    /// <summary>What a heading names, with what the caption adds: 利率 under 贷款加权平均利率 is that, 城市 under 居民消费价格指数 a part of it.</summary>
    IndicatorText Under(IndicatorText noun)
    {
        if (_caption is null || noun.Folded.Length > 2 && EndsInHead(noun.Folded))
            return noun;
        if (_caption.Folded.EndsWith(noun.Folded, StringComparison.Ordinal))
            return _caption;
        if (EndsInHead(noun.Folded) || !EndsInHead(_caption.Folded) && (!_isPeriod || _caption.Folded.Length > LongestTopic))
            return noun;
        return RowLabel.IsClass(noun.Folded) && RowLabel.Completion(noun.Folded, _caption.Folded) is { } ending ? noun with { Words = noun.Words + ending, Folded = noun.Folded + ending }
            : noun with { Words = _caption.Words + noun.Words, Folded = _caption.Folded + noun.Folded };
    }

    /// <summary>The nearest level column before a rate under the same heading.</summary>
    int? Before(int column, IReadOnlyList<ColumnMeaning> meanings)
    {
        for (var i = column - 1; i >= 0; i--)
            if (meanings[i].IsFigure && meanings[i].IsBase && grid.Headings[i].Group == grid.Headings[column].Group)
                return i;
        return null;
    }

    /// <summary>What the headings of a column name beyond dates, units and measures.</summary>
    IndicatorText? Noun(int column, IReadOnlyList<ColumnMeaning> meanings)
    {
        if (column >= grid.Headings.Count)
            return null;
        if (!_nouns.TryGetValue(column, out var noun))
            _nouns[column] = noun = ReadNoun(column, meanings);
        return noun;
    }

    IndicatorText? ReadNoun(int column, IReadOnlyList<ColumnMeaning> meanings)
    {
        var (span, group) = grid.Headings[column];
        var own = Part(span, meanings[column].Noun);
        // 地区生产总值（亿元） | 人均（元）
        if (own?.Folded == "人均" && column > 0 && Noun(column - 1, meanings) is { } whole)
            own = own with { Words = own.Words + whole.Words, Folded = own.Folded + whole.Folded };
        var over = group is { } words ? Part(words, ColumnMeaning.Read(TableWords.Closed(words.In(_text)), "", units).Noun) : null;
        return own is null ? over : over is null ? own : own with { Words = over.Words + own.Words, Folded = over.Folded + own.Folded };
    }

    IndicatorText? Part(TextSpan span, string noun)
    {
        noun = ColumnMeaning.Undated(noun);
        if (noun.Length == 0)
            return null;
        var words = page.Words(span);
        var at = TableWords.Closed(span.In(_text)).IndexOf(noun, StringComparison.Ordinal);
        return new(at >= 0 && at + noun.Length <= words.Length ? words.Substring(at, noun.Length) : noun, noun, span, "table");
    }

    IndicatorText? Text(TextSpan span) => span.Length == 0 ? null : new(page.Words(span), TableWords.Closed(span.In(_text)), span, "table");

    /// <summary>An ending in the script of the source, where the parent prints it.</summary>
    string Printed(string ending) => _parent is { } parent && parent.Folded.EndsWith(ending, StringComparison.Ordinal) && parent.Words.Length == parent.Folded.Length ? parent.Words[^ending.Length..] : ending;

    static bool EndsInHead(string words) => IndicatorWords.Heads.MatchEnd(words, out _) > 0;

    bool IsWhole(TextSpan label) => label.Length <= 4 && Wholes.Contains(TableWords.Closed(label.In(_text)));

    /// <summary>Spans that say when, nearest first: a row that is a date stands inside the year of its column.</summary>
    public IReadOnlyList<TextSpan> PeriodWords(int column, int? sibling)
    {
        var words = new List<TextSpan>();
        if (column < grid.Headings.Count)
        {
            words.Add(grid.Headings[column].Span);
            if (grid.Headings[column].Group is { } group)
                words.Add(group);
            if (sibling is { } level && !_isPeriod)
                words.Add(grid.Headings[level].Span);
        }
        words.RemoveAll(span => span.Length == 0);
        if (_isPeriod)
            words.Insert(_label.Name.In(_text) is [var a, var b, _, _, ..] && a is '1' or '2' && char.IsAsciiDigit(b) || !words.Exists(HasYear) ? words.Count : 0, _label.Name);
        if (grid.Caption is { } caption)
            words.Add(caption);
        return words;
    }

    bool HasYear(TextSpan span)
    {
        var words = span.In(_text);
        for (var at = 0; at + 4 <= words.Length; at++)
            if (TableWords.IsYear(words.Slice(at, 4)))
                return true;
        return false;
    }

    public IReadOnlyList<TextSpan> ScopeWords(int column)
    {
        var words = new List<TextSpan>();
        if (!_isPeriod && !IsTrade && _label.Name.Length > 0)
            words.Add(_label.Name);
        if (column < grid.Headings.Count)
        {
            words.Add(grid.Headings[column].Span);
            if (grid.Headings[column].Group is { } group)
                words.Add(group);
        }
        return words;
    }

    /// <summary>Whether the caption or the heading over a percentage says that it is a share.</summary>
    public bool IsSharing(int column) =>
        grid.Caption is { } caption && (caption.In(_text).IndexOf("占比") >= 0 || caption.In(_text).IndexOf("比重") >= 0 || _caption is { } name && name.Folded.EndsWith("构成", StringComparison.Ordinal))
        || column < grid.Headings.Count && grid.Headings[column].Group is { } group && group.In(_text).IndexOf("比重") >= 0;

    /// <summary>«规模以上工业增加值增长速度»: a caption whose figures are all growth.</summary>
    public MeasureReading? CaptionMeasure(TextSpan caption)
    {
        var words = ColumnMeaning.Unbracketed(TableWords.Closed(caption.In(_text)));
        foreach (var growth in (ReadOnlySpan<string>)["增速", "增长速度", "增长率", "涨幅", "涨跌幅", "增长", "增幅"])
            if (words.EndsWith(growth, StringComparison.Ordinal) && !words.EndsWith("自然增长率", StringComparison.Ordinal) && !words.EndsWith("及" + growth, StringComparison.Ordinal) && !words.EndsWith("及其" + growth, StringComparison.Ordinal))
                return new(Measure.Growth, Direction.Up, words.Contains("环比", StringComparison.Ordinal) ? "mom" : words.Contains("同比", StringComparison.Ordinal) ? "yoy" : null, 0, "cell-growth");
        return null;
    }
}

using System.Globalization;
using Extractor.Core.Claims;
using Extractor.Core.Indicators;
using Extractor.Core.Quantities;
using Extractor.Core.Text;

namespace Extractor.Core.Measures;

/// <summary>Reads level, change, growth, share and multiple from the words before a figure, with direction and basis.</summary>
sealed class MeasureReader
{
    enum CueKind { Moves, Named, Rate, New, Gap }

    readonly WordTable<(CueKind Kind, Direction Direction)> _cues;
    readonly WordTable<string> _bases;

    public static MeasureReader Default { get; } = new(LexiconFile.Embedded("Measures.changes.tsv"), LexiconFile.Embedded("Measures.bases.tsv"));

    static readonly WordList Shares = WordList.Embedded("Measures.nouns.tsv", "share", "stock", "use"), Stocks = WordList.Embedded("Measures.nouns.tsv", "stock", "share", "use");

    static readonly WordList Uses = WordList.Embedded("Measures.nouns.tsv", "use", "share", "stock");

    static readonly WordList DownOpeners = Openers("down"), UpOpeners = Openers("up"), Gaps = Openers("gap");

    /// <summary>Between a rate and its figure; between a figure and the noun of change behind it.</summary>
    static readonly WordList FrontAdverbs = WordList.Embedded("Measures.adverbs.tsv", "front", "behind"), BehindAdverbs = WordList.Embedded("Measures.adverbs.tsv", "behind", "front");

    internal MeasureReader(LexiconFile changes, LexiconFile bases)
    {
        var cues = new Dictionary<string, (CueKind, Direction)>();
        foreach (var row in changes.Rows(columns: 3))
        {
            if (!Enum.TryParse<CueKind>(row[0], ignoreCase: true, out var kind) || !Enum.TryParse<Direction>(row[1], ignoreCase: true, out var direction))
                throw changes.Error(row, $"“{row[0]} {row[1]}” is no kind of change with a direction.");
            foreach (var surface in row.Surfaces(2))
                if (!cues.TryAdd(surface, (kind, direction)))
                    throw changes.Error(row, $"“{surface}” stands twice.");
        }
        _cues = new(cues);
        var words = new Dictionary<string, string>();
        foreach (var row in bases.Rows(columns: 2))
        {
            if (row[0] is not ("yoy" or "mom" or "ytd"))
                throw bases.Error(row, $"“{row[0]}” is no basis.");
            foreach (var surface in row.Surfaces(1))
                if (!words.TryAdd(surface, row[0]))
                    throw bases.Error(row, $"“{surface}” stands twice.");
        }
        _bases = new(words);
    }

    /// <param name="clause">The clause from its beginning, or from the figure before, to the figure's leading hedge.</param>
    /// <param name="after">What follows the figure: 将保持5%—8%的增长.</param>
    /// <param name="period">The claim's, if known: 比2020年 in 2021 is yoy, 比3月 in April mom.</param>
    public MeasureReading Read(ReadOnlySpan<char> clause, ReadOnlySpan<char> after, Quantity quantity, Period? period)
    {
        var proportion = quantity.Unit.Code is "%" or "‰" or "{倍}" || quantity.Unit.Code == "1" && quantity.Value is { Denominator: > 1 };
        var head = clause.TrimEnd("了约近达额为的幅度较比 ");
        if (head.EndsWith("分别"))
            head = head[..^2];
        // 价格下降的城市为2个, 下降的为2个: who moved, counted.
        if (clause[head.Length..] is var tail && tail.IndexOf('的') >= 0 && tail.IndexOf('为') > tail.IndexOf('的'))
            return new(Measure.Level, null, null, clause.Length, "level");
        var reached = clause.EndsWith("到") || clause.EndsWith("到了") || clause.EndsWith("至") || clause.EndsWith("升为") || clause.EndsWith("降为");
        var length = _cues.MatchEnd(head, out var cue);
        // 多, 少, 高, 低 move a figure only in a comparison.
        if (length == 1 && head[^1] is '多' or '少' or '高' or '低' or '快' or '慢' && (!Compares(clause) || clause.EndsWith("高达")))
            length = 0;
        if (length == 1 && head.Length > 1 && head[^2] is '起' or '递' or '裁' or '升' && head[^1] is '降')
            length = 0;
        if (length == 0 && proportion && _cues.MatchEnd(Bare(head), out var pace) is > 0 and var named && pace.Kind == CueKind.Rate)
        {
            head = Bare(head);
            (length, cue) = (named, pace);
        }
        if (length == 0 && proportion && after.StartsWith("的") && after.Length > 2 && Nominal(after[1..]) is { } nominal)
            return new(Measure.Growth, nominal, Basis(clause, period), clause.Length, "growth");
        // 同比多处置41亿元: more or less was done.
        if (length == 0 && Compares(head[(head.LastIndexOfAny('，', '；') + 1)..]) && MoreDone(head, out var more) is > 0 and var done)
            return new(proportion ? Measure.Growth : Measure.Change, more, Basis(clause, period), head.Length - done, proportion ? "growth" : "change");
        if (length == 1 && head[^1] is '减' or '增' or '升' or '降' or '涨' or '跌' && head.Length > 1 && head[^2] is '递' or '裁' or '免' or '缩')
            length = 0;
        var own = head[(head.LastIndexOfAny('，', '；') + 1)..];
        if ((length == 0 || quantity.Unit.Code == "pp") && (cue = GapBefore(own, out var gapStart)) is { Kind: CueKind.Gap } && (gapStart += gapStart < 0 ? 0 : head.Length - own.Length) >= 0 && quantity.Unit.Code is "pp" or "%" or "CNY" or "bp")
            return new(quantity.Unit.Code == "%" ? Measure.Growth : Measure.Change, cue.Direction, Basis(clause, period), gapStart, "gap");
        if (length > 0)
            _cues.MatchEnd(head, out cue);
        // 人口自然增长率 is a rate by name.
        if (cue.Kind == CueKind.Rate && length > 0 && head[..^length].EndsWith("自然"))
            return new(Measure.Level, null, null, clause.Length, "level");
        if (reached)
        {
            var before = head.TrimEnd("到至");
            var verb = _cues.MatchEnd(before, out var rates);
            // 增速达到了40%: a rate of growth is one, however far it got.
            if (verb > 0 && (rates.Kind == CueKind.Rate || before[^verb..].IndexOfAny('幅', '速') >= 0) && quantity.Unit.Code == "%" && clause[before.Length..].IndexOf('到') >= 0)
                return new(Measure.Growth, rates.Direction, Basis(clause, period), before.Length - verb, "growth");
            return new(IsShare(clause, quantity) ? Measure.Share : Measure.Level, null, null, before.Length - verb, "reached");
        }
        if (length > 0)
        {
            var start = head.Length - length;
            var isLevel = cue.Kind is CueKind.New && (proportion || head[start..] is "新增" && !Stocks.IsIn(head));
            if (!isLevel)
            {
                // 增速较上年末提高3.9个百分点: the last cue wins. 增长为 alone says a rate.
                if (cue.Kind is CueKind.Rate && !proportion && quantity.Unit.Code != "pp")
                    return new(Measure.Level, null, null, clause.Length, "level");
                if (cue.Kind is CueKind.Rate && quantity.Unit.Code == "pp")
                    return new(Measure.Change, cue.Direction, Basis(clause, period), start, "change");
                var measure = proportion ? Measure.Growth : Measure.Change;
                // 增长-2.3%: the sign turns it.
                if (quantity.Value is { } signed && signed.Digits.Sign < 0)
                    return new(measure, Direction.Down, Basis(clause, period), start, measure == Measure.Growth ? "growth" : "change");
                // 减少一半, 增加一倍.
                return new(measure, cue.Direction, Named(head, length) ?? Basis(clause, period), start, measure == Measure.Growth ? "growth" : cue.Kind == CueKind.Named ? "named-change" : "change");
            }
        }
        if (quantity.Unit.Code == "{番}")
            return new(Measure.Multiple, null, null, Math.Max(0, clause.LastIndexOf('翻')), "multiple");
        if (quantity.Unit.Code == "{倍}")
            return new(Measure.Multiple, null, null, clause.Length, "multiple");
        if (IsShare(clause, quantity))
            return new(Measure.Share, null, null, clause.Length, "share");
        // 超80%的抽水蓄能单站规模为…, 有35%的企业认为…: of those behind.
        if (quantity.Unit.Code == "%" && after.StartsWith("的") && IndicatorWords.Vacuous.MatchStart(after[1..], out _) == 0 && own.TrimEnd("有使让，；超近约逾过达到").Length <= 1)
            return new(Measure.Share, null, null, clause.Length, "share");
        // 74%以上用于民生, 90%都是冬小麦: of what the clause before spoke of.
        if (quantity.Unit.Code == "%" && own.TrimEnd("有使让，；超近约逾过达到").Length <= 1 && Uses.MatchStart(after) > 0)
            return new(Measure.Share, null, null, clause.Length, "share");
        // 全国造船完工量的90%为出口船舶.
        if (quantity.Unit.Code == "%" && own.EndsWith("的") && own.Length > 3 && after is ['为' or '是', ..])
            return new(Measure.Share, null, null, clause.Length, "share");
        // 新增中长期贷款4.0万亿元: the stock's change, its cue before the noun.
        if (!proportion && clause.IndexOf("新增") is >= 0 and var added && clause.Length - added <= 14 && Stocks.IsIn(clause[added..]))
            return new(Measure.Change, Direction.Up, Basis(clause, period), clause.Length, "change");
        if (Opens(own) is { } opened && quantity.Unit.Kind != UnitKind.Time)
            return new(proportion ? Measure.Growth : Measure.Change, opened, Basis(clause, period), clause.Length, "growth");
        // 住户贷款增速略有放缓，3月末为17.6%: the rate was named in the clause before.
        if (quantity.Unit.Code == "%" && clause.LastIndexOf("增速") is >= 0 and var rate && clause.EndsWith("为") && clause[rate..].IndexOf('，') >= 0)
            return new(Measure.Growth, Direction.Up, Basis(clause, period), rate, "growth");
        // 减产5.5亿公斤 and 净增 stand before a noun of their own elsewhere; a bare figure is a level.
        return new(Measure.Level, null, null, clause.Length, "level");
    }

    /// <summary>压减政府性基金项目30%: the verb stands before its object.</summary>
    static Direction? Opens(ReadOnlySpan<char> own)
    {
        // 全县减少农村贫困人口1.12万人.
        if (own.Length > 3 && own[0] is '全' or '我' or '该' && own[1] is '国' or '省' or '市' or '县' or '区' or '州' or '旗' or '镇' or '乡' or '村')
            own = own[2..];
        if (DownOpeners.MatchStart(own) is > 0 and var down && own.Length > down + 1)
            return Direction.Down;
        return UpOpeners.MatchStart(own) is > 0 and var up && own.Length > up + 1 ? Direction.Up : null;
    }

    /// <summary>多处置, 少支出: 多 or 少 with a verb; its length, or 0.</summary>
    static int MoreDone(ReadOnlySpan<char> head, out Direction direction)
    {
        direction = Direction.Up;
        if (IndicatorWords.Verbs.MatchEnd(head, out _) is not (> 0 and var verb) || verb >= head.Length || head[^(verb + 1)] is not ('多' or '少'))
            return 0;
        direction = head[^(verb + 1)] == '多' ? Direction.Up : Direction.Down;
        return verb + 1;
    }

    /// <summary>增速均超50%, 增幅均在150%以上: adverbs stand between the rate and its figure.</summary>
    static ReadOnlySpan<char> Bare(ReadOnlySpan<char> head) => FrontAdverbs.MatchEnd(head) is > 0 and var adverb ? head[..^adverb].TrimEnd("均都仍") : [];

    /// <summary>5%—8%的增长, 3%的降幅: the cue stands behind.</summary>
    Direction? Nominal(ReadOnlySpan<char> after)
    {
        foreach (var adverb in BehindAdverbs.Words)
            if (after.StartsWith(adverb))
                after = after[adverb.Length..];
        return _cues.MatchStart(after, out var cue) > 1 && cue.Kind is CueKind.Moves or CueKind.Rate ? cue.Direction : null;
    }

    static bool Compares(ReadOnlySpan<char> clause) => clause.IndexOf('比') >= 0 || clause.IndexOf('较') >= 0 || clause.Contains("同期", StringComparison.Ordinal);

    /// <summary>高于全国3.77个百分点, 高出全部贷款增速5.4个百分点: the cue, then what is compared.</summary>
    (CueKind Kind, Direction Direction) GapBefore(ReadOnlySpan<char> head, out int start)
    {
        // Most say no gap at all, and that one look tells.
        foreach (var word in Gaps.IsIn(head) ? Gaps.Words : [])
            if (head.LastIndexOf(word) is >= 0 and var at && head.Length - at <= 22)
            {
                start = at;
                _cues.TryGet(word, out var cue);
                return cue;
            }
        start = -1;
        return (CueKind.Moves, Direction.Up);
    }

    static bool IsShare(ReadOnlySpan<char> clause, Quantity quantity)
    {
        if (quantity.Unit.Code is not ("%" or "‰" or "1"))
            return false;
        var own = clause[(clause.LastIndexOf('，') + 1)..];
        if (quantity.Unit.Code == "%" && own.Contains("相当于", StringComparison.Ordinal) && own.EndsWith("的"))
            return true;
        // 全国旅游总收入约为国内生产总值的4%.
        if (quantity.Unit.Code == "%" && own.TrimStart("大约") is ['为' or '是', _, _, ..] && own.EndsWith("的"))
            return true;
        foreach (var word in Shares.Words)
            if (own.LastIndexOf(word) is >= 0 and var at && !(word == "占" && at + 1 < own.Length && own[at + 1] is '地' or '用') && !(word == "比例" && at + 2 < own.Length && own[(at + 2)..].IndexOf('比') >= 0))
                return true;
        return false;
    }

    string? Basis(ReadOnlySpan<char> clause, Period? period)
    {
        string? basis = null;
        var year = period?.End.Year;
        for (var at = 0; at < clause.Length; at++)
        {
            if (_bases.MatchStart(clause[at..], out var found) is > 0 and var length)
            {
                // 比上年12月: another month of last year is no year-on-year.
                basis = found == "yoy" && Month(clause[(at + length)..]) is { } month && !(period is { } own && month == own.End.Month)
                    ? year is { } y ? $"since:{y - 1:0000}-{month:00}" : null : found;
                at += length - 1;
            }
            else if (clause[at] is '比' or '较' && clause[(at + 1)..] is { Length: >= 5 } rest && char.IsAsciiDigit(rest[0]) && rest[4] == '年' && int.TryParse(rest[..4], out var against))
                basis = year == against + 1 ? "yoy" : $"since:{against}";
            // 比3月增加0.3% of April; 较6月末 of September.
            else if (clause[at] is '比' or '较' && Month(clause[(at + 1)..]) is { } before && period is { } stated && before < stated.End.Month)
                basis = before == stated.End.Month - 1 ? "mom" : $"since:{year:0000}-{before:00}";
        }
        return basis;
    }

    /// <summary>年增2.4%, 月減3千人: the cue says against what. Behind a digit (2019年增) it is the end of a date.</summary>
    static string? Named(ReadOnlySpan<char> head, int length) =>
        length != 2 || head.Length > length && char.IsAsciiDigit(head[^(length + 1)]) ? null : head[^length] switch { '年' => "yoy", '月' => "mom", _ => null };

    /// <summary>The month that a phrase opens with: 3月, 12月末.</summary>
    static int? Month(ReadOnlySpan<char> rest)
    {
        var digits = 0;
        while (digits < rest.Length && char.IsAsciiDigit(rest[digits])) digits++;
        return digits is 1 or 2 && digits < rest.Length && rest[digits] == '月' && int.Parse(rest[..digits], CultureInfo.InvariantCulture) is >= 1 and <= 12 and var month ? month : null;
    }

    static WordList Openers(string kind) => WordList.Embedded("Measures.openers.tsv", kind, "down", "up", "gap");
}

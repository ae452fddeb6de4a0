using System.Buffers;
using Extractor.Core.Claims;
using Extractor.Core.Numbers;
using Extractor.Core.Text;

namespace Extractor.Core.Quantities;

/// <summary>
/// Finds quantities in folded text in one pass that jumps from number to number, and says of every other number why
/// it is none.
/// </summary>
sealed class QuantityRecognizer(UnitLexicon units, QualifierLexicon qualifiers, ImpliedUnits implied)
{
    const string SmallCounters = "家户名起所座辆例艘架";

    static readonly SearchValues<char> SmallShares = SearchValues.Create("占近约超逾过足到达有为");

    static readonly SearchValues<char> PlanWords = SearchValues.Create("预标计介");

    static readonly SearchValues<char> BracketCounters = SearchValues.Create("套个件人次台头只户家枚处名期场种类组份");

    public static QuantityRecognizer Default { get; } = new(UnitLexicon.Default, QualifierLexicon.Default, ImpliedUnits.Default);

    /// <param name="dates">Spans of dates in order; numbers inside are skipped.</param>
    public (List<Quantity> Quantities, List<NoQuantity> Others) Recognize(ReadOnlySpan<char> text, TextSpan within, IReadOnlyList<TextSpan> dates)
    {
        var found = new List<Quantity>();
        var others = new List<NoQuantity>();
        var date = 0;
        var read = within.Start;
        for (var at = within.Start; at < within.End;)
        {
            var skip = text[at..within.End].IndexOfAny(NumberReader.Starts);
            if (skip < 0)
                break;
            at += skip;
            while (date < dates.Count && dates[date].End <= at) date++;
            if (date < dates.Count && dates[date].Start <= at)
            {
                if (text[dates[date].Start..dates[date].End].ContainsAny(NumberReader.Starts))
                    others.Add(new(dates[date], "date"));
                at = dates[date].End;
                continue;
            }
            if (NameLexicon.Default.End(text[..within.End], at, read) is > 0 and var name)
            {
                others.Add(new(new(at, name), "name"));
                at = read = name;
                continue;
            }
            at = read = ReadAt(text[..within.End], at, within.Start, found, others);
        }
        ShareUnits(text, found, others);
        return (found, others);
    }

    bool UnitAt(ReadOnlySpan<char> text, int at) => text[at] is '百' or '千' or '兆' && units.Match(text[at..], out _) > 1;

    /// <summary>Reads the number at <paramref name="at"/>, files it, and returns where to go on.</summary>
    int ReadAt(ReadOnlySpan<char> text, int at, int from, List<Quantity> found, List<NoQuantity> others)
    {
        if (!TryReadNumber(text, at, out var number))
        {
            var next = at + 1;
            if (char.IsAsciiDigit(text[at]))
                while (next < text.Length && char.IsAsciiDigit(text[next])) next++;
            return next;
        }
        var before = text[from..at];
        if (TryReadRange(text, at, from, number, out var range))
        {
            found.Add(range);
            return range.Span.End;
        }
        var end = number.End;
        if (number.Value.Digits.IsZero is false && end - at > ExactNumber.LongestNumber)
            return Reject(others, at, end, "too long");
        if (number.Script is Script.Arabic && Naming.Reason(text, at, end) is { } reason)
            return Reject(others, at, end, reason);
        if (number.Script is Script.Han && (before.EndsWith("第") || Naming.Reason(text, at, end) is "name" or "ordinal"))
            return Reject(others, at, end, "ordinal");

        var (isImplied, isIndex) = (false, false);
        var qualifier = Qualifier.Exact;
        var unit = number.Script switch { Script.Percent => number.Power == 2 ? Unit.Percent : Unit.PerMille, Script.Fraction => Unit.One, _ => null };
        var unitEnd = end;
        var inner = number.Vagueness switch { Vagueness.MoreThan => Qualifier.MoreThan, Vagueness.AtLeast => Qualifier.AtLeast, _ => Qualifier.Exact };
        if (unit is null)
        {
            var unitStart = end;
            if (end < text.Length && text[end] is '余' or '多' or '来' && end + 1 < text.Length && (units.Match(text[(end + 1)..], out _) > 0 || number.IsScaled))
            {
                inner = Qualifier.MoreThan;
                unitStart = end + 1;
            }
            var length = units.Match(text[unitStart..], out var matched);
            if (length > 0 && !IsUnitHere(text, at, from, number, text.Slice(unitStart, length), text[(unitStart + length)..]))
                length = 0;
            if (length > 0)
            {
                unit = matched is { Code: "{分}" } && IsPrice(before) ? new("CNY", UnitKind.Money, -2) : matched;
                unitEnd = unitStart + length;
                if (Naming.IsRank(before, text.Slice(unitStart, length)))
                    return Reject(others, at, unitEnd, "rank");
                if (unit.Kind == UnitKind.Time && !number.IsScaled && !Duration.IsStatistic(text[from..at]))
                    return Reject(others, at, unitEnd, "duration");
                unitEnd += Bracket(text[unitEnd..]);
            }
            else if (number.IsScaled && number.Script == Script.Arabic || number is { Script: Script.Han, Power: >= 4 } && number.End - at > 1)
            {
                unitEnd = unitStart;
                unit = implied.Find(before, text[unitEnd..]) ?? (found is [.., { Rule: "implied" } last] && last.Span.Start >= from ? last.Unit : null);
                isImplied = unit is not null;
                // 接待游客4000万人次，力争突破4200万.
                if (unit is null && found is [.., { Unit.Kind: not (UnitKind.Proportion or UnitKind.None) } said] && at - said.Span.End is > 0 and <= 14 && (unitEnd >= text.Length || text[unitEnd] is '，' or '。' or '；' or '、' or '）'))
                    unit = said.Unit;
                if (unit is null && number.Script == Script.Han)
                    return Reject(others, at, end, "no unit");
                unit ??= Unit.One;
            }
        }
        if (unit is null)
        {
            // Kept as a candidate: a later figure of the list may carry the unit (0.6和1.0个百分点).
            if (number.Script == Script.Arabic && Joins(text, end))
            {
                var bare = new Quantity(new(at, end), Lead(text, from, at, ref qualifier), end, number.Value, null, null, Unit.One, qualifier, number.Script, "shared-unit") { SharesUnit = true };
                found.Add(bare);
                return end;
            }
            if (number.Script != Script.Arabic || !IsIndex(before) && !(found is [.., { Rule: "index" } last] && at - last.Span.End is > 0 and <= 12 && IsMoved(before)))
                return Reject(others, at, end, "no unit");
            isIndex = true;
            unit = Unit.One;
        }
        if (number.Script == Script.Han && !IsHanCount(text, at, number, unit, unitEnd, out reason))
            return Reject(others, at, unitEnd, reason);

        // 上年同期为-1.06亿元: the sign is the figure's.
        var start = IsNegative(before) && number is { Script: Script.Arabic, High: null } ? at - 1 : at;
        var lead = Lead(text, from, start, ref qualifier);
        var spanEnd = unitEnd;
        if (qualifiers.MatchTrailing(text[unitEnd..], out var trailing) is > 0 and var hedge && !IsWordGoingOn(text, unitEnd, hedge))
        {
            if (IsThreshold(text, from, at, unitEnd, hedge, unit))
                return Reject(others, at, unitEnd + hedge, "threshold");
            spanEnd = unitEnd + hedge;
            if (qualifier == Qualifier.Exact && inner == Qualifier.Exact)
                qualifier = trailing;
        }
        if (qualifier == Qualifier.Exact)
            qualifier = inner;
        if (Naming.PointsBack(before))
            return Reject(others, at, spanEnd, "points back");
        if (Naming.IsPer(before, text[spanEnd..]))
            return Reject(others, at, spanEnd, "per");
        var power = number.Script == Script.Percent ? 0 : unit.Power;
        var high = number.High?.Scaled(power);
        var value = start < at ? number.Value.Scaled(power).Negated() : number.Value.Scaled(power);
        found.Add(new(new(start, spanEnd), lead, unitEnd, high is null ? value : null, high is null ? null : value, high, unit, qualifier, number.Script, isImplied ? "implied" : isIndex ? "index" : Rule(number)));
        return spanEnd;
    }

    static bool IsNegative(ReadOnlySpan<char> before) =>
        before.Length > 1 && before[^1] is '-' or '−' && before[^2] is '为' or '达' or '到' or '至' or '是' or '约' or '：' or '（' or '，' or '在' or '仅' or '、' or '长' or '幅' or '速' or '报';

    /// <summary>托市价为每斤1.18元，较上年提高6分: small money.</summary>
    static bool IsPrice(ReadOnlySpan<char> before) => before[^Math.Min(before.Length, 24)..].Contains('价');

    /// <summary>售价指数报394.8, 基尼系数为0.47: a figure whose kind has no unit.</summary>
    static bool IsIndex(ReadOnlySpan<char> before)
    {
        var clause = before[(before.LastIndexOfAny('，', '；', '。') + 1)..].TrimEnd(ReachedWords);
        return clause.EndsWith("倍差") || clause.EndsWith("收入比") || clause.EndsWith("比值") || clause.EndsWith("市盈率") || clause.EndsWith("指数") || clause.EndsWith("系数") || clause.EndsWith("PMI") || clause.EndsWith("（PMI）");
    }

    /// <summary>收入倍差1.92，比上年缩小0.01: the index moved.</summary>
    static bool IsMoved(ReadOnlySpan<char> before) =>
        before.EndsWith("缩小") || before.EndsWith("扩大") || before.EndsWith("提高") || before.EndsWith("下降") || before.EndsWith("上升") || before.EndsWith("回落") || before.EndsWith("降低") || before.EndsWith("增加") || before.EndsWith("减少");

    const string ReachedWords = "为达到是报收升降至回落了约分别提高将下增加减少仍";

    static string Rule(NumberToken number) => number.Script switch
    {
        Script.Percent => "percent-words", Script.Fraction => "fraction", Script.Han => "han-numeral", _ => number.IsScaled ? "scaled" : "plain",
    };

    static int Reject(List<NoQuantity> others, int start, int end, string reason)
    {
        others.Add(new(new(start, end), reason));
        return end;
    }

    bool TryReadNumber(ReadOnlySpan<char> text, int at, out NumberToken number)
    {
        // 半 opens 一半 only; 上 and 数 need a scale word: left to the reader.
        if (text[at] == '一' && at + 1 < text.Length && text[at + 1] == '半' && (at + 2 >= text.Length || text[at + 2] is not ('天' or '年' or '夜' or '路' or '会')))
        {
            number = new(at + 2, ExactNumber.Whole(1) with { Denominator = 2 }, null, Vagueness.None, Script.Fraction, 0, Bare: false);
            return true;
        }
        var copy = text.Length - at > 80 ? text.Slice(at, 80) : text[at..];
        var local = copy.ToString();
        if (!NumberReader.TryRead(copy, 0, i => UnitAt(local, i), out number))
            return false;
        number = number with { End = number.End + at };
        while (number.Script == Script.Arabic && !number.IsScaled && number.End < text.Length && char.IsAsciiDigit(text[number.End]))
            number = number with { End = number.End + 1 };
        return true;
    }

    int Lead(ReadOnlySpan<char> text, int from, int at, ref Qualifier qualifier)
    {
        var before = text[from..at];
        if (before.EndsWith("了") || before.EndsWith("达"))
        {
            var inner = qualifiers.MatchLeading(before[..^1], out var found);
            if (inner > 0)
            {
                qualifier = found;
                return at - 1 - inner;
            }
        }
        var length = qualifiers.MatchLeading(before, out var direct);
        if (length > 0)
            qualifier = direct;
        else if (before[(before.LastIndexOfAny('，', '。', '；') + 1)..] is var clause && (clause.LastIndexOf("约占") >= 0 || clause.LastIndexOf("约为") >= 0) && !clause.ContainsAnyInRange('0', '9'))
            qualifier = Qualifier.About; // 约占总量的77%
        return at - length;
    }

    /// <summary>15—20亿元, 6%—8%, 三至五家. From–to pairs (由…到…) are no ranges.</summary>
    bool TryReadRange(ReadOnlySpan<char> text, int at, int from, NumberToken low, out Quantity range)
    {
        range = null!;
        if (low.Script is Script.Fraction or Script.Percent || low.High is not null)
            return false;
        var lowUnitLength = units.Match(text[low.End..], out var lowUnit);
        foreach (var unitLength in (ReadOnlySpan<int>)[lowUnitLength, 0])
        {
            var dash = low.End + unitLength;
            var connector = 0;
            while (dash + connector < text.Length && connector < 3 && text[dash + connector] is '—' or '~' or '-') connector++;
            var words = connector == 0 && dash < text.Length && text[dash] is '至' or '到';
            if (words)
                connector = 1;
            if (connector == 0 || dash + connector >= text.Length || !NumberReader.Starts.Contains(text[dash + connector]))
                continue;
            if (words && (text[from..at].EndsWith("由") || text[from..at].EndsWith("从") || text[from..at].EndsWith("自") || text[from..at].EndsWith("的") || at > from && text[at - 1] is '升' or '降' or '加' or '少' or '涨' or '跌' or '长' or '高' or '低' or '增' or '减' && text[from..at].IndexOfAny(PlanWords) < 0))
                return false;
            if (!TryReadNumber(text, dash + connector, out var high) || high.Script != low.Script)
                continue;
            var unitStart = high.End;
            if (units.Match(text[unitStart..], out var unit) is not (> 0 and var length))
                continue;
            if (unitLength > 0 && lowUnit.Code != unit.Code || unit.Kind == UnitKind.Time && !Duration.IsStatistic(text[from..at]))
                return false;
            if (Naming.Reason(text, at, low.End) is "code" or "ordinal" or "name")
                return false;
            var power = low.IsScaled || unitLength > 0 ? 0 : high.Power;
            var (lowest, highest) = (low.Value.Scaled(power + unit.Power), high.Value.Scaled(unit.Power));
            if (!lowest.IsLessThan(highest))
                return false;
            var qualifier = Qualifier.Exact;
            var lead = Lead(text, from, at, ref qualifier);
            var end = unitStart + length;
            var spanEnd = end;
            if (qualifiers.MatchTrailing(text[end..], out var trailing) is > 0 and var hedge && !IsWordGoingOn(text, end, hedge))
            {
                spanEnd += hedge;
                if (qualifier == Qualifier.Exact)
                    qualifier = trailing;
            }
            range = new(new(at, spanEnd), lead, end, null, lowest, highest, unit, qualifier, low.Script, "range");
            return true;
        }
        return false;
    }

    /// <summary>Some unit words are units only in the right company: 成, 级, 位, 升, 方.</summary>
    static bool IsUnitHere(ReadOnlySpan<char> text, int at, int from, NumberToken number, ReadOnlySpan<char> unit, ReadOnlySpan<char> after)
    {
        var before = text[from..at];
        return unit switch
        {
            "成" => !number.IsScaled && number.Value.Approximate <= 10 && (after.IsEmpty || after[0] is not ('为' or '立' or '功' or '员' or '果' or '绩' or '本' or '套' or '品' or '就' or '分' or '效' or '都' or '熟' or '交' or '长')),
            "级" => before.Length > 0 && (before[^Math.Min(8, before.Length)..].Contains("震", StringComparison.Ordinal) || after.StartsWith("地震") || after.StartsWith("左右地震")),
            "升" or "方" or "立方" => number.IsScaled || after.IsEmpty || !Glyph.IsHan(after[0]),
            "次" => !after.StartsWith("产业") && !after.StartsWith("列车") && !after.StartsWith("会议"),
            "组" => !before.EndsWith("村") && !before.EndsWith("社") && !before.EndsWith("队"),
            "面" => !after.StartsWith("积"),
            "人" => !after.StartsWith("民币") && !after.StartsWith("大") || after.StartsWith("大学"),
            "个" => !after.StartsWith("人"),
            "家" => !after.StartsWith("庭"),
            "毛" => after.IsEmpty || after[0] is not ('利' or '收' or '重' or '入' or '猪' or '竹' or '巾' or '衣'),
            "分" => (number.Value.Exponent < 0 || IsPrice(before)) && (after.IsEmpty || after[0] is not ('钟' or '之' or '钱' or '米' or '别')),
            "口" => !after.StartsWith("岸"),
            "年" or "日" or "天" or "周" => true,
            "本" => !after.StartsWith("报") && !after.StartsWith("级"),
            "名" => !after.StartsWith("列") && !after.StartsWith("单"),
            "元" => !after.StartsWith("旦") && !after.StartsWith("素"),
            "门" => !after.StartsWith("口"),
            "度" => number.IsScaled && (after.IsEmpty || !Glyph.IsHan(after[0]) || after[0] is '左' or '以' or '电') && before[^Math.Min(before.Length, 24)..].Contains('电'),
            "台" => !after.StartsWith("湾") && !after.StartsWith("阶"),
            "村" or "乡" or "镇" => number.Script == Script.Arabic && number.Value.Exponent == 0,
            "起" => after.IsEmpty || !after.StartsWith("来") && !after.StartsWith("步"),
            _ => true,
        };
    }

    /// <summary>Whether an amount in Chinese numerals counts at all: 一 rarely does, small ones only where things are counted one by one.</summary>
    static bool IsHanCount(ReadOnlySpan<char> text, int at, NumberToken number, Unit unit, int unitEnd, out string reason)
    {
        reason = "no number";
        if (number.Bare && !(at > 0 && text[at - 1] is '近' or '超' or '约' or '逾' or '过' or '破' or '达' or '在') && !(unitEnd < text.Length && text[unitEnd..].StartsWith("以上")))
            return false;
        reason = "a";
        if (number.High is not null || number.Vagueness != Vagueness.None)
            return unit.Kind != UnitKind.None;
        if (unit.Kind is UnitKind.Money)
            return true;
        if (unit.Code == "{番}")
            return true;
        // 约占一成, 近一成.
        if (unit.Code == "%" && text[number.End] == '成' && at > 0 && (SmallShares.Contains(text[at - 1]) || number.Value.Approximate > 1))
            return true;
        if (text[at] == '一' && number.Value.Digits.IsOne)
            return false;
        reason = "small count in words";
        if (number.Value.Approximate >= 20 || unit.Kind is UnitKind.Proportion && unit.Code is "pp" or "%")
            return true;
        if (unit.Code is "{倍}" or "{番}")
            return true;
        return unitEnd - number.End == 1 && SmallCounters.Contains(text[number.End]) && number.Value.Approximate >= 2
            && (unitEnd < text.Length && Glyph.IsHan(text[unitEnd]) && text[unitEnd] is not ('的' or '人' or '都')) && !(at > 0 && text[at - 1] is '这' or '那' or '每');
    }

    static int Bracket(ReadOnlySpan<char> after)
    {
        if (after.IsEmpty || after[0] != '（')
            return 0;
        for (var i = 1; i < Math.Min(after.Length, 5); i++)
        {
            if (after[i] == '）')
                return i > 1 && i <= 4 && after[1..i].IndexOfAnyExcept(BracketCounters) < 0 ? i + 1 : 0;
        }
        return 0;
    }

    // «3家多数», «5%起步»: the hedge is the head of another word.
    static bool IsWordGoingOn(ReadOnlySpan<char> text, int end, int hedge)
    {
        var word = text.Slice(end, hedge);
        var next = end + hedge < text.Length ? text[end + hedge] : '。';
        return word is "多" && next is '数' or '年' or '次' or '种' or '元' or '层' or '地' or '家' or '个' || word is "余" && next is '额' or '名' or '下'
            || word is "起" && next is not ('，' or '。' or '、' or '；' or '）');
    }

    /// <summary>规模以上, 5万元以上大案, 35岁及以下: a bound that names a class.</summary>
    static bool IsThreshold(ReadOnlySpan<char> text, int from, int at, int unitEnd, int hedge, Unit unit)
    {
        var word = text.Slice(unitEnd, hedge);
        if (word is "及以上" or "及以下")
            return true;
        if (word is not ("以上" or "以下" or "以内" or "之内") || unit.Kind == UnitKind.Proportion || unitEnd + hedge >= text.Length)
            return false;
        var next = text[unitEnd + hedge];
        if (!Glyph.IsHan(next) && next != '（')
            return false;
        var before = text[from..at];
        foreach (var verb in (ReadOnlySpan<string>)["达", "达到", "超过", "增加", "减少", "完成", "实现", "保持", "稳定在", "控制在", "保持在", "提高", "新增", "突破", "安排", "投入", "形成", "为", "在"])
            if (before.EndsWith(verb))
                return next is '的';
        return !(next is '的' && Indicators.IndicatorWords.Verbs.MatchEnd(before, out _) > 1);
    }

    static bool Joins(ReadOnlySpan<char> text, int end) =>
        end + 1 < text.Length && (text[end] is '、' or '和' or '与' or '及' or '或' && NumberReader.Starts.Contains(text[end + 1]) || text[end] is '、' && char.IsAsciiDigit(text[end + 1]));

    /// <summary>Completes 0.6和1.0个百分点, 0.04个和0.03个百分点, 15和20亿元 from the last figure; drops what stays bare.</summary>
    static void ShareUnits(ReadOnlySpan<char> text, List<Quantity> found, List<NoQuantity> others)
    {
        for (var i = found.Count - 1; i >= 0; i--)
        {
            var quantity = found[i];
            var next = i + 1 < found.Count ? found[i + 1] : null;
            var adjacent = next is not null && next.Span.Start - quantity.Span.End is >= 0 and <= 4 && text[quantity.Span.End..next.Span.Start] is var between
                && (between is "、" or "和" or "与" or "及" or "或" or "以及" || between is "和下降" or "和上升" or "和提高" or "和增长");
            if (quantity.SharesUnit)
            {
                if (adjacent && !next!.SharesUnit)
                {
                    var power = next.Script == Script.Arabic && next.Value is { Exponent: > 0 } scaled && quantity.Value!.Value.Exponent <= 0 && next.Unit.Kind == UnitKind.Money ? ScalePower(text, next) : 0;
                    found[i] = quantity with { Unit = next.Unit, Value = quantity.Value!.Value.Scaled(power + next.Unit.Power), SharesUnit = false, Rule = "shared-unit" };
                }
                else
                {
                    others.Add(new(quantity.Span, "no unit"));
                    found.RemoveAt(i);
                }
            }
            // 3217.9亿、2471.3亿和1940.7亿元: each has its scale, the last the unit.
            else if (adjacent && quantity is { Unit.Code: "1", Rule: "scaled" or "implied" } && next!.Unit.Kind is UnitKind.Money or UnitKind.Physical or UnitKind.People or UnitKind.Count)
                found[i] = quantity with { Unit = next.Unit };
            else if (adjacent && quantity.Unit.Code == "{个}" && next!.Unit.Code is "pp" or "bp")
                found[i] = quantity with { Unit = next.Unit };
        }
        others.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
    }

    static int ScalePower(ReadOnlySpan<char> text, Quantity quantity)
    {
        var power = 0;
        foreach (var c in text[quantity.Span.Start..quantity.UnitEnd])
            power += c switch { '百' => 2, '千' => 3, '万' => 4, '亿' => 8, _ => 0 };
        return power;
    }
}

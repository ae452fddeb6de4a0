using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Extractor.Core.Claims;
using Extractor.Core.Text;

namespace Extractor.Core.Periods;

/// <summary>
/// Finds dates and periods and resolves them: against the publication date, and against the year that the text
/// spoke of last. In an annual report of an early month 全年 and 年末 are those of the year before.
/// </summary>
/// <param name="isRepublican">Whether a year of two or three digits counts from 1912, as in Taiwan: 113年 is 2024.</param>
sealed class PeriodRecognizer(DateOnly? published, bool isRepublican = false)
{
    static readonly SearchValues<char> Starts = SearchValues.Create("0123456789民今本当去上前明后截至目日近发连党十二一三四五六七八九两“全年首第下昨同过末底初如眼现国春双劳新中");

    static readonly SearchValues<char> FigureCharacters = SearchValues.Create("0123456789.约近");

    int? _year;
    int? _month;
    int? _day;
    int? _reported;

    /// <summary>The period read last, which 去年同期 goes back from.</summary>
    Period? _last;

    DateOnly? _dateline;

    /// <summary>What 今日 and 昨日 count from: the dateline's date where there is one, for a page is printed a day later.</summary>
    DateOnly? Today => _dateline ?? published;

    /// <summary>A new article: the year it speaks of is open again; the year of the report holds for the document.</summary>
    public void Open()
    {
        (_year, _month, _day) = (null, null, null);
        _dateline = null;
    }

    /// <summary>本报长沙7月3日讯: the day on which the article was written.</summary>
    public void NoteDateline(string text, TextSpan dateline)
    {
        var spoken = (_year, _month, _day);
        _dateline = Recognize(text, dateline).FindLast(mention => mention.Period is { IsPoint: true }).Period?.Start;
        (_year, _month, _day) = spoken;
    }

    public List<PeriodMention> Recognize(string text, TextSpan within)
    {
        var found = new List<PeriodMention>();
        for (var at = within.Start; at < within.End;)
        {
            var skip = text.AsSpan(at, within.End - at).IndexOfAny(Starts);
            if (skip < 0)
                break;
            at += skip;
            if (at > 0 && char.IsAsciiDigit(text[at]) && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '.' or '第' or '〔' || char.IsAsciiLetter(text[at - 1])))
            {
                while (at < within.End && char.IsAsciiDigit(text[at])) at++;
                continue;
            }
            var (year, month) = (_year, _month);
            if (TryReadAt(text, within.Start, at, out var mention) && mention.Span.End <= within.End)
            {
                var basis = IsBasis(text, within.Start, mention.Span);
                // A year that is only compared with is not the one the text speaks of.
                if (basis)
                    (_year, _month) = (year, month);
                else if (mention is { HasYear: true, Period: { } stated } && stated.Start.Year == stated.End.Year
                    && (published is not { } day || stated.End.Year == day.Year - 1 || stated.End.Year == day.Year && day.Month > 4))
                    _reported ??= stated.End.Year;
                // 《2019年工作要点》 names a paper; nothing happened in it.
                var titled = text.AsSpan(within.Start, at - within.Start) is var ahead && ahead.LastIndexOf('《') > ahead.LastIndexOf('》');
                var bracketed = text.AsSpan(within.Start, at - within.Start) is var open && open.LastIndexOf('（') > open.LastIndexOf('）') && text.AsSpan(mention.Span.End, Math.Min(10, within.End - mention.Span.End)).IndexOf("价格") >= 0;
                if (mention.Period is { } read && !basis && !titled)
                    _last = read;
                found.Add(mention with { IsBasis = basis || titled || bracketed });
                at = mention.Span.End;
            }
            else
                at++;
        }
        return found;
    }

    /// <summary>
    /// The year an annual figure without a year belongs to: the reported one, else the last that was over, unless the
    /// words before look ahead (预计全年…) or the article speaks of the running year.
    /// </summary>
    int? ReportYear(ReadOnlySpan<char> before)
    {
        if (published is { Month: > 2 } running)
            foreach (var word in Ahead)
                if (before.Contains(word, StringComparison.Ordinal))
                    return running.Year;
        if (_reported is { } reported)
            return reported;
        if (published is not { } day)
            return _year;
        return day.Month > 4 && (_year == day.Year || day.Month >= 12) ? day.Year : day.Year - 1;
    }

    /// <summary>How far behind 全年 or 年底 a word may stand that looks ahead: 年底前，将新增….</summary>
    const int LookAhead = 6;

    static readonly string[] Ahead = ["预计", "预测", "力争", "确保", "目标", "计划", "有望", "将", "争取"];

    static readonly string[] Foundings = ["成立", "创办", "创建", "组建", "注册", "建校", "建厂", "开业", "挂牌", "始建", "诞生", "落户", "注册成立", "正式成立", "设立", "批准设立", "建市", "建县", "设区", "建区", "撤县设市", "撤县设区", "挂牌成立", "建成投产", "建成投用", "出生", "毕业", "退伍", "返乡", "入党"];

    const string ListCharacters = "0123456789-—~、和及月至到季度年一二三四前";

    static bool IsBasis(string text, int from, TextSpan span)
    {
        var before = text.AsSpan(from, span.Start - from);
        var after = text.AsSpan(span.End, Math.Min(16, text.Length - span.End));
        // 恢复到2019年的87.5%, 相当于2012年的5.2倍.
        if (after.StartsWith("的") && (before.EndsWith("到") || before.EndsWith("至") || before.EndsWith("相当于") || before.EndsWith("是") || before.EndsWith("为")) && after.Length > 2)
        {
            var rest = after[1..];
            var digits = rest.IndexOfAnyExcept(FigureCharacters);
            if (digits > 0 && rest[digits] is '%' or '倍')
                return true;
        }
        // 较1-2月、1-3月、1-4月: all of the list is compared with.
        var list = before.TrimEnd(ListCharacters);
        if (list.Length < before.Length && list.Length > 0 && list[^1] is '较' or '比' && before[^1] is '、' or '和' or '及')
            return true;
        if (before.EndsWith("相当于") || before.EndsWith("恢复到") && after.StartsWith("同期") || before.EndsWith("赶超"))
            return true;
        // 2011年3月成立，现有…: when it began is not when the figures hold.
        var clause = after.IndexOfAny('，', '。') is >= 0 and var stop ? after[..stop] : default;
        foreach (var founding in Foundings)
            if (clause.EndsWith(founding) || before.EndsWith(founding) || before.EndsWith("于") && before[..^1].EndsWith(founding))
                return true;
        return before.EndsWith("比") && !before.EndsWith("占比") && !before.EndsWith("环比") && !before.EndsWith("同比") || before.EndsWith("较") || before.EndsWith("相比于") || before.EndsWith("相对于")
            || before.EndsWith("与") && (after.StartsWith("同期") || after.StartsWith("相比")) || after.StartsWith("相比") || after.StartsWith("同期") || after.StartsWith("的同期") || after.StartsWith("同月") || span.In(text) is "全年" or "年度" or "全年度" && (after.StartsWith("计划") || after.StartsWith("目标") || after.StartsWith("任务") || after.StartsWith("预算") || after.StartsWith("预期目标")) || after.StartsWith("的基础上") || after.StartsWith("基础上") || after.StartsWith("持平") || before.EndsWith("同比") && span.Length >= 5
            || (before.EndsWith("超越") || before.EndsWith("超过")) && after.StartsWith("的") || after.Length > 2 && after[0] == '第' && char.IsAsciiDigit(after[1]) && after[..Math.Min(after.Length, 6)].Contains('号')
            || before.EndsWith("快于") || before.EndsWith("慢于") || before.EndsWith("高于") || before.EndsWith("低于") || before.EndsWith("多于") || before.EndsWith("少于") || before.EndsWith("好于");
    }

    bool TryReadAt(string text, int from, int at, out PeriodMention mention)
    {
        if (Holidays.Default.Match(text.AsSpan(at, Math.Min(LongestHoliday, text.Length - at)), out var holiday) is > 0 and var named && Holiday(text, from, at, holiday) is { } days)
        {
            mention = new(new(at, at + named), days, IsBasis: false, HasYear: true);
            return true;
        }
        if (PeriodPatterns.FinancialYear().Match(text, at) is { Success: true } financial && financial.Groups["s"].Value is var s
            && Number(financial, "y") is { } fy && (fy + 1) % 100 == int.Parse(s[^2..], CultureInfo.InvariantCulture))
            return Found(financial, new Period(new(fy, 4, 1), new(fy + 1, 3, 31)), out mention);
        if (PeriodPatterns.Months().Match(text, at) is { Success: true } months && Number(months, "y") is { } y1 && Number(months, "y2") is { } y2 && Number(months, "m") is { } m1 && Number(months, "m2") is { } m2
            && new DateOnly(y1, m1, 1) is var opens && Period.Month(y2, m2).End is var ends && opens < ends)
            return Found(months, new Period(opens, ends), out mention, hasYear: true);
        if (PeriodPatterns.Day().Match(text, at) is { Success: true } day && IsYearHere(day))
            return Found(day, Day(day), out mention);
        if (PeriodPatterns.Years().Match(text, at) is { Success: true } years && Number(years, "y") is { } first && Number(years, "y2") is { } last && first <= last)
        {
            _year = last;
            return Found(years, new Period(new(first, 1, 1), new(last, 12, 31)), out mention, hasYear: true);
        }
        if (PeriodPatterns.Within().Match(text, at) is { Success: true } within && IsYearHere(within) && IsPeriodHere(text, at, within))
        {
            var period = Within(within, text.AsSpan(from, Math.Min(text.Length - from, within.Index + within.Length - from + LookAhead)));
            // 截至 makes a point of a month or a half-year.
            if (period is { } span && at >= 2 && (text.AsSpan(at - 2, 2) is "截至" or "截止"))
                period = Period.Point(span.End);
            return Found(within, period, out mention, HasYear(within));
        }
        if (PeriodPatterns.WholeYear().Match(text, at) is { Success: true } year && IsYearHere(year))
            return Found(year, WholeYear(year), out mention, hasYear: true);
        if (PeriodPatterns.Congress().Match(text, at) is { Success: true } congress)
        {
            var opened = congress.Groups["c"].Value switch { "十八" => new DateOnly(2012, 11, 8), "十九" => new(2017, 10, 18), _ => new(2022, 10, 16) };
            return Found(congress, published is { } p && p > opened ? new Period(opened, p) : null, out mention);
        }
        if (PeriodPatterns.Plan().Match(text, at) is { Success: true } plan)
            return Found(plan, Plan(plan), out mention);
        if (PeriodPatterns.PastYears().Match(text, at) is { Success: true } past && Count(past.Groups["n"].Value) is var n and > 1 && !EndsWithFirst(text, at))
            return Found(past, published is { } today ? new Period(new(today.Year - n, 1, 1), new(today.Year - 1, 12, 31)) : null, out mention);
        if (PeriodPatterns.Relative().Match(text, at) is { Success: true } relative)
            return Found(relative, Relative(relative.Value), out mention);
        if (PeriodPatterns.Now().Match(text, at) is { Success: true } now)
            return Found(now, now.Groups["now"].Value is "近日" or "日前" or "连日来" ? null : (now.Groups["now"].Value[0] == '今' ? Today : published) is { } t ? Period.Point(t) : null, out mention);
        if (PeriodPatterns.Clock().Match(text, at) is { Success: true } clock)
            return Found(clock, null, out mention);
        if (PeriodPatterns.BareDay().Match(text, at) is { Success: true } bare && Today is { } today2 && Number(bare, "d") is { } d)
            return Found(bare, BareDay(bare, d, today2), out mention);
        mention = default;
        return false;
    }

    const int LongestHoliday = 16;

    /// <summary>The holiday of the year that stands before it, else of the running year, or of the last if it is still to come.</summary>
    Period? Holiday(string text, int from, int at, string holiday)
    {
        if (Today is not { } today)
            return _year is { } spoken ? Holidays.Default.Find(holiday, spoken) : null;
        var before = text.AsSpan(from, at - from).TrimEnd("的，“");
        var year = before.EndsWith("年") && _year is { } said ? said : before.EndsWith("去年") || before.EndsWith("上年") ? today.Year - 1 : today.Year;
        return Holidays.Default.Find(holiday, year) is { } days && (days.Start <= today.AddDays(30) || year != today.Year) ? days : Holidays.Default.Find(holiday, year - 1);
    }

    /// <summary>A day without its month: the spoken month's where it goes on from the day said before, else the last such day.</summary>
    Period? BareDay(Match match, int day, DateOnly today)
    {
        var month = _month is { } spoken && (_day is not { } said || day >= said) ? spoken : day <= today.Day + 10 ? today.Month : today.AddMonths(-1).Month;
        if (month == today.Month && day > today.Day + 10)
            month = today.AddMonths(-1).Month;
        if (day > DateTime.DaysInMonth(today.Year, month))
            return null;
        var start = new DateOnly(month > today.Month + 1 ? today.Year - 1 : today.Year, month, day);
        (_month, _day) = (month, day);
        if (match.Groups["fy"].Success)
            return start <= today ? new(start, today) : Period.Point(start);
        return Number(match, "d2") is { } last && last > day && last <= DateTime.DaysInMonth(today.Year, month) ? new(start, new(today.Year, month, last)) : Period.Point(start);
    }

    // 近五年来 and 连续十年来 say a span in passing all the same; 第十年来 does not.
    static bool EndsWithFirst(string text, int at) => at > 0 && text[at - 1] is '第';

    static bool Found(Match match, Period? period, out PeriodMention mention, bool hasYear = false)
    {
        mention = new(new(match.Index, match.Index + match.Length), period, IsBasis: false, hasYear);
        return true;
    }

    bool IsYearHere(Match match) => !match.Groups["roc"].Success || isRepublican || match.Value.StartsWith("民国", StringComparison.Ordinal);

    static bool HasYear(Match match) => match.Groups["y"].Success || match.Groups["roc"].Success || match.Groups["hy"].Success || match.Groups["ry"].Success;

    /// <summary>末, 底, 初 and a bare month need a year, or a word boundary, to be a date.</summary>
    static bool IsPeriodHere(string text, int at, Match match)
    {
        var hasYear = HasYear(match);
        if (!hasYear && match.Value is "末" or "底" or "初" or "年度" or "以来" or "全年度")
            return false;
        if (!hasYear && match.Value is [',' or '，', ..])
            return false;
        if (hasYear && match.Value.Contains('，') )
            return false;
        if (!hasYear && match.Groups["begin"].Success && at > 0 && text[at - 1] is '比' or '较')
            return true;
        return !(match.Value.EndsWith('月') && match.Index + match.Length < text.Length && text[match.Index + match.Length] is '饼' or '球');
    }

    int? Year(Match match)
    {
        if (Number(match, "y") is { } y)
            return _year = y;
        if (Number(match, "roc") is { } republican)
            return _year = republican + 1911;
        if (match.Groups["hy"] is { Success: true } han)
            return _year = han.Value.Aggregate(0, (sum, c) => sum * 10 + (c is '〇' ? 0 : "零一二三四五六七八九".IndexOf(c)));
        if (match.Groups["ry"] is { Success: true } relative && published is { } today)
        {
            var year = today.Year + relative.Value switch
            {
                "去年" or "上年" => -1, "前年" => -2, "明年" => 1, _ => 0,
            };
            // In a report on a year gone by, 上年 is the year before that one.
            if (relative.Value is "当年")
                return (_year ?? _reported) is { } gone && gone < today.Year ? gone : null;
            if (relative.Value is not "上年")
                _year = year;
            return year;
        }
        return null;
    }

    int? YearFor(Match match, int month, bool future = false)
    {
        if (Year(match) is { } stated)
            return stated;
        if (match.Groups["ry"].Success)
            return null;
        if (published is not { } today)
            return _year;
        var year = _year is { } spoken && spoken < today.Year && spoken >= today.Year - 1 && month > today.Month ? spoken : today.Year;
        return !future && month > today.Month + 1 && year == today.Year ? year - 1 : year;
    }

    Period? Day(Match match)
    {
        var spoken = _year;
        if (Number(match, "m") is not { } month || Number(match, "d") is not { } day || YearFor(match, month) is not { } year || day > DateTime.DaysInMonth(year, month))
            return null;
        (_month, _day) = (month, day);
        _year = spoken;
        var start = new DateOnly(year, month, day);
        if (match.Groups["fy"].Success && Today is { } until && until >= start)
            return new(start, until);
        if (Number(match, "d2") is not { } lastDay)
            return Period.Point(start);
        var lastMonth = Number(match, "m2") ?? month;
        return lastDay <= DateTime.DaysInMonth(year, lastMonth) && new DateOnly(year, lastMonth, lastDay) is var end && end >= start ? new Period(start, end) : Period.Point(start);
    }

    Period? Within(Match match, ReadOnlySpan<char> before)
    {
        if (match.Groups["m2"].Success && Number(match, "m") is { } from && Number(match, "m2") is { } to)
            return from <= to && YearFor(match, to) is { } y ? new Period(new(y, from, 1), Period.Month(y, to).End) : null;
        if (Number(match, "m") is { } month)
        {
            if (YearFor(match, month) is not { } year)
                return null;
            if (match.Groups["end"].Success)
                return Period.Point(Period.Month(year, month).End);
            if (match.Groups["fy"].Success)
                return published is { } p && p >= new DateOnly(year, month, 1) ? new Period(new(year, month, 1), p) : null;
            return Period.Month(year, month);
        }
        if (match.Groups["n"].Success && Count(match.Groups["n"].Value) is > 0 and <= 12 and var months)
            return YearFor(match, months) is { } y ? new Period(new(y, 1, 1), Period.Month(y, months).End) : null;
        if (match.Groups["nq"].Success)
            return Quarters(match, 1, Count(match.Groups["nq"].Value));
        if (match.Groups["q"].Success && Count(match.Groups["q"].Value) is var quarter)
            return match.Groups["end"].Success && Quarters(match, quarter, quarter) is { } q ? Period.Point(q.End) : Quarters(match, quarter, quarter);
        if (match.Value.Contains('首'))
            return Quarters(match, 1, 1);
        if (match.Groups["h"].Success)
        {
            var half = match.Groups["h"].Value == "上半年" ? Quarters(match, 1, 2) : Quarters(match, 3, 4);
            return match.Groups["end"].Success && half is { } h ? Period.Point(h.End) : half;
        }
        if (match.Groups["fy"].Success)
            return (Year(match) ?? (match.Groups["begin"].Success ? published?.Year : null)) is { } y && published is { } today && today.Year >= y ? new Period(new(y, 1, 1), today) : null;
        if ((Year(match) ?? (match.Groups["ry"].Success ? null : match.Groups["begin"].Success ? _reported ?? published?.Year ?? _year : ReportYear(before))) is not { } annual)
            return null;
        if (match.Groups["begin"].Success)
            return Period.Point(new(annual, 1, 1));
        if (match.Groups["end"].Success)
            return Period.Point(new(annual, 12, 31));
        return Period.Year(annual);
    }

    Period? Quarters(Match match, int first, int last) =>
        YearFor(match, last * 3) is { } year ? new Period(new(year, first * 3 - 2, 1), Period.Month(year, last * 3).End) : null;

    Period? WholeYear(Match match)
    {
        if (match.Groups["ry"].Value == "今年以来" || match.Groups["fy"].Success && (match.Groups["ry"].Success || match.Groups["y"].Success))
        {
            var since = match.Groups["ry"].Value == "今年以来" ? published?.Year : Year(match);
            if (match.Groups["ry"].Success)
                _year = since;
            return since is { } y && published is { } today && today.Year >= y ? new Period(new(y, 1, 1), today) : null;
        }
        return Year(match) is { } year ? Period.Year(year) : null;
    }

    Period? Plan(Match match)
    {
        var name = match.Groups["p"].Value;
        int first = name switch { "七五" => 1986, "八五" => 1991, "九五" => 1996, "十五" => 2001, "十一五" => 2006, "十二五" => 2011, "十三五" => 2016, "十四五" => 2021, _ => 2026 };
        return match.Groups["w"].Value switch
        {
            "末" or "时期末" => Period.Point(new(first + 4, 12, 31)),
            "以来" => published is { } today && today.Year >= first ? new Period(new(first, 1, 1), today) : null,
            _ => new Period(new(first, 1, 1), new(first + 4, 12, 31)),
        };
    }

    Period? Relative(string word)
    {
        if (Today is not { } today)
            return null;
        var lastMonth = today.AddMonths(-1);
        return word switch
        {
            "去年同期" or "上年同期" => _last?.YearsBefore(1),
            "前年同期" => _last?.YearsBefore(2),
            "明日" or "明天" => Period.Point(today.AddDays(1)),
            "后天" => Period.Point(today.AddDays(2)),
            "前天" or "前日" => Period.Point(today.AddDays(-2)),
            "本月" => Period.Month(today.Year, today.Month),
            "上月" or "上个月" => Period.Month(lastMonth.Year, lastMonth.Month),
            "本季度" or "本季" => new Period(new(today.Year, (today.Month - 1) / 3 * 3 + 1, 1), Period.Month(today.Year, (today.Month - 1) / 3 * 3 + 3).End),
            "昨日" or "昨天" or "昨晚" => Period.Point(today.AddDays(-1)),
            "一年来" or "1年来" or "过去一年" or "过去1年" => Period.Year(today.Month <= 4 ? today.Year - 1 : today.Year),
            _ => null,
        };
    }

    static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } g ? int.Parse(g.ValueSpan, CultureInfo.InvariantCulture) : null;

    static int Count(string text)
    {
        if (int.TryParse(text, CultureInfo.InvariantCulture, out var number))
            return number;
        if (text is "两")
            return 2;
        var ten = text.IndexOf('十');
        if (ten < 0)
            return "零一二三四五六七八九".IndexOf(text[0]);
        var tens = ten == 0 ? 1 : "零一二三四五六七八九".IndexOf(text[0]);
        return tens * 10 + (ten + 1 < text.Length ? "零一二三四五六七八九".IndexOf(text[ten + 1]) : 0);
    }
}

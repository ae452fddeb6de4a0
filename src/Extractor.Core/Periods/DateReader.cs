using System.Globalization;

namespace Extractor.Core.Periods;

/// <summary>
/// Reads the commonest dates and periods at the beginning of folded text: days, years, and parts of a year with or without
/// one. What they have in common is that each character tells how to go on, so that nothing is tried twice.
/// </summary>
static class DateReader
{
    const string Digits = "零一二三四五六七八九", Counts = "一二两三四五六七八九十";

    static readonly string[] RelativeYears = ["今年", "本年度", "本年", "当年", "去年", "上年", "前年", "明年"];

    static readonly string[] Dayparts = ["上午", "下午", "晚上", "晚", "凌晨", "清晨", "中午"];

    /// <summary>2012年1月3日, 1月3日至5日, 2011-05-09; a time of day behind it belongs to it.</summary>
    public static bool TryReadDay(ReadOnlySpan<char> text, out PeriodParts parts)
    {
        if (!TryReadWrittenDay(text, out parts) && !TryReadNumericDay(text, out parts))
            return false;
        parts = parts with { Length = parts.Length + TimeOfDay(text[parts.Length..]) };
        return true;
    }

    static bool TryReadWrittenDay(ReadOnlySpan<char> text, out PeriodParts parts)
    {
        parts = default;
        var (at, year, relative) = YearBefore(text);
        // 二〇一二年 and 本年 stand before no day.
        if (at > 0 && (text[0] is '一' or '二' or '本' or '当'))
            return false;
        if (!TryReadNumber(text, ref at, 12, out var month) || !TryRead(text, ref at, '月') || !TryReadNumber(text, ref at, 31, out var day) || !TryReadEither(text, ref at, '日', '号'))
            return false;
        var (lastMonth, lastDay) = (default(int?), default(int?));
        if (Link(text, at) is > 0 and var link && at + link is var end && TryReadNumber(text, ref end, 31, out var last))
        {
            var isMonth = last <= 12 && TryRead(text, ref end, '月');
            if (isMonth)
                lastMonth = last;
            if ((!isMonth || TryReadNumber(text, ref end, 31, out last)) && TryReadEither(text, ref end, '日', '号'))
                (at, lastDay) = (end, last);
        }
        var isSince = TryRead(text, ref at, "以来");
        parts = new(at, year, relative, month, day, lastDay is null ? null : lastMonth, lastDay, IsSince: isSince);
        return true;
    }

    static bool TryReadNumericDay(ReadOnlySpan<char> text, out PeriodParts parts)
    {
        parts = default;
        if (text.Length < 8 || !(text is ['1', '9', ..] or ['2', '0', ..]) || !char.IsAsciiDigit(text[2]) || !char.IsAsciiDigit(text[3]) || text[4] is not ('-' or '/' or '.'))
            return false;
        var at = 5;
        if (!TryReadNumber(text, ref at, 12, out var month) || at >= text.Length || text[at] is not ('-' or '/' or '.'))
            return false;
        at++;
        if (!TryReadNumber(text, ref at, 31, out var day) || at < text.Length && text[at] == '.')
            return false;
        parts = new(at, int.Parse(text[..4], CultureInfo.InvariantCulture), Month: month, Day: day);
        return true;
    }

    /// <summary>上午10时30分, 15点; its length.</summary>
    static int TimeOfDay(ReadOnlySpan<char> text)
    {
        var at = 0;
        foreach (var part in Dayparts)
            if (TryRead(text, ref at, part))
                break;
        var hours = at + Run(text[at..]);
        if (hours - at is not (1 or 2) || !TryReadEither(text, ref hours, '时', '点'))
            return at;
        at = hours;
        var minutes = at + Run(text[at..]);
        if (minutes - at is 1 or 2 && TryRead(text, ref minutes, '分'))
            at = minutes;
        var seconds = at;
        while (seconds < text.Length && (char.IsAsciiDigit(text[seconds]) || text[seconds] == '.')) seconds++;
        return seconds - at is >= 1 and <= 6 && TryRead(text, ref seconds, '秒') ? seconds : at;
    }

    /// <summary>A year, if any, and what follows it: 2023年1—11月, 今年前三季度, 去年上半年, 3月末, 一季度.</summary>
    public static bool TryReadWithin(ReadOnlySpan<char> text, out PeriodParts parts)
    {
        var (at, year, relative) = YearBefore(text);
        if (at < text.Length && text[at] is ',' or '，')
            at++;
        if (!TryReadPart(text[at..], out parts))
            return false;
        parts = parts with { Length = at + parts.Length, Year = year, RelativeYear = relative };
        return true;
    }

    static bool TryReadPart(ReadOnlySpan<char> text, out PeriodParts parts)
    {
        parts = default;
        if (text.IsEmpty)
            return false;
        var at = 1;
        switch (text[0])
        {
            case >= '0' and <= '9':
                return TryReadMonths(text, out parts) || TryReadQuarter(text, out parts);
            case '前' or '首' when TryReadFirstMonths(text, out parts):
                return true;
            case '前' when text.Length > 2 && text[1] is '二' or '两' or '三' or '2' or '3':
                var quarters = text[1] is '三' or '3' ? 3 : 2;
                at++;
                TryRead(text, ref at, '个');
                if (!TryRead(text, ref at, '季'))
                    return false;
                TryRead(text, ref at, '度');
                parts = new(at, Quarters: quarters);
                return true;
            case '首' when TryRead(text, ref at, '季'):
                TryRead(text, ref at, '度');
                parts = new(at, Quarters: 1);
                return true;
            case '第' or '一' or '二' or '三' or '四':
                return TryReadQuarter(text, out parts);
            case '上' or '下' when TryRead(text, ref at, "半年"):
                parts = new(at, Half: text[0] == '上' ? 1 : 2);
                parts = parts with { IsEnd = TryRead(text, ref at, '末'), Length = at };
                return true;
            case '末' or '底':
                parts = new(at, IsEnd: true);
                return true;
            case '年' when TryReadEither(text, ref at, '末', '底'):
                parts = new(at, IsEnd: true);
                return true;
            case '初':
            case '年' when TryRead(text, ref at, '初'):
                parts = new(at, IsBeginning: true);
                parts = parts with { IsSince = TryRead(text, ref at, "以来"), Length = at };
                return true;
            case '全' when TryRead(text, ref at, '年'):
            case '年' when TryRead(text, ref at, '度'):
                parts = new(at);
                return true;
            case '以' when TryRead(text, ref at, '来'):
                parts = new(at, IsSince: true);
                return true;
            default:
                return false;
        }
    }

    /// <summary>1—11月, 3月, 3月末, 9月以来; 3月刊 is none.</summary>
    static bool TryReadMonths(ReadOnlySpan<char> text, out PeriodParts parts)
    {
        parts = default;
        var at = 0;
        if (!TryReadNumber(text, ref at, 12, out var month))
            return false;
        var isMonth = TryRead(text, ref at, '月');
        if (Link(text, at) is > 0 and var link && at + link is var end && TryReadNumber(text, ref end, 12, out var last) && TryRead(text, ref end, '月'))
        {
            TryRead(text, ref end, '份');
            parts = new(end, Month: month, LastMonth: last);
            return true;
        }
        if (!isMonth || at < text.Length && text[at] is '亮' or '龄' or '嫂' or '饼' or '票' or '供' or '薪' or '租' or '息' or '均' or '活' or '刊' or '子')
            return false;
        TryRead(text, ref at, '份');
        var isEnd = TryReadEither(text, ref at, '末', '底');
        var isSince = TryRead(text, ref at, "以来");
        parts = new(at, Month: month, IsEnd: isEnd, IsSince: isSince);
        return true;
    }

    /// <summary>前十个月, 首11月.</summary>
    static bool TryReadFirstMonths(ReadOnlySpan<char> text, out PeriodParts parts)
    {
        parts = default;
        var at = 1;
        int months;
        if (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            if (text[at] == '0' || !TryReadNumber(text, ref at, 12, out months))
                return false;
        }
        else
        {
            while (at < Math.Min(3, text.Length) && Counts.Contains(text[at])) at++;
            if (at == 1)
                return false;
            months = PeriodGroups.Count(text[1..at]);
        }
        TryRead(text, ref at, '个');
        if (!TryRead(text, ref at, '月'))
            return false;
        parts = new(at, Months: months);
        return true;
    }

    /// <summary>一季度, 第3季度末; 三季营收.</summary>
    static bool TryReadQuarter(ReadOnlySpan<char> text, out PeriodParts parts)
    {
        parts = default;
        var at = 0;
        TryRead(text, ref at, '第');
        if (at >= text.Length || text[at] switch { '一' or '1' => 1, '二' or '2' => 2, '三' or '3' => 3, '四' or '4' => 4, _ => 0 } is not (> 0 and var quarter))
            return false;
        at++;
        if (!TryRead(text, ref at, '季') || !(TryRead(text, ref at, '度') || at < text.Length && text[at] is '营' or '收' or '合' or '毛' or '获' or '净' or '，' or '、'))
            return false;
        parts = new(at, Quarter: quarter);
        parts = parts with { IsEnd = TryRead(text, ref at, '末'), Length = at };
        return true;
    }

    /// <summary>2012年, 2012财年, 二〇一二年, 今年以来; 1990年代 is none, nor 去年同期.</summary>
    public static bool TryReadYear(ReadOnlySpan<char> text, out PeriodParts parts)
    {
        parts = default;
        var (at, year, relative) = YearBefore(text);
        if (relative is not null)
        {
            // 今年以来同期, 本年度同期: the comparison begins further on.
            if (text[at..].StartsWith("同期"))
            {
                if (relative != "本年度")
                    return false;
                (at, relative) = (2, "本年");
            }
        }
        else if (year is not null && text[at - 1] == '年')
        {
            if (char.IsAsciiDigit(text[0]) && at == 5 && at < text.Length && text[at] == '度' && !(at + 1 < text.Length && text[at + 1] == '代'))
                at++;
            if (at < text.Length && text[at] == '代')
                return false;
        }
        else if (StatedYear(text) is { } fiscal && (text[4..].StartsWith("财年") || text[4..].StartsWith("财政年度")))
        {
            (year, at) = (fiscal, text[5] == '年' ? 6 : 8);
            if (at < text.Length && text[at] == '代')
                return false;
        }
        else
            return false;
        var isSince = TryRead(text, ref at, "以来");
        if (!TryRead(text, ref at, "期间"))
            TryRead(text, ref at, '间');
        parts = new(at, year, relative, IsSince: isSince);
        return true;
    }

    /// <summary>The year that the text opens with, 年 included; of length 0 where it opens with none.</summary>
    static (int Length, int? Year, string? Relative) YearBefore(ReadOnlySpan<char> text)
    {
        if (text.Length < 2)
            return default;
        if (char.IsAsciiDigit(text[0]) || text[0] == '民')
        {
            if (StatedYear(text) is { } stated)
                return text.Length > 4 && text[4] == '年' ? (5, stated, null) : default;
            var from = text.StartsWith("民国") ? 2 : 0;
            var digits = Run(text[from..]);
            var end = from + digits;
            if (end >= text.Length || text[end] != '年' || !(digits == 2 && text[from] is '8' or '9' || digits == 3 && text[from] == '1' && text[from + 1] is '0' or '1' or '2'))
                return default;
            return (end + 1, int.Parse(text[from..end], CultureInfo.InvariantCulture) + 1911, null);
        }
        if (text[0] is '一' or '二')
            return text.Length > 4 && text[4] == '年' && text[1] is '八' or '九' or '〇' or '零' && IsHanDigit(text[2]) && IsHanDigit(text[3]) ? (5, PeriodGroups.HanYear(text[..4]), null) : default;
        if (text[1] == '年')
            foreach (var relative in RelativeYears)
                if (text.StartsWith(relative))
                    return (relative.Length, null, relative);
        return default;
    }

    /// <summary>1800 to 2099 at the head of a run of digits.</summary>
    static int? StatedYear(ReadOnlySpan<char> text) =>
        text.Length > 4 && (text[0] == '1' && text[1] is '8' or '9' || text[0] == '2' && text[1] == '0') && char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3])
            ? int.Parse(text[..4], CultureInfo.InvariantCulture) : null;

    static bool IsHanDigit(char c) => c == '〇' || Digits.Contains(c);

    static int Run(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : text.Length;

    /// <summary>How many dashes or words for up to stand at a place, if at most three.</summary>
    static int Link(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is '—' or '~' or '至' or '到' or '-') end++;
        return end - at <= 3 ? end - at : 0;
    }

    /// <summary>A whole run of one or two digits, from 1 up to a bound.</summary>
    static bool TryReadNumber(ReadOnlySpan<char> text, ref int at, int most, out int number)
    {
        number = 0;
        var digits = Run(text[at..]);
        if (digits is not (1 or 2))
            return false;
        number = digits == 1 ? text[at] - '0' : (text[at] - '0') * 10 + text[at + 1] - '0';
        if (number == 0 || number > most)
            return false;
        at += digits;
        return true;
    }

    static bool TryRead(ReadOnlySpan<char> text, ref int at, char c) => at < text.Length && text[at] == c && ++at > 0;

    static bool TryReadEither(ReadOnlySpan<char> text, ref int at, char one, char other) => TryRead(text, ref at, one) || TryRead(text, ref at, other);

    static bool TryRead(ReadOnlySpan<char> text, ref int at, string word)
    {
        if (!text[at..].StartsWith(word))
            return false;
        at += word.Length;
        return true;
    }
}

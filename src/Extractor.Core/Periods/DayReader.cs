using System.Globalization;

namespace Extractor.Core.Periods;

/// <summary>Reads days at the beginning of folded text.</summary>
static class DayReader
{
    static readonly string[] Dayparts = ["上午", "下午", "晚上", "晚", "凌晨", "清晨", "中午"];

    /// <summary>2012年1月3日, 1月3日至5日, 2011-05-09; a time of day behind it belongs to it.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out PeriodParts parts)
    {
        if (!TryReadWrittenDay(text, out parts) && !TryReadNumericDay(text, out parts))
            return false;
        parts = parts with { Length = parts.Length + TimeOfDay(text[parts.Length..]) };
        return true;
    }

    static bool TryReadWrittenDay(ReadOnlySpan<char> text, out PeriodParts parts)
    {
        parts = default;
        var (at, year, relative) = YearReader.Before(text);
        // 二〇一二年 and 本年 stand before no day.
        if (at > 0 && (text[0] is '一' or '二' or '本' or '当'))
            return false;
        if (!DateScan.TryReadNumber(text, ref at, 12, out var month) || !DateScan.TryRead(text, ref at, '月') || !DateScan.TryReadNumber(text, ref at, 31, out var day) || !DateScan.TryReadEither(text, ref at, '日', '号'))
            return false;
        var (lastMonth, lastDay) = (default(int?), default(int?));
        if (DateScan.Link(text, at) is > 0 and var link && at + link is var end && DateScan.TryReadNumber(text, ref end, 31, out var last))
        {
            var isMonth = last <= 12 && DateScan.TryRead(text, ref end, '月');
            if (isMonth)
                lastMonth = last;
            if ((!isMonth || DateScan.TryReadNumber(text, ref end, 31, out last)) && DateScan.TryReadEither(text, ref end, '日', '号'))
                (at, lastDay) = (end, last);
        }
        var isSince = DateScan.TryRead(text, ref at, "以来");
        parts = new(at, year, relative, month, day, lastDay is null ? null : lastMonth, lastDay, IsSince: isSince);
        return true;
    }

    static bool TryReadNumericDay(ReadOnlySpan<char> text, out PeriodParts parts)
    {
        parts = default;
        if (text.Length < 8 || !(text is ['1', '9', ..] or ['2', '0', ..]) || !char.IsAsciiDigit(text[2]) || !char.IsAsciiDigit(text[3]) || text[4] is not ('-' or '/' or '.'))
            return false;
        var at = 5;
        if (!DateScan.TryReadNumber(text, ref at, 12, out var month) || at >= text.Length || text[at] is not ('-' or '/' or '.'))
            return false;
        at++;
        if (!DateScan.TryReadNumber(text, ref at, 31, out var day) || at < text.Length && text[at] == '.')
            return false;
        parts = new(at, int.Parse(text[..4], CultureInfo.InvariantCulture), Month: month, Day: day);
        return true;
    }

    /// <summary>上午10时30分, 15点; its length.</summary>
    static int TimeOfDay(ReadOnlySpan<char> text)
    {
        var at = 0;
        foreach (var part in Dayparts)
            if (DateScan.TryRead(text, ref at, part))
                break;
        var hours = at + DateScan.Run(text[at..]);
        if (hours - at is not (1 or 2) || !DateScan.TryReadEither(text, ref hours, '时', '点'))
            return at;
        at = hours;
        var minutes = at + DateScan.Run(text[at..]);
        if (minutes - at is 1 or 2 && DateScan.TryRead(text, ref minutes, '分'))
            at = minutes;
        var seconds = at;
        while (seconds < text.Length && (char.IsAsciiDigit(text[seconds]) || text[seconds] == '.')) seconds++;
        return seconds - at is >= 1 and <= 6 && DateScan.TryRead(text, ref seconds, '秒') ? seconds : at;
    }
}

namespace Extractor.Core.Periods;

/// <summary>Reads parts of a year at the beginning of folded text, with or without the year.</summary>
static class YearPartReader
{
    const string Counts = "一二两三四五六七八九十";

    /// <summary>A year, if any, and what follows it: 2023年1—11月, 今年前三季度, 去年上半年, 3月末, 一季度.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out PeriodParts parts)
    {
        var (at, year, relative) = YearReader.Before(text);
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
                DateScan.TryRead(text, ref at, '个');
                if (!DateScan.TryRead(text, ref at, '季'))
                    return false;
                DateScan.TryRead(text, ref at, '度');
                parts = new(at, Quarters: quarters);
                return true;
            case '首' when DateScan.TryRead(text, ref at, '季'):
                DateScan.TryRead(text, ref at, '度');
                parts = new(at, Quarters: 1);
                return true;
            case '第' or '一' or '二' or '三' or '四':
                return TryReadQuarter(text, out parts);
            case '上' or '下' when DateScan.TryRead(text, ref at, "半年"):
                parts = new(at, Half: text[0] == '上' ? 1 : 2);
                parts = parts with { IsEnd = DateScan.TryRead(text, ref at, '末'), Length = at };
                return true;
            case '末' or '底':
                parts = new(at, IsEnd: true);
                return true;
            case '年' when DateScan.TryReadEither(text, ref at, '末', '底'):
                parts = new(at, IsEnd: true);
                return true;
            case '初':
            case '年' when DateScan.TryRead(text, ref at, '初'):
                parts = new(at, IsBeginning: true);
                parts = parts with { IsSince = DateScan.TryRead(text, ref at, "以来"), Length = at };
                return true;
            case '全' when DateScan.TryRead(text, ref at, '年'):
            case '年' when DateScan.TryRead(text, ref at, '度'):
                parts = new(at);
                return true;
            case '以' when DateScan.TryRead(text, ref at, '来'):
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
        if (!DateScan.TryReadNumber(text, ref at, 12, out var month))
            return false;
        var isMonth = DateScan.TryRead(text, ref at, '月');
        if (DateScan.Link(text, at) is > 0 and var link && at + link is var end && DateScan.TryReadNumber(text, ref end, 12, out var last) && DateScan.TryRead(text, ref end, '月'))
        {
            DateScan.TryRead(text, ref end, '份');
            parts = new(end, Month: month, LastMonth: last);
            return true;
        }
        if (!isMonth || at < text.Length && text[at] is '亮' or '龄' or '嫂' or '饼' or '票' or '供' or '薪' or '租' or '息' or '均' or '活' or '刊' or '子')
            return false;
        DateScan.TryRead(text, ref at, '份');
        var isEnd = DateScan.TryReadEither(text, ref at, '末', '底');
        var isSince = DateScan.TryRead(text, ref at, "以来");
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
            if (text[at] == '0' || !DateScan.TryReadNumber(text, ref at, 12, out months))
                return false;
        }
        else
        {
            while (at < Math.Min(3, text.Length) && Counts.Contains(text[at])) at++;
            if (at == 1)
                return false;
            months = PeriodGroups.Count(text[1..at]);
        }
        DateScan.TryRead(text, ref at, '个');
        if (!DateScan.TryRead(text, ref at, '月'))
            return false;
        parts = new(at, Months: months);
        return true;
    }

    /// <summary>一季度, 第3季度末; 三季营收.</summary>
    static bool TryReadQuarter(ReadOnlySpan<char> text, out PeriodParts parts)
    {
        parts = default;
        var at = 0;
        DateScan.TryRead(text, ref at, '第');
        if (at >= text.Length || text[at] switch { '一' or '1' => 1, '二' or '2' => 2, '三' or '3' => 3, '四' or '4' => 4, _ => 0 } is not (> 0 and var quarter))
            return false;
        at++;
        if (!DateScan.TryRead(text, ref at, '季') || !(DateScan.TryRead(text, ref at, '度') || at < text.Length && text[at] is '营' or '收' or '合' or '毛' or '获' or '净' or '，' or '、'))
            return false;
        parts = new(at, Quarter: quarter);
        parts = parts with { IsEnd = DateScan.TryRead(text, ref at, '末'), Length = at };
        return true;
    }
}

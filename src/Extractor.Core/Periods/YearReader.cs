using System.Globalization;

namespace Extractor.Core.Periods;

/// <summary>Reads years at the beginning of folded text.</summary>
static class YearReader
{
    static readonly string[] RelativeYears = ["今年", "本年度", "本年", "当年", "去年", "上年", "前年", "明年"];

    /// <summary>2012年, 2012财年, 二〇一二年, 今年以来; 1990年代 is none, nor 去年同期.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out PeriodParts parts)
    {
        parts = default;
        var (at, year, relative) = Before(text);
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
        var isSince = DateScan.TryRead(text, ref at, "以来");
        if (!DateScan.TryRead(text, ref at, "期间"))
            DateScan.TryRead(text, ref at, '间');
        parts = new(at, year, relative, IsSince: isSince);
        return true;
    }

    /// <summary>The year that the text opens with, 年 included; of length 0 where it opens with none.</summary>
    public static (int Length, int? Year, string? Relative) Before(ReadOnlySpan<char> text)
    {
        if (text.Length < 2)
            return default;
        if (char.IsAsciiDigit(text[0]) || text[0] == '民')
        {
            if (StatedYear(text) is { } stated)
                return text.Length > 4 && text[4] == '年' ? (5, stated, null) : default;
            var from = text.StartsWith("民国") ? 2 : 0;
            var digits = DateScan.Run(text[from..]);
            var end = from + digits;
            if (end >= text.Length || text[end] != '年' || !(digits == 2 && text[from] is '8' or '9' || digits == 3 && text[from] == '1' && text[from + 1] is '0' or '1' or '2'))
                return default;
            return (end + 1, int.Parse(text[from..end], CultureInfo.InvariantCulture) + 1911, null);
        }
        if (text[0] is '一' or '二')
            return text.Length > 4 && text[4] == '年' && text[1] is '八' or '九' or '〇' or '零' && PeriodGroups.IsHanDigit(text[2]) && PeriodGroups.IsHanDigit(text[3]) ? (5, PeriodGroups.HanYear(text[..4]), null) : default;
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
}

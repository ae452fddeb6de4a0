using System.Globalization;
using System.Text.RegularExpressions;

namespace Extractor.Core.Periods;

/// <summary>Numbers in the words of dates, and in the groups of <see cref="PeriodPatterns"/>.</summary>
static class PeriodGroups
{
    const string Digits = "零一二三四五六七八九";

    /// <summary>The number in a group of digits; null where the group is not there.</summary>
    public static int? Number(this Match match, string group) =>
        match.Groups[group] is { Success: true } g ? int.Parse(g.ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>Whether a character may stand in a year like 二〇二一.</summary>
    public static bool IsHanDigit(char c) => c == '〇' || Digits.Contains(c);

    /// <summary>二〇二一 as 2021.</summary>
    public static int HanYear(ReadOnlySpan<char> text)
    {
        var year = 0;
        foreach (var c in text)
            year = year * 10 + (c is '〇' ? 0 : Digits.IndexOf(c));
        return year;
    }

    /// <summary>A number up to 99 in digits or characters: 3, 两, 十二.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        if (int.TryParse(text, CultureInfo.InvariantCulture, out var number))
            return number;
        if (text is "两")
            return 2;
        var ten = text.IndexOf('十');
        if (ten < 0)
            return Digits.IndexOf(text[0]);
        var tens = ten == 0 ? 1 : Digits.IndexOf(text[0]);
        return tens * 10 + (ten + 1 < text.Length ? Digits.IndexOf(text[ten + 1]) : 0);
    }
}

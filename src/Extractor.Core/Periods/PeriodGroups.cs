using System.Globalization;
using System.Text.RegularExpressions;

namespace Extractor.Core.Periods;

/// <summary>What the groups of <see cref="PeriodPatterns"/> hold: y, roc, hy and ry name a year, m, d and q a number within it.</summary>
static class PeriodGroups
{
    const string Digits = "零一二三四五六七八九";

    /// <summary>The number in a group of digits; null where the group is not there.</summary>
    public static int? Number(this Match match, string group) =>
        match.Groups[group] is { Success: true } g ? int.Parse(g.ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>Whether a group can hold a year at all, told from the text, for asking the groups costs more: they end in 年, or open a date like 2011-05-09.</summary>
    public static bool MayHaveYear(this Match match) => match.ValueSpan is var words && (words.Contains('年') || words.Length > 3 && char.IsAsciiDigit(words[3]));

    public static bool HasYear(this Match match) => match.MayHaveYear() && (match.Groups["y"].Success || match.Groups["roc"].Success || match.Groups["hy"].Success || match.Groups["ry"].Success);

    /// <summary>二〇二一 as 2021.</summary>
    public static int HanYear(string text) => text.Aggregate(0, (sum, c) => sum * 10 + (c is '〇' ? 0 : Digits.IndexOf(c)));

    /// <summary>A number up to 99 in digits or characters: 3, 两, 十二.</summary>
    public static int Count(string text)
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

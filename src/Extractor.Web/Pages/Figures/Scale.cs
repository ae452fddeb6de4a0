using Extractor.Web.Pages.Words;

namespace Extractor.Web.Pages.Figures;

/// <summary>A power of ten with a name: 万, 亿, million. Only the point moves, so that every digit stays.</summary>
sealed record Scale(int Power, string Name)
{
    static readonly Scale s_one = new(0, "");
    static readonly Scale s_ten_thousand = new(4, "万");
    static readonly Scale s_hundred_million = new(8, "亿");
    static readonly Scale s_million = new(6, "million");
    static readonly Scale s_billion = new(9, "billion");

    /// <summary>The scale in which a value is shortest without losing a digit.</summary>
    /// <param name="value">An exact decimal, or a fraction, which has no scale.</param>
    public static Scale Of(string value, Language language)
    {
        var (large, middle) = language == Language.English ? (s_billion, s_million) : (s_hundred_million, s_ten_thousand);
        var digits = value.TrimStart('-').Split('.')[0].Length;
        if (value.Contains('/', StringComparison.Ordinal) || digits <= middle.Power)
            return s_one;
        var isLarge = digits > large.Power;
        if (isLarge && Places(value, large) <= 4)
            return large;
        // 35720元 is read more easily than 3.572万元: a name is worth it where two zeros go. 12,345.6789万 is read more easily
        // than 1.23456789亿, and a longer row of digits in one piece.
        return Places(value, middle) <= (isLarge ? 4 : middle.Power - 2) && digits <= large.Power + 2 ? middle : s_one;
    }

    /// <summary>The scale for the axis of a chart, whose numbers are round anyway.</summary>
    public static Scale OfAxis(string largest, Language language)
    {
        var (large, middle) = language == Language.English ? (s_billion, s_million) : (s_hundred_million, s_ten_thousand);
        var digits = largest.TrimStart('-').Split('.', '/')[0].Length;
        return digits > large.Power ? large : digits > middle.Power ? middle : s_one;
    }

    /// <summary><c>603435000000</c> at 亿 → <c>6034.35</c>.</summary>
    public string Shift(string value)
    {
        var sign = value.StartsWith('-') ? "-" : "";
        if (Power == 0)
            return sign + Group(value[sign.Length..]);
        var parts = value[sign.Length..].Split('.');
        var digits = parts[0].PadLeft(Power + 1, '0');
        var places = (digits[^Power..] + parts.ElementAtOrDefault(1)).TrimEnd('0');
        return sign + Group(places.Length == 0 ? digits[..^Power] : $"{digits[..^Power]}.{places}");
    }

    static int Places(string value, Scale scale) => scale.Shift(value).Split('.').ElementAtOrDefault(1)?.Length ?? 0;

    // Four digits need no comma: they are years and small counts.
    static string Group(string number)
    {
        var end = number.IndexOfAny(['.', '/']);
        var whole = end < 0 ? number : number[..end];
        if (whole.Length <= 4)
            return number;
        for (var at = whole.Length - 3; at > 0; at -= 3)
            whole = whole.Insert(at, ",");
        return end < 0 ? whole : whole + number[end..];
    }
}

using System.Numerics;

namespace Extractor.Core.Numbers;

/// <param name="High">The upper end of 三四十, else null.</param>
/// <param name="Power">The power of ten of the last scale word; 0 for none.</param>
readonly record struct HanNumeral(ExactNumber Value, ExactNumber? High, int End, int Power);

/// <summary>Reads numbers in Chinese characters: 十五点八万, 三四十, 数十万, 百余. A string of digits (二〇二一) is no amount.</summary>
static class HanReader
{
    /// <summary>数十万, 几百, 上亿, 十余, 百余, 千多: the power of ten with its hedge.</summary>
    public static bool TryReadVague(ReadOnlySpan<char> text, int at, out NumberToken token)
    {
        token = default;
        var start = at;
        var vagueness = text[at] switch { '数' or '几' => Vagueness.MoreThan, '上' => Vagueness.AtLeast, _ => Vagueness.None };
        if (vagueness != Vagueness.None)
            at++;
        var power = 0;
        var end = at;
        while (end < text.Length && Numeral.Scale(text[end]) is > 0 and var scale)
        {
            power += scale;
            end++;
        }
        if (power == 0)
            return false;
        var bare = vagueness == Vagueness.None;
        if (bare)
        {
            // 十余, 百余, 千多: but 十 alone belongs to the ordinary numerals.
            if (end < text.Length && text[end] is '余' or '多' && (power > 1 || end - at > 1 || text[end] == '余'))
                vagueness = Vagueness.MoreThan;
            else if (text[start] is '十')
                return false;
        }
        else if (text[start] is '上' && power < 2 || start > 0 && text[start] is '数' or '上' && text[start - 1] is '总' or '人' or '次' or '以' or '之' or '户' or '线' or '网' or '海')
            return false;
        if (end < text.Length && Numeral.Digit(text[end]) >= 0 && bare)
            return false;
        token = new(end, new(1, power), null, vagueness, Script.Han, power, bare && vagueness == Vagueness.None);
        return true;
    }

    /// <summary>A numeral with a hedge before its last scale word: 三千多万.</summary>
    /// <param name="numeral">What <see cref="TryReadNumeral"/> read there.</param>
    public static NumberToken WithHedge(ReadOnlySpan<char> text, HanNumeral numeral)
    {
        var (value, high, end, power) = numeral;
        var vagueness = Vagueness.None;
        if (power > 0 && end + 1 < text.Length && Numeral.IsInnerHedge(text[end]) && Numeral.Scale(text[end + 1]) >= 4)
        {
            vagueness = Vagueness.MoreThan;
            end++;
            while (end < text.Length && Numeral.Scale(text[end]) >= 4)
            {
                power = Numeral.Scale(text[end]);
                value = value.Scaled(power);
                end++;
            }
        }
        return new(end, value, high, vagueness, Script.Han, power, Bare: false);
    }

    /// <summary>A Chinese numeral, with 点 and a range of neighbouring digits (三四十, 七八百).</summary>
    public static bool TryReadNumeral(ReadOnlySpan<char> text, int at, out HanNumeral numeral)
    {
        var isNumeral = TryScan(text, at, out var value, out var high, out var end, out var power);
        numeral = new(value, high, end, power);
        return isNumeral;
    }

    static bool TryScan(ReadOnlySpan<char> text, int at, out ExactNumber value, out ExactNumber? high, out int end, out int power)
    {
        (value, high, end, power) = (default, null, at, 0);
        BigInteger total = 0, section = 0, digit = 0;
        var neighbour = -1;
        var digits = 0;
        var pending = false;
        for (; end < text.Length; end++)
        {
            var c = text[end];
            if (Numeral.Digit(c) is >= 0 and var d)
            {
                if (pending && d != 0 && digits > 0 && text[end - 1] is not ('零' or '〇'))
                {
                    // 三四十: neighbours that rise by one. Anything else is a string of digits, 二〇二一, and no amount.
                    if (neighbour >= 0 || d != digit + 1)
                        return false;
                    neighbour = d;
                    continue;
                }
                digit = d;
                pending = true;
                digits++;
            }
            else if (Numeral.Scale(c) is > 0 and var scale)
            {
                if (end == at && scale != 1)
                    return false;
                power = scale;
                if (neighbour >= 0)
                {
                    var unit = Numeral.Power(scale);
                    var low = total + section + digit * unit;
                    var top = total + section + neighbour * unit;
                    end++;
                    while (end < text.Length && Numeral.Scale(text[end]) >= 4)
                    {
                        unit = Numeral.Power(Numeral.Scale(text[end++]));
                        (low, top) = (low * unit, top * unit);
                    }
                    (value, high) = (ExactNumber.Whole(low), ExactNumber.Whole(top));
                    return true;
                }
                if (scale < 4)
                    section += (pending ? digit : 1) * Numeral.Power(scale);
                else
                {
                    var group = section + (pending ? digit : 0);
                    if (scale == 8) (total, section) = ((total + group) * Numeral.Power(8), 0);
                    else (total, section) = (total + group * 10000, 0);
                }
                pending = false;
                digit = 0;
            }
            else if (c == '点' && end > at && end + 1 < text.Length && Numeral.Digit(text[end + 1]) >= 0)
            {
                var whole = total + section + (pending ? digit : 0);
                var decimals = 0;
                for (end++; end < text.Length && Numeral.Digit(text[end]) >= 0; end++, decimals++)
                    whole = whole * 10 + Numeral.Digit(text[end]);
                value = new(whole, -decimals);
                while (end < text.Length && Numeral.Scale(text[end]) >= 2)
                {
                    power = Numeral.Scale(text[end++]);
                    value = value.Scaled(power);
                }
                return decimals < ExactNumber.LongestNumber;
            }
            else
                break;
        }
        if (end == at || end - at > ExactNumber.LongestNumber)
            return false;
        if (neighbour >= 0)
        {
            (value, high) = (ExactNumber.Whole(total + section + digit), ExactNumber.Whole(total + section + neighbour));
            return true;
        }
        value = ExactNumber.Whole(total + section + (pending ? digit : 0));
        return true;
    }
}
using System.Globalization;
using System.Numerics;

namespace Extractor.Core.Numbers;

/// <summary>Numbers as text, compared by what they say, exactly: 5.0 is 5 and 1E3 is 1000; a fraction is only itself.</summary>
public static class DecimalText
{
    const int LongestExponent = 1000;

    const int FewestPlaces = 6;

    public static bool IsNumber(string text) => TryRead(text, out _) || IsFraction(text);

    /// <summary>Two numbers that are missing are the same.</summary>
    public static bool Same(string? a, string? b)
    {
        if (string.IsNullOrEmpty(a) || string.IsNullOrEmpty(b))
            return string.IsNullOrEmpty(a) && string.IsNullOrEmpty(b);
        return TryRead(a, out var first) && TryRead(b, out var second) ? first == second : a == b;
    }

    /// <summary>Whether two decimals differ by a power of ten at most.</summary>
    public static bool SameDigits(string? a, string? b) =>
        a is not null && b is not null && TryRead(a, out var first) && TryRead(b, out var second) && first.Digits == second.Digits;

    /// <summary>Whether a decimal of many places is a fraction computed: 0.333333333333333 is 1/3.</summary>
    public static bool Rounds(string? text, string fraction)
    {
        if (text is null || fraction.Split('/') is not [var above, var below]
            || !TryRead(text, out var value) || !TryRead(above, out var dividend) || !TryRead(below, out var divisor))
            return false;
        // Multiplied out, so that nothing is rounded here: |value × below − above| is at most half of the last place × below.
        var product = new ExactNumber(value.Digits * divisor.Digits, value.Exponent + divisor.Exponent);
        var gap = product.Plus(dividend.Negated());
        var half = new ExactNumber(BigInteger.Abs(divisor.Digits), divisor.Exponent + value.Exponent);
        return value.Exponent <= -FewestPlaces && !half.IsLessThan(new(BigInteger.Abs(gap.Digits) * 2, gap.Exponent));
    }

    /// <summary>The decimal times a power of ten, without exponent or zeros at the end of its fraction; null where the text is none.</summary>
    public static string? WithoutExponent(string text, int power = 0) => TryRead(text, out var number) ? number.Scaled(power).ToString() : null;

    static bool IsFraction(string text) =>
        text.Split('/') is [var above, var below] && TryRead(above, out _) && TryRead(below, out var divisor) && divisor.Digits.Sign > 0;

    /// <summary>Digits without trailing zeros, and their power of ten, so that equal numbers are equal.</summary>
    static bool TryRead(string text, out ExactNumber number)
    {
        number = default;
        var mantissa = text.AsSpan();
        var power = 0;
        if (mantissa.IndexOfAny('e', 'E') is >= 0 and var e)
        {
            if (!int.TryParse(mantissa[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out power) || Math.Abs(power) > LongestExponent)
                return false;
            mantissa = mantissa[..e];
        }
        var point = mantissa.IndexOf('.');
        var digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        if (point >= 0)
            power -= mantissa.Length - point - 1;
        if (!BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            return false;
        if (value.IsZero)
            power = 0;
        else
            while (BigInteger.DivRem(value, 10, out var rest) is var shorter && rest.IsZero)
                (value, power) = (shorter, power + 1);
        number = new(value, power);
        return true;
    }
}

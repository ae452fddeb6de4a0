using System.Numerics;

namespace Extractor.Core.Numbers;

/// <summary>Reads numbers that begin with digits, and the scale words that belong to them: 6034.35亿, 1,485.17万, 1亿3千多万.</summary>
static class ArabicReader
{
    /// <summary>As many digits as any 64 bits hold.</summary>
    const int LongestWord = 19;

    /// <summary>Digits, then scale words with a hedge among them, then the next lower group: 2万5千, 1亿3千多万.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, UnitAt unitAt, out NumberToken token)
    {
        token = default;
        ExactNumber sum = default;
        var vagueness = Vagueness.None;
        var lastPower = int.MaxValue;
        var power = 0;
        var first = true;
        while (true)
        {
            if (!TryReadDigits(text, at, out var value, out var end))
                break;
            var decimals = value.Exponent < 0;
            // The rest of 1亿2000万 or 3万4000, never a second figure that happens to follow.
            if (!first && (decimals || lastPower < 3))
                break;
            power = ReadScales(text, ref end, unitAt, ref vagueness);
            if (!first && (power >= lastPower || value.Scaled(power).Approximate >= Math.Pow(10, lastPower)
                || power == 0 && (lastPower is not (3 or 4 or 8) || value.Digits < 100 && lastPower != 3)))
                break;
            sum = first ? value.Scaled(power) : sum.Plus(value.Scaled(power));
            at = end;
            if (!first && power == 0 || power < 3 || vagueness != Vagueness.None)
            {
                first = false;
                break;
            }
            lastPower = power;
            first = false;
        }
        if (first)
            return false;
        token = new(at, sum, null, vagueness, Script.Arabic, Math.Max(power, lastPower == int.MaxValue ? 0 : lastPower), Bare: false);
        return true;
    }

    /// <summary>Reads scale words, 多 and 余 among them: 千多万 is 7. A unit that begins with one (千瓦时, 百分点) stops it.</summary>
    static int ReadScales(ReadOnlySpan<char> text, ref int end, UnitAt unitAt, ref Vagueness vagueness)
    {
        var power = 0;
        while (end < text.Length)
        {
            if (Numeral.Scale(text[end]) is > 1 and var scale && !unitAt(text, end))
            {
                power += scale;
                end++;
            }
            else if (Numeral.IsInnerHedge(text[end]) && end + 1 < text.Length && Numeral.Scale(text[end + 1]) is > 1 && !unitAt(text, end + 1))
            {
                vagueness = Vagueness.MoreThan;
                end++;
            }
            else
                break;
        }
        return power;
    }

    /// <summary>Digits alone, with grouping commas and a decimal point: 1,485.17.</summary>
    public static bool TryReadDigits(ReadOnlySpan<char> text, int at, out ExactNumber value, out int end)
    {
        value = default;
        end = at;
        var decimals = 0;
        var start = at;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end == start)
            return false;
        var groups = end - start <= 3;
        while (groups && end + 3 < text.Length && text[end] == ',' && AllDigits(text.Slice(end + 1, 3)) && (end + 4 >= text.Length || !char.IsAsciiDigit(text[end + 4])))
            end += 4;
        if (end + 1 < text.Length && text[end] is '.' or '·' && char.IsAsciiDigit(text[end + 1]))
        {
            var point = end++;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            decimals = end - point - 1;
        }
        if (end - start > ExactNumber.LongestNumber * 2)
        {
            // Too long for any figure; the caller sees it as one number and turns it down.
            value = new(BigInteger.Pow(10, ExactNumber.LongestNumber), 0);
            return true;
        }
        value = new(Digits(text[start..end]), -decimals);
        return true;
    }

    /// <summary>The digits of a number without its commas and its point.</summary>
    static BigInteger Digits(ReadOnlySpan<char> number)
    {
        // Nearly all numbers fit a machine word, which costs no memory.
        var (small, large) = (0UL, BigInteger.Zero);
        foreach (var c in number)
            if (char.IsAsciiDigit(c))
            {
                if (number.Length <= LongestWord)
                    small = small * 10 + (uint)(c - '0');
                else
                    large = large * 10 + (c - '0');
            }
        return number.Length <= LongestWord ? small : large;
    }

    static bool AllDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}

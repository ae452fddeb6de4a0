using System.Globalization;
using System.Numerics;

namespace Extractor.Core.Numbers;

/// <summary>An exact rational number in lowest terms; the denominator is above zero.</summary>
readonly record struct Ratio : IComparable<Ratio>
{
    public Ratio(BigInteger numerator, BigInteger denominator)
    {
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        (Numerator, Denominator) = (numerator / common, denominator / common);
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    public int Sign => Numerator.Sign;

    public static Ratio Whole(BigInteger value) => new(value, 1);

    public static Ratio Of(ExactNumber number) => PowerOfTen(number.Exponent).Times(new(number.Digits, number.Denominator));

    public static Ratio PowerOfTen(int power) =>
        power >= 0 ? new(BigInteger.Pow(10, power), 1) : new(1, BigInteger.Pow(10, -power));

    /// <summary>Reads what claims print: 14851700, -5.40, 1/3, 2000/3.</summary>
    public static bool TryParse(string? text, out Ratio value)
    {
        value = default;
        if (string.IsNullOrEmpty(text))
            return false;
        var slash = text.IndexOf('/');
        if (slash < 0)
            return TryParseDecimal(text, out value);
        if (!TryParseDecimal(text.AsSpan(0, slash), out var above) || !TryParseDecimal(text.AsSpan(slash + 1), out var below) || below.Sign <= 0)
            return false;
        value = above.Over(below);
        return true;
    }

    static bool TryParseDecimal(ReadOnlySpan<char> text, out Ratio value)
    {
        value = default;
        var point = text.IndexOf('.');
        var decimals = point < 0 ? 0 : text.Length - point - 1;
        var digits = point < 0 ? text.ToString() : string.Concat(text[..point], text[(point + 1)..]);
        if (!BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return false;
        value = PowerOfTen(-decimals).Times(Whole(whole));
        return true;
    }

    public Ratio Plus(Ratio other) => new(Numerator * other.Denominator + other.Numerator * Denominator, Denominator * other.Denominator);

    public Ratio Minus(Ratio other) => Plus(other.Negated());

    public Ratio Times(Ratio other) => new(Numerator * other.Numerator, Denominator * other.Denominator);

    /// <param name="other">Not zero.</param>
    public Ratio Over(Ratio other) => new(Numerator * other.Denominator, Denominator * other.Numerator);

    public Ratio Negated() => new(-Numerator, Denominator);

    public Ratio Magnitude() => new(BigInteger.Abs(Numerator), Denominator);

    public int CompareTo(Ratio other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>The nearest multiple of 10^<paramref name="place"/>; halves go away from zero.</summary>
    public Ratio RoundedHalfUp(int place)
    {
        var step = PowerOfTen(place);
        var steps = Magnitude().Over(step);
        var rounded = Whole((steps.Numerator * 2 + steps.Denominator) / (steps.Denominator * 2)).Times(step);
        return Sign < 0 ? rounded.Negated() : rounded;
    }

    /// <summary>The power of ten that this is, if it is one.</summary>
    public int? AsPowerOfTen()
    {
        if (Sign <= 0 || !Numerator.IsOne && !Denominator.IsOne)
            return null;
        var large = Numerator.IsOne ? Denominator : Numerator;
        var power = 0;
        for (; large > 1; power++)
        {
            large = BigInteger.DivRem(large, 10, out var rest);
            if (!rest.IsZero)
                return null;
        }
        return Numerator.IsOne ? -power : power;
    }

    /// <summary>As a decimal without exponent, rounded to so many places, without zeros at its end.</summary>
    public string ToDecimal(int places)
    {
        var rounded = RoundedHalfUp(-places);
        var text = new ExactNumber(rounded.Times(PowerOfTen(places)).Numerator, -places).ToString();
        return text.Contains('.') ? text.TrimEnd('0').TrimEnd('.') : text;
    }
}

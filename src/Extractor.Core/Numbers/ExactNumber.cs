using System.Globalization;
using System.Numerics;

namespace Extractor.Core.Numbers;

/// <summary>An exact decimal, <c>Digits × 10^Exponent</c>, or a fraction when <c>Denominator</c> is not one. Printed zeros are kept.</summary>
readonly record struct ExactNumber(BigInteger Digits, int Exponent, int Denominator = 1)
{
    /// <summary>A number of more digits is no claim.</summary>
    public const int LongestNumber = 64;

    const int LongestSmall = 20;

    const string SomeZeros = "00000000000000000000";

    public static ExactNumber Whole(BigInteger value) => new(value, 0);

    public ExactNumber Scaled(int power) => this with { Exponent = Exponent + power };

    public ExactNumber Negated() => this with { Digits = -Digits };

    public ExactNumber Plus(ExactNumber other)
    {
        var exponent = Math.Min(Exponent, other.Exponent);
        return new(Digits * BigInteger.Pow(10, Exponent - exponent) + other.Digits * BigInteger.Pow(10, other.Exponent - exponent), exponent);
    }

    public bool IsLessThan(ExactNumber other)
    {
        var exponent = Math.Min(Exponent, other.Exponent);
        return Digits * BigInteger.Pow(10, Exponent - exponent) < other.Digits * BigInteger.Pow(10, other.Exponent - exponent);
    }

    public double Approximate => (double)Digits * Math.Pow(10, Exponent) / Denominator;

    /// <summary>Without exponent: 603435000000, 12.32, 5.0, 1/3.</summary>
    public override string ToString()
    {
        if (Denominator != 1)
            return string.Create(CultureInfo.InvariantCulture, $"{Digits}/{Denominator}");
        if (Digits.IsZero && Exponent >= 0)
            return "0";
        // Nearly all numbers are short, and this is done for each claim.
        var magnitude = BigInteger.Abs(Digits);
        Span<char> buffer = stackalloc char[LongestSmall];
        ReadOnlySpan<char> digits = magnitude <= ulong.MaxValue && ((ulong)magnitude).TryFormat(buffer, out var length, default, CultureInfo.InvariantCulture)
            ? buffer[..length] : magnitude.ToString(CultureInfo.InvariantCulture);
        var sign = Digits.Sign < 0 ? "-" : "";
        if (Exponent >= 0)
            return string.Concat(sign, digits, Zeros(Exponent));
        var point = digits.Length + Exponent;
        return point > 0 ? string.Concat(sign, digits[..point], ".", digits[point..]) : string.Concat(sign, "0.", Zeros(-point), digits);
    }

    static ReadOnlySpan<char> Zeros(int count) => count <= SomeZeros.Length ? SomeZeros.AsSpan(0, count) : new string('0', count);
}

using System.Globalization;
using System.Numerics;
using Extractor.Core.Numbers;

namespace Extractor.Core.Tests.Numbers;

public sealed class ExactNumberTests
{
    /// <summary>Digits, exponent, denominator, and how it prints.</summary>
    public static TheoryData<string, int, int, string> Examples => new()
    {
        // whole
        { "0", 0, 1, "0" },
        { "43", 4, 1, "430000" },
        { "0", 8, 1, "0" },
        // decimals keep their printed zeros
        { "1232", -2, 1, "12.32" },
        { "50", -1, 1, "5.0" },
        { "5", -3, 1, "0.005" },
        { "0", -2, 1, "0.00" },
        // scaling drops the point
        { "603435", 6, 1, "603435000000" },
        // signs
        { "-54", -1, 1, "-5.4" },
        { "-5", -1, 1, "-0.5" },
        // fractions
        { "1", 0, 3, "1/3" },
        { "-2", 0, 3, "-2/3" },
    };

    [Theory, MemberData(nameof(Examples))]
    public void Prints(string digits, int exponent, int denominator, string expected) =>
        Assert.Equal(expected, new ExactNumber(BigInteger.Parse(digits, CultureInfo.InvariantCulture), exponent, denominator).ToString());

    [Fact]
    public void Adds_across_exponents() =>
        Assert.Equal("12.05", new ExactNumber(12, 0).Plus(new(5, -2)).ToString());

    [Fact]
    public void Compares_across_exponents()
    {
        Assert.True(new ExactNumber(15, -1).IsLessThan(new(2, 0)));
        Assert.False(new ExactNumber(2, 0).IsLessThan(new(20, -1)));
    }
}

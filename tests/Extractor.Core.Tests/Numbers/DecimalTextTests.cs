using Extractor.Core.Numbers;

namespace Extractor.Core.Tests.Numbers;

public sealed class DecimalTextTests
{
    [Theory]
    [InlineData("3E+19", 0, "30000000000000000000")]
    [InlineData("12.50", 0, "12.5")]
    [InlineData("5", -1, "0.5")]
    [InlineData("-0.20", 2, "-20")]
    [InlineData("0.00", 3, "0")]
    [InlineData("", 0, null)]
    [InlineData("1/3", 0, null)]
    [InlineData("1E99999", 0, null)]
    [InlineData("1.2.3", 0, null)]
    public void Prints_without_exponent(string text, int power, string? expected) => Assert.Equal(expected, DecimalText.WithoutExponent(text, power));

    [Theory]
    [InlineData("12.32", true)]
    [InlineData("-1/3", true)]
    [InlineData("1/0", false)]
    [InlineData("1/2/3", false)]
    [InlineData("43万", false)]
    [InlineData("", false)]
    public void Knows_numbers(string text, bool isNumber) => Assert.Equal(isNumber, DecimalText.IsNumber(text));

    [Theory]
    [InlineData("0.333333333333333", "1/3", true)]
    [InlineData("0.666666666666667", "2/3", true)]
    [InlineData("0.666666666666666", "2/3", false)]
    [InlineData("0.333", "1/3", false)]
    [InlineData("0.5", "1/2", false)]
    [InlineData(null, "1/2", false)]
    [InlineData("0.333333333333333", "0.333333333333333", false)]
    public void Knows_a_fraction_computed(string? text, string fraction, bool rounds) => Assert.Equal(rounds, DecimalText.Rounds(text, fraction));
}

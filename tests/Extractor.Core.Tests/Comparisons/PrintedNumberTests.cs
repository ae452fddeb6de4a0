using Extractor.Core.Claims;
using Extractor.Core.Comparisons;
using Extractor.Core.Numbers;

namespace Extractor.Core.Tests.Comparisons;

public sealed class PrintedNumberTests
{
    static Claim Claim(string text, string? value, string unit = "{件}") => new() { Span = new(0, 1), Text = text, Value = value, Unit = unit, Rules = [] };

    /// <summary>A quote with its value, the place of its last printed digit, how many digits, and the word of its unit.</summary>
    [Theory]
    // scale words
    [InlineData("1500万件", "15000000", 4, 4, "件")]
    [InlineData("1485.17万件", "14851700", 2, 6, "件")]
    [InlineData("15.0亿件", "1500000000", 7, 3, "件")]
    [InlineData("15亿件", "1500000000", 8, 2, "件")]
    [InlineData("1亿2000万件", "120000000", 4, 5, "件")]
    [InlineData("434000件", "434000", 0, 6, "件")]
    [InlineData("1,485,170件", "1485170", 0, 7, "件")]
    // decimals, zeros, full width, wraps
    [InlineData("12.30件", "12.30", -2, 4, "件")]
    [InlineData("１２.３件", "12.3", -1, 3, "件")]
    [InlineData("15\n\n00 万件", "15000000", 4, 4, "件")]
    [InlineData("0.05件", "0.05", -2, 1, "件")]
    [InlineData("0件", "0", 0, 0, "件")]
    [InlineData("-5.4件", "-5.4", -1, 2, "件")]
    // hedges inside
    [InlineData("43万余件", "430000", 4, 2, "件")]
    [InlineData("3千多万件", "30000000", 7, 1, "件")]
    // Chinese numerals: as if 万 and 亿 were printed behind digits
    [InlineData("三百万件", "3000000", 4, 3, "件")]
    [InlineData("三十件", "30", 0, 2, "件")]
    [InlineData("十五点八万件", "158000", 3, 3, "件")]
    [InlineData("一亿三千万件", "130000000", 4, 5, "件")]
    // scale and unit from elsewhere: a shared unit, the caption of a table
    [InlineData("15", "1500000000", 8, 2, "件")]
    [InlineData("1485.17", "14851700", 2, 6, "件")]
    // no decimal places
    [InlineData("1/3", "1/3", null, 0, "件")]
    [InlineData("三至五件", null, null, 0, "件")]
    public void Knows_the_last_printed_digit(string text, string? value, int? place, int digits, string unit)
    {
        var printed = PrintedNumber.Of(Claim(text, value));
        Assert.Equal((place, digits, unit), (printed.Place, printed.Digits, printed.UnitWords));
    }

    [Theory]
    [InlineData("CNY", "元")]
    [InlineData("CNY/t", "元/吨")]
    [InlineData("{person}", "人")]
    [InlineData("{件}", "件")]
    [InlineData("{亩}", "亩")]
    [InlineData("km2", "平方公里")]
    [InlineData("pp", "个百分点")]
    [InlineData("1", "")]
    [InlineData("{没听说过}", "没听说过")]
    public void Has_a_word_for_a_unit(string code, string words) => Assert.Equal(words, UnitText.Words(code));

    [Theory]
    [InlineData("14851700", 4, "14850000")]
    [InlineData("14855000", 4, "14860000")]
    [InlineData("14854999", 4, "14850000")]
    [InlineData("6.65", -1, "6.7")]
    [InlineData("-6.65", -1, "-6.7")]
    [InlineData("1/3", -2, "0.33")]
    [InlineData("2/3", -2, "0.67")]
    [InlineData("0", 3, "0")]
    [InlineData("499", 3, "0")]
    [InlineData("500", 3, "1000")]
    public void Halves_go_up(string value, int place, string rounded)
    {
        Assert.True(Ratio.TryParse(value, out var ratio));
        Assert.Equal(rounded, ratio.RoundedHalfUp(place).ToDecimal(6));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1/0")]
    [InlineData("1/-2")]
    [InlineData("x")]
    [InlineData("1/2/3")]
    [InlineData(null)]
    public void What_is_no_number_is_none(string? text) => Assert.False(Ratio.TryParse(text, out _));

    /// <summary>A hedged value and how far it reaches.</summary>
    [Theory]
    [InlineData("1500", Qualifier.About, "1425", "1575")]
    [InlineData("1500", Qualifier.Nearly, "1350", "1500")]
    [InlineData("430000", Qualifier.MoreThan, "430000", "440000")]
    [InlineData("6700", Qualifier.MoreThan, "6700", "6800")]
    [InlineData("500", Qualifier.MoreThan, "500", "1000")]
    [InlineData("12.5", Qualifier.MoreThan, "12.5", "12.6")]
    [InlineData("0.5", Qualifier.MoreThan, "0.5", "1")]
    [InlineData("95", Qualifier.AtLeast, "95", "190")]
    [InlineData("1500", Qualifier.LessThan, "1400", "1500")]
    [InlineData("500", Qualifier.LessThan, "250", "500")]
    [InlineData("30", Qualifier.AtMost, "15", "30")]
    [InlineData("1/3", Qualifier.MoreThan, "0.333333", "0.666667")]
    [InlineData("-6700", Qualifier.MoreThan, "-6800", "-6700")]
    public void A_hedge_reaches_so_far(string value, Qualifier qualifier, string low, string high)
    {
        Assert.True(Ratio.TryParse(value, out var ratio));
        var bounds = Bounds.Of(ratio, qualifier)!.Value;
        Assert.Equal((low, high), (bounds.Low.ToDecimal(6), bounds.High.ToDecimal(6)));
    }

    [Fact]
    public void An_exact_figure_reaches_nowhere() => Assert.Null(Bounds.Of(Ratio.Whole(5), Qualifier.Exact));
}

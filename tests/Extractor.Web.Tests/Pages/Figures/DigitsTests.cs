using Extractor.Web.Pages.Figures;

namespace Extractor.Web.Tests.Pages.Figures;

public sealed class DigitsTests
{
    [Theory]
    [InlineData("14851700", "14 851 700")]
    [InlineData("603435000000", "603 435 000 000")]
    [InlineData("-35720.25", "-35 720.25")]
    [InlineData("100000/3", "100 000/3")]
    [InlineData("2021", "2021")]
    [InlineData("-2021.5", "-2021.5")]
    [InlineData("0.000001", "0.000001")]
    [InlineData(null, "–")]
    public void Digits_look_apart_in_threes_and_stay_together(string? number, string shown)
    {
        var markup = $"{Digits.Of(number)}";
        Assert.Equal(shown, markup.Replace("<span class=\"group\">", " ", StringComparison.Ordinal).Replace("</span>", "", StringComparison.Ordinal));
    }
}

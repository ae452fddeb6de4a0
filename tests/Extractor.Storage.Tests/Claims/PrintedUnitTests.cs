using Extractor.Storage.Claims;

namespace Extractor.Storage.Tests.Claims;

public sealed class PrintedUnitTests
{
    [Theory]
    [InlineData("6034.35亿元", "亿元")]
    [InlineData("43万余名", "万名")]
    [InlineData("95%以上", "%")]
    [InlineData("15—20亿元", "亿元")]
    [InlineData("237\n名", "名")]
    [InlineData("三家", "家")]
    [InlineData("６个左右", "个")]
    [InlineData("1/3", "")]
    public void The_unit_is_what_follows_the_digits(string quote, string unit) => Assert.Equal(unit, PrintedUnit.Of(quote));
}

using Extractor.Worker.Schedules;

namespace Extractor.Worker.Tests.Schedules;

public sealed class CronTextTests
{
    [Theory]
    [InlineData("0 30 2 * * ?", "0 30 2 * * ?")]
    [InlineData("30 2 * * *", "0 30 2 * * ?")] // crontab
    [InlineData("0 9 * * 1-5", "0 0 9 ? * MON-FRI")] // numbers of days differ, so names are kept
    [InlineData("*/10 * * * * ?", "*/10 * * * * ?")]
    public void Both_manners_are_read(string text, string cron)
    {
        Assert.True(CronText.TryRead(text, out var read, out var error), error);
        Assert.Equal(cron, read);
    }

    [Theory]
    [InlineData("every day", "is every day at 2:30")]
    [InlineData("0 61 2 * * ?", "is every day at 2:30")]
    [InlineData("", "is every day at 2:30")]
    [InlineData("0 0 0 1 1 ? 2020", "never due")]
    [InlineData("0 0 0 30 2 ?", "never due")]
    public void What_cannot_be_read_is_refused_with_an_example(string text, string words)
    {
        Assert.False(CronText.TryRead(text, out _, out var error));
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_zone_is_known_or_refused()
    {
        Assert.True(CronText.TryReadTimeZone("Asia/Shanghai", out _));
        Assert.False(CronText.TryReadTimeZone("Beijing", out var error));
        Assert.Contains("Asia/Shanghai", error, StringComparison.Ordinal);
    }
}

using Extractor.Worker.Ingestion;

namespace Extractor.Worker.Tests.Ingestion;

public sealed class PublishedDateTests
{
    [Theory]
    // Days
    [InlineData("2024-03-01", "2024-03-01")]
    [InlineData(" 2024-3-1 ", "2024-03-01")]
    [InlineData("20240301", "2024-03-01")]
    [InlineData("2024/3/1", "2024-03-01")]
    [InlineData("2024年3月1日", "2024-03-01")]
    // Times as Chinese pages write them: local
    [InlineData("2024-03-01 09:30", "2024-03-01")]
    [InlineData("2024-03-01 23:59:59", "2024-03-01")]
    [InlineData("2024年03月01日 09:30", "2024-03-01")]
    // A time with a zone is the day that it was in China
    [InlineData("2024-02-29T18:00:00Z", "2024-03-01")]
    [InlineData("2024-03-01T07:59:59+08:00", "2024-03-01")]
    [InlineData("2024-03-01T00:30:00+0900", "2024-02-29")]
    [InlineData("2024-02-29T16:00:00.123Z", "2024-03-01")]
    [InlineData("Thu, 29 Feb 2024 17:00:00 GMT", "2024-03-01")]
    [InlineData("Fri, 01 Mar 2024 08:00:00 +0800", "2024-03-01")]
    [InlineData("1 Mar 2024 08:00 CST", "2024-03-01")]
    // None
    [InlineData("", null)]
    [InlineData("soon", null)]
    [InlineData("2024-02-30", null)]
    [InlineData("2024-13-01", null)]
    [InlineData("0001-01-01", null)]
    [InlineData("9999-12-31", null)]
    [InlineData("24-03-01", null)]
    [InlineData("2024-03-01'; drop table documents; --", null)]
    public void A_date_is_the_day_in_China(string text, string? day) =>
        Assert.Equal(day, PublishedDate.TryRead(text, out var read) ? read.ToString("O") : null);
}

using Extractor.Core.Scopes;
using Extractor.Core.Tests.Fixtures;

namespace Extractor.Core.Tests.Scopes;

/// <summary>How much of a text is looked at, by count: what the outlook passes, no reader of scopes is asked about.</summary>
public sealed class ScopeOutlookTests
{
    /// <summary>The brackets hold what may begin right behind them.</summary>
    static readonly (string Text, Beginnings May)[] Examples =
    [
        ("增长，[]浙江省", Beginnings.Word),
        ("增长，[]全市", Beginnings.Word),
        ("增长，[]欧盟", Beginnings.Name),
        ("增长，[]工行", Beginnings.Name),
        ("增长，[]美国", Beginnings.Country),
        ("增长，[]某某机械有限公司完成", Beginnings.Organisation),
        ("增长，[]港铁（066）", Beginnings.Listed),
        ("增长，[]赣深高铁全长", Beginnings.Facility),
        ("增长，[]卡如乡有", Beginnings.Township),
        ("增长[]《浙江省志》", Beginnings.Title),
    ];

    [Fact]
    public void What_may_begin_is_told_from_the_text()
    {
        foreach (var (marked, may) in Examples)
            Assert.True(ScopeOutlook.Read(marked.Replace("[]", "", StringComparison.Ordinal))[marked.IndexOf("[]", StringComparison.Ordinal)].HasFlag(may), marked);
    }

    [Theory]
    [InlineData("1234567890")]
    [InlineData("年")]
    [InlineData("，")]
    public void Where_nothing_begins_nothing_is_asked(string piece) =>
        Assert.All(ScopeOutlook.Read(string.Concat(Enumerable.Repeat(piece, 100))), may => Assert.Equal(Beginnings.None, may));

    [Fact]
    public void Of_ten_characters_of_a_page_nine_are_passed()
    {
        var looked = Fixture.All.Sum(fixture => ScopeOutlook.Read(fixture.Text).Count(may => may != Beginnings.None));

        Assert.InRange(looked * 10, 1, Fixture.All.Sum(fixture => fixture.Text.Length));
    }
}

using Extractor.Core.Quantities;
using Extractor.Core.Text;

namespace Extractor.Core.Tests.Quantities;

public sealed class NameTests
{
    public static TheoryData<string> Names => [.. NameLexicon.Default.Names];

    [Theory, MemberData(nameof(Names))]
    public void Every_name_is_found_from_each_of_its_characters(string name)
    {
        // Longer ones are met at their numbers, which stand within reach.
        var text = $"，{name}。";
        Assert.NotNull(NameLexicon.Default.Find(name));
        for (var at = 1; at <= Math.Min(name.Length, 8); at++)
            Assert.True(NameLexicon.Default.End(text, at, 0) > at);
        Assert.Equal(1 + name.Length, NameLexicon.Default.End(text, 1, 0));
    }

    [Fact]
    public void There_are_at_least_six_hundred() => Assert.True(NameLexicon.Default.Names.Count() >= 600);

    [Fact]
    public void Every_name_holds_a_number() =>
        Assert.DoesNotContain(NameLexicon.Default.Names, name => !name.Any(c => char.IsAsciiDigit(c) || "零〇一二两三四五六七八九十百千万亿双半".Contains(c)));

    /// <summary>A text and a place in it, at which no name stands.</summary>
    [Theory]
    [InlineData("12345件", 0)]
    [InlineData("12345万元", 0)]
    [InlineData("12345.6", 0)]
    [InlineData("812345热线", 1)]
    [InlineData("5GB流量", 0)]
    [InlineData("2115工程", 0)]
    [InlineData("618家企业", 0)]
    [InlineData("三千亩", 0)]
    [InlineData("四川", 2)]
    public void What_only_looks_like_a_name_is_none(string text, int at) => Assert.Equal(0, NameLexicon.Default.End(text + "。", at, 0));

    [Theory]
    [InlineData("拨打12345热线", 2, 9)]
    [InlineData("拨打12345", 2, 7)]
    [InlineData("双十一期间", 1, 3)]
    [InlineData("“五位一体”", 1, 5)]
    [InlineData("5G基站300个", 0, 2)]
    [InlineData("211工程高校", 0, 5)]
    public void A_name_ends_where_it_ends(string text, int at, int end) => Assert.Equal(end, NameLexicon.Default.End(text, at, 0));

    [Theory]
    [InlineData("words.tsv(1): “city” is no kind of name.", "三亚\tcity")]
    [InlineData("words.tsv(2): “三亚” is no name, or stands twice.", "三亚\tplace", "三亚\tplace")]
    public void A_broken_row_names_file_line_and_reason(string message, params string[] lines) =>
        Assert.Equal(message, Assert.Throws<LexiconException>(() => _ = new NameLexicon(new("words.tsv", lines))).Message);
}

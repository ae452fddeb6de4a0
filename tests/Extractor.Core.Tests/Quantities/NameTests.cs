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
    [InlineData("二五点三万吨", 0)]
    [InlineData("一对一百元", 0)]
    [InlineData("四川", 2)]
    public void What_only_looks_like_a_name_is_none(string text, int at) => Assert.Equal(0, NameLexicon.Default.End(text + "。", at, 0));

    /// <summary>Quantities beside or inside the characters of a name.</summary>
    [Theory]
    [InlineData("全县新建三百二十户苗寨民居。", "三百二十户")]
    [InlineData("全市投资5千万元工程款。", "5千万元")]
    [InlineData("全县五保户120户。", "120户")]
    [InlineData("拨打12345热线的有3200人。", "3200人")]
    [InlineData("三江源保护区面积12.3万平方公里。", "12.3万平方公里")]
    [InlineData("新建5G基站300个。", "300个")]
    [InlineData("流量达到5GB。", "5GB")]
    [InlineData("十四五期间，新建公路120公里。", "120公里")]
    [InlineData("三产增加值85亿元。", "85亿元")]
    [InlineData("三亚接待游客618万人次。", "618万人次")]
    [InlineData("万达广场销售额5000万元。", "5000万元")]
    [InlineData("出台二十条措施。", "二十条")]
    public void Names_take_no_quantity(string text, string quantities) =>
        Assert.Equal(quantities, string.Join(' ', CompactClaim.Read(text).Select(claim => claim.Text)));

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

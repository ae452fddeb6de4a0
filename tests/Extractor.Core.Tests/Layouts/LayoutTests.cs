using Extractor.Core.Tests.Fixtures;

namespace Extractor.Core.Tests.Layouts;

public sealed class LayoutTests
{
    /// <summary>Raw pages with the raw spans in brackets (⏎ is a line end), and what their quantities say.</summary>
    public static TheoryData<string, string> Examples => new()
    {
        // hard wraps
        { "2022年，全县粮食总产量达到[8.6⏎万吨]，比上年增长[3.2%]，连续丰收，农牧民收入稳步提高，⏎全县羊存栏[35万只]。⏎", "86000 t; 3.2 %; 350000 {只}" },
        // spaces between all characters, digits included
        { "全 县 羊 存 栏 [3 5 万 只] 。⏎", "350000 {只}" },
        // carriage returns
        { "全县羊存栏[35万只]。\r⏎全县牛存栏[12万头]。\r⏎", "350000 {只}; 120000 {头}" },
        // blank lines inside a sentence
        { "2022年，全县大力发展设施农业，新建温室大棚，种植蔬菜瓜果，累计投入⏎⏎[3200万元]，带动农牧民增收。⏎", "32000000 CNY" },
        // spaces between characters
        { "全县羊存栏 [35 万只] 。", "350000 {只}" },
        { "全县羊存栏　[35　万只]。", "350000 {只}" },
        // HTML
        { "<p>全县羊存栏<b>[35万只]</b>。</p><p>全县牛存栏[12万头]。</p>", "350000 {只}; 120000 {头}" },
        { "<p>全县羊存栏[35</b>万只]。</p>", "350000 {只}" },
        { "<p>全县羊存栏&nbsp;[35&nbsp;万只]。</p><!-- 羊99万只 -->", "350000 {只}" },
        { "<div class=\"a12\">全县羊存栏[35万只]。</div>", "350000 {只}" },
        // full width
        { "全县羊存栏[３５万只]。", "350000 {只}" },
    };

    public static TheoryData<string, string> Markdown => new()
    {
        { "# 全县羊存栏35万只\n\n全县羊存栏**35万只**。\n", "35万只; 35万只" },
        { "- 全县羊存栏35万只。\n- 全县牛存栏12万头。\n", "35万只; 12万头" },
        { "全县羊存栏[35万只](http://example.org/2023/11/30万只.html)。\n", "35万只" },
        { "![羊](http://example.org/12万头.jpg)\n\n全县羊存栏35万只。\n", "35万只" },
    };

    [Theory, MemberData(nameof(Examples))]
    public void Reads_through(string marked, string expected)
    {
        marked = marked.Replace('⏎', '\n');
        var example = MarkedText.Parse(marked);

        var claims = Invariant.Check(example.Text, ClaimExtractor.Default.Extract(example.Text, CompactClaim.Tibet)).Claims;

        Assert.Equal(marked, MarkedText.Mark(example.Text, claims.Spans()));
        Assert.Equal(expected, string.Join("; ", claims.Select(claim => claim.PrintQuantity())));
    }

    [Theory, MemberData(nameof(Markdown))]
    public void Reads_through_Markdown(string text, string expected)
    {
        var claims = Invariant.Check(text, ClaimExtractor.Default.Extract(text, CompactClaim.Tibet)).Claims;

        Assert.Equal(expected, string.Join("; ", claims.Select(claim => claim.Text)));
    }

    [Fact]
    public void Offsets_count_code_points_behind_characters_beyond_the_first_plane()
    {
        const string text = "😀𠮷村羊存栏35万只。";

        var claim = Assert.Single(Invariant.Check(text, ClaimExtractor.Default.Extract(text, CompactClaim.Tibet)).Claims);

        Assert.Equal(new(6, 10), claim.Span);
        Assert.Equal("35万只", claim.Text);
    }

    [Fact]
    public void An_empty_page_has_neither_articles_nor_claims()
    {
        foreach (var text in new[] { "", " ", "\n\n", "\u3000\r\n", "<p></p>" })
        {
            var extraction = ClaimExtractor.Default.Extract(text, CompactClaim.Tibet);
            Assert.Empty(extraction.Articles);
            Assert.Empty(extraction.Claims);
        }
    }
}

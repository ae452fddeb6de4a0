using System.Globalization;
using System.Text;
using Extractor.Core.Text;
using Extractor.Storage.Documents;
using Extractor.Worker.Feeds;

namespace Extractor.Worker.Tests.Feeds;

public sealed class FeedReaderTests
{
    const string Rss = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
          <channel><title>频道</title><link>https://example.org/</link>
            <item>
              <media:title>图片</media:title>
              <title>西藏快递&amp;邮政</title><link>https://example.org/1</link><guid isPermaLink="false">g1</guid>
              <pubDate>Thu, 29 Feb 2024 17:00:00 GMT</pubDate>
              <description>摘要</description>
              <content:encoded><![CDATA[<p>快递业务量<b>1500</b>万件。</p><script>alert(1)</script><p>同比增长5&#37;。</p>]]></content:encoded>
            </item>
            <item><guid>https://example.org/2</guid><description>只有摘要</description></item>
          </channel>
        </rss>
        """;

    const string Rdf = """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
          <channel rdf:about="https://example.org/"><title>频道</title></channel>
          <item rdf:about="https://example.org/1"><title>标题</title><link>/one</link><description>一</description><dc:date>2024-03-01T08:00:00+08:00</dc:date></item>
        </rdf:RDF>
        """;

    const string Atom = """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>频道</title>
          <entry><title>5 &lt; 6</title><id>urn:uuid:1</id><link rel="self" href="https://example.org/self"/><link href="https://example.org/1"/>
            <updated>2024-03-02T00:00:00Z</updated><published>2024-03-01T00:00:00Z</published>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>甲</p><p>乙 &lt;丙</p></div></content></entry>
          <entry><title type="html">&lt;b&gt;粗&lt;/b&gt;</title><id>urn:uuid:2</id><summary type="html">&lt;p&gt;一&lt;/p&gt;</summary></entry>
        </feed>
        """;

    static readonly Storage.Feeds.Feed Feed = new(1, "频道", "https://example.org/feed", "西藏日报", "西藏自治区", null, null);

    static IReadOnlyList<FeedEntry> Read(byte[] bytes, string? charset = null) => FeedReader.Read(bytes, charset, "example.org/feed");

    static List<Document> Documents(string xml) =>
        [.. Read(Encoding.UTF8.GetBytes(xml)).Select(entry => FeedPage.ToDocument(Feed, entry, new("https://example.org/feed")))];

    static string Show(Document document) => string.Create(
        CultureInfo.InvariantCulture, $"{document.Uri} | {document.Facts.Document} | {document.Facts.Published:yyyy-MM-dd} | {document.Text}");

    [Theory]
    [InlineData(Rss, "https://example.org/1 | 西藏快递&邮政 | 2024-03-01 | 西藏快递&邮政\n\n快递业务量1500万件。\n同比增长5%。", "https://example.org/2 | https://example.org/2 |  | 只有摘要")]
    [InlineData(Rdf, "https://example.org/one | 标题 | 2024-03-01 | 标题\n\n一")]
    [InlineData(Atom, "https://example.org/1 | 5 < 6 | 2024-03-01 | 5 < 6\n\n甲\n乙 <丙", "urn:uuid:2 | 粗 |  | 粗\n\n一")]
    public void An_entry_becomes_a_document(string xml, params string[] documents)
    {
        var read = Documents(xml);
        Assert.Equal(documents, read.Select(Show));
        Assert.All(read, document => Assert.Equal(("频道", "西藏日报", "西藏自治区"), (document.Source, document.Facts.Publication, document.Facts.Region)));
    }

    [Theory]
    [InlineData("gb2312", null)]
    [InlineData("utf-8", "GBK")]
    [InlineData("gb18030", "iso-8859-1x")]
    public void The_charset_is_what_the_header_says_else_the_document(string declared, string? header)
    {
        SourceText.Decode([]);
        var xml = $"\n<?xml version=\"1.0\" encoding=\"{declared}\"?><rss><channel><item><title>西藏</title></item></channel></rss>";
        Assert.Equal("西藏", Assert.Single(Read(Encoding.GetEncoding("gb18030").GetBytes(xml), header)).Title);
    }

    [Theory]
    [InlineData("""<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>""", "document type")]
    [InlineData("""<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><rss><title>&c;</title></rss>""", "document type")]
    [InlineData("""<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd"> %p;]><rss/>""", "document type")]
    [InlineData("<rss><channel><item><title>&undeclared;</title></item></channel></rss>", "no XML")]
    [InlineData("<html><body>这是网页</body></html>", "<html>")]
    [InlineData("<rss><channel><item>", "no XML")]
    [InlineData("", "no XML")]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1\"}", "no XML")]
    public void What_is_no_feed_or_would_reach_out_is_refused(string xml, string reason) =>
        Assert.Contains(reason, Assert.Throws<FeedException>(() => Read(Encoding.UTF8.GetBytes(xml))).Message, StringComparison.Ordinal);

    [Fact]
    public void Depth_and_number_are_bounded()
    {
        string Deep(string tag) => string.Concat(Enumerable.Repeat($"<{tag}>", 100_000));
        foreach (var xml in (string[])[$"<rss>{Deep("a")}", $"<rss><item><title>{Deep("b")}", $"<rss><item>{Deep("c")}"])
            Assert.Contains("nested", Assert.Throws<FeedException>(() => Read(Encoding.UTF8.GetBytes(xml))).Message, StringComparison.Ordinal);
        var many = $"<rss>{string.Concat(Enumerable.Repeat("<item/>", 5001))}</rss>";
        Assert.Contains("5000", Assert.Throws<FeedException>(() => Read(Encoding.UTF8.GetBytes(many))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a &amp; b", "a & b")]
    [InlineData("一<br>二<br/>三", "一\n二\n三")]
    [InlineData("<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>", "甲\t1\n乙\t2")]
    [InlineData("<style>p{}</style>文<script>x</script><template>y</template>", "文")]
    [InlineData("<p>未闭合<p>段落", "未闭合\n段落")]
    [InlineData("5 < 6", "5 < 6")]
    [InlineData("&#0;&#xD800;&#x1F600;", "\uFFFD\uFFFD😀")]
    [InlineData("<img src=x onerror=alert(1)>图", "图")]
    public void Html_becomes_what_its_reader_sees(string html, string text) => Assert.Equal(text, PlainText.Of(html));

    [Fact]
    public void Html_built_to_do_harm_is_given_up()
    {
        foreach (var html in (string[])[string.Concat(Enumerable.Repeat("<div>", 4000)) + "x", string.Concat(Enumerable.Repeat("<b>", 100_000)), new('x', 2 << 20)])
            Assert.Throws<FormatException>(() => PlainText.Of(html));
    }

    [Theory]
    [InlineData("javascript:alert(1)", "g", "g")]
    [InlineData("file:///etc/passwd", "g", "g")]
    [InlineData(null, "tag:example.org,2024:1", "tag:example.org,2024:1")]
    [InlineData("//example.com/x", null, "https://example.com/x")]
    public void Only_a_link_that_can_be_followed_is_an_address(string? link, string? id, string uri) =>
        Assert.Equal(uri, FeedPage.ToDocument(Feed, new("标题", link, id, null, null), new("https://example.org/feed")).Uri);
}

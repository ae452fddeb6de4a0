using System.Text;
using Extractor.Core.Documents;
using Extractor.Worker.Ingestion;

namespace Extractor.Worker.Tests.Ingestion;

public sealed class FactsTests : IDisposable
{
    readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    DocumentFacts Read(string name, string text, IntakeOptions? options = null) => Document(name, text, options).Facts;

    Storage.Documents.Document Document(string name, string text, IntakeOptions? options = null)
    {
        _folder.Write(name, text);
        var file = Assert.Single(InputList.Find([_folder.Path], FolderRules.Ingestion).Files);
        return Assert.Single(new DocumentReader(options ?? new()).Read(file)).Document!;
    }

    static DocumentFacts Facts(string? publication, string? region = null, string? published = null, string name = "a.md") =>
        new(name, publication, region, published is null ? null : DateOnly.Parse(published));

    [Theory]
    [InlineData("---\npublication: 西藏日报\nregion: 西藏自治区\npublished: 2024-03-01\n---\n正文", "西藏日报", "西藏自治区", "2024-03-01")]
    [InlineData("---\r\nsource: \"西藏日报\"\r\ndate: 2024-03-01T20:00:00Z\r\n---\r\n正文", "西藏日报", null, "2024-03-02")]
    [InlineData("---\ntitle: 新闻\ntags: [一, 二]\nnested: {publication: 不是}\nPublication: 是\n---\n", "是", null, null)]
    [InlineData("---\npublication:\n...\n", null, null, null)]
    // No front matter: a line across the page, one that is never closed, one further down
    [InlineData("---\n西藏日报\n---\n正文", null, null, null)]
    [InlineData("---\npublication: 西藏日报\n", null, null, null)]
    [InlineData("\n---\npublication: 西藏日报\n---\n", null, null, null)]
    // An alias is not followed, so it cannot grow
    [InlineData("---\na: &a [x, x]\nb: &b [*a, *a]\nc: *b\npublication: 西藏日报\n---\n", "西藏日报", null, null)]
    public void Front_matter_gives_facts_and_stays_in_the_text(string text, string? publication, string? region, string? published)
    {
        var document = Document("a.md", text);
        Assert.Equal(Facts(publication, region, published), document.Facts);
        Assert.Equal(text, document.Text);
    }

    [Theory]
    [InlineData("""<meta name="PubDate" content="2024-03-01 09:30"><meta name="ContentSource" content="来源：西藏日报"><meta name="SiteName" content="西藏自治区政府">""", "西藏日报", "2024-03-01")]
    [InlineData("""<META NAME='SiteName' CONTENT='西藏自治区政府'>""", "西藏自治区政府", null)]
    [InlineData("""<meta property="article:published_time" content="2024-03-01T00:10:00+08:00"><meta property="og:site_name" content="中国&amp;西藏">""", "中国&西藏", "2024-03-01")]
    [InlineData("""<meta itemprop="datePublished" content="2024-03-01">""", null, "2024-03-01")]
    [InlineData("""<meta name="PubDate" content="">""", null, null)]
    [InlineData("""<meta name="PubDate" content="昨天"><meta name="ContentSource" content="西藏日报">""", "西藏日报", null)]
    [InlineData("""</head><body><meta name="ContentSource" content="不在头里">""", null, null)]
    public void The_head_of_a_page_gives_facts_and_its_text_is_kept_raw(string head, string? publication, string? published)
    {
        var text = $"<html><head>{head}</head><body><p>全区</p></body></html>";
        var document = Document("a.html", text);
        Assert.Equal(Facts(publication, null, published, "a.html"), document.Facts);
        Assert.Equal(text, document.Text);
    }

    [Fact]
    public void The_row_beats_the_sidecar_which_beats_the_page_which_beats_the_path()
    {
        var options = new IntakeOptions
        {
            Facts = name => new(name, Publication: "行"),
            Pattern = PathPattern.Parse("{publication}/{region}/{published:yyyy-MM-dd}/*"),
        };
        _folder.Write("路/路/2024-01-01/a.md.json", """{"publication": "旁", "region": "旁", "name": "旁页"}""");
        var facts = Read("路/路/2024-01-01/a.md", "---\npublication: 页\nregion: 页\npublished: 2024-02-02\n---\n", options);
        Assert.Equal(Facts("行", "旁", "2024-02-02", "旁页"), facts);
    }

    [Theory]
    [InlineData("a.txt.json", """{"publication": "西藏日报"}""", "西藏日报")]
    [InlineData("a.json", """{"publication": "西藏日报"}""", "西藏日报")]
    // The other name may belong to something else
    [InlineData("a.json", """[1, 2]""", null)]
    [InlineData("a.json", """{"claims": 3}""", null)]
    [InlineData("a.json", "no json", null)]
    [InlineData("b.json", """{"publication": "西藏日报"}""", null)]
    public void A_sidecar_stands_beside_its_page(string name, string json, string? publication)
    {
        _folder.Write(name, json);
        Assert.Equal(publication, Read("a.txt", "1").Publication);
    }

    [Theory]
    [InlineData("{publication}/{published:yyyy-MM-dd}/*", "西藏日报/2024-03-01/a.txt", "西藏日报", null, "2024-03-01")]
    [InlineData("{publication}/{published:yyyy-MM/dd}/**", "人民日报/2024-03/01/02/a.txt", "人民日报", null, "2024-03-01")]
    [InlineData("**/{published:yyyyMMdd}-{region}.txt", "x/y/20240301-西藏.txt", null, "西藏", "2024-03-01")]
    [InlineData("{publication}_*.txt", "西藏日报_1.txt", "西藏日报", null, null)]
    [InlineData("{publication}/{published}/*", "西藏日报/index/a.txt", null, null, null)]
    [InlineData("{publication}/*", "西藏日报/深/a.txt", null, null, null)]
    [InlineData("(.+)+{publication}$/*", "((((((((((((((((((((((((((a.txt", null, null, null)]
    public void A_path_says_what_the_pattern_names(string pattern, string path, string? publication, string? region, string? published)
    {
        var file = new InputFile(path, path, path, InFolder: true);
        Assert.Equal(
            new StatedFacts(null, publication, region, published is null ? null : DateOnly.Parse(published)), PathPattern.Parse(pattern).Read(file));
    }

    [Fact]
    public void The_path_of_a_file_that_was_named_itself_counts_from_its_end()
    {
        var file = new InputFile("/srv/西藏日报/2024-03-01/a.txt", "a.txt", "a.txt");
        Assert.Equal("西藏日报", PathPattern.Parse("{publication}/{published}/*").Read(file).Publication);
    }

    [Theory]
    [InlineData("*/*", "names no fact")]
    [InlineData("{author}/*", "author")]
    [InlineData("{publication/*", "not closed")]
    [InlineData("{published:yyyy}/*", "lacks MM")]
    [InlineData("{region}/{region}", "twice")]
    [InlineData("{region:x}/*", "no format")]
    public void A_wrong_pattern_is_told_with_its_reason(string pattern, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => PathPattern.Parse(pattern)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a.md", "---\nx: 1\npublished: soon\n---\n", "a.md(3)", "soon", "2023-12-31")]
    [InlineData("a.md", "---\npublication: [\n---\n", "a.md(", "front matter", "mend it")]
    [InlineData("a.md", "---\npublication: \"a\\0b\"\n---\n", "a.md(2)", "control character", "take it out")]
    [InlineData("2024-02-30/a.txt", "1", "2024-02-30/a.txt", "{published}/*", "2023-12-31")]
    public void A_wrong_fact_is_named_by_file_place_and_remedy(string name, string text, params string[] words)
    {
        var error = Assert.Throws<InputException>(() => Read(name, text, new() { Pattern = PathPattern.Parse("{published}/*") }));
        Assert.Equal(InputFault.Facts, error.Fault);
        Assert.All(words, word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"published": "2024-02-30"}""", "2024-02-30")]
    [InlineData("""{"region": 5}""", "region")]
    [InlineData("""{"region": "\ud800"}""", "region")]
    [InlineData("[]", "mend it or take it away")]
    [InlineData("{", "mend it or take it away")]
    public void A_wrong_sidecar_is_named(string json, string word)
    {
        _folder.Write("a.txt.json", json);
        var error = Assert.Throws<InputException>(() => Read("a.txt", "1"));
        Assert.Contains("a.txt.json", error.Message, StringComparison.Ordinal);
        Assert.Contains(word, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Front_matter_and_heads_built_to_take_for_ever_are_given_up()
    {
        Assert.Throws<InputException>(() => Read("a.md", $"---\na: {new string('[', 15_000)}\n---\n"));
        File.Delete(_folder["a.md"]);
        var nested = string.Concat(Enumerable.Repeat("<div>", 100_000));
        Assert.Null(Read("a.html", $"<head><meta name=SiteName content=x>{nested}").Publication);
        Assert.Equal("x", Read("a.html", $"<head><meta name=SiteName content=x></head>{nested}").Publication);
        Assert.Equal("x", Read("a.html", $"<head><meta name=SiteName content=x><body>{new string('<', 5_000_000)}").Publication);
        Assert.Null(Read("a.html", $"<head><meta name=SiteName content={new StringBuilder().Append('x', 300)}>").Publication);
    }
}

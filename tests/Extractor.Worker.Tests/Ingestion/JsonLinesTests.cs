using System.Text;
using Extractor.Worker.Ingestion;

namespace Extractor.Worker.Tests.Ingestion;

public sealed class JsonLinesTests : IDisposable
{
    readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    List<Reading> Read(string text, IntakeOptions? options = null)
    {
        _folder.Write("day.jsonl", text);
        var file = Assert.Single(InputList.Find([_folder.Path], FolderRules.Ingestion).Files);
        return [.. new DocumentReader(options ?? new() { Source = "s" }).Read(file)];
    }

    [Fact]
    public void Each_line_is_a_document_with_its_own_facts()
    {
        var read = Read("\uFEFF" + """
            {"document": "甲", "text": "一\n二", "publication": "西藏日报", "region": "西藏自治区", "published": "2024-03-01"}

            {"uri": "https://example.org/2", "text": "𠮷三"}
            {"text": "四\u0000", "document": null}
            """, new() { Source = "s", Facts = name => new(name, Region: name == "甲" ? "拉萨市" : null) });
        Assert.Equal(["甲", "https://example.org/2", "day.jsonl#4"], read.Select(reading => reading.Document!.Facts.Document));
        Assert.Equal(["day.jsonl#甲", "https://example.org/2", "day.jsonl#4"], read.Select(reading => reading.Document!.Uri));
        Assert.Equal(["一\n二", "𠮷三", "四\uFFFD"], read.Select(reading => reading.Document!.Text));
        Assert.Equal(new("甲", "西藏日报", "拉萨市", new(2024, 3, 1)), read[0].Document!.Facts);
    }

    [Theory]
    [InlineData("{\"text\": \"一\"", InputFault.Line, "byte 1")]
    [InlineData("[1]", InputFault.Line, "no JSON object")]
    [InlineData("text", InputFault.Line, "no JSON")]
    [InlineData("{\"document\": \"甲\"}", InputFault.Line, "no “text”")]
    [InlineData("{\"text\": 5}", InputFault.Facts, "“text”")]
    [InlineData("{\"text\": \"\\ud800\"}", InputFault.Facts, "“text”")]
    [InlineData("{\"text\": \"一\", \"published\": \"soon\"}", InputFault.Facts, "soon")]
    [InlineData("{\"text\": \"一\", \"document\": \"a\\u0007b\"}", InputFault.Facts, "control character")]
    public void A_bad_line_is_named_and_passed_over(string line, InputFault fault, string word)
    {
        var read = Read($"{{\"text\": \"前\"}}\n{line}\n{{\"text\": \"后\"}}\n");
        Assert.Equal(["前", null, "后"], read.Select(reading => reading.Document?.Text));
        Assert.Equal(fault, read[1].Failure!.Fault);
        Assert.Contains("day.jsonl(2)", read[1].Failure!.Message, StringComparison.Ordinal);
        Assert.Contains(word, read[1].Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_without_end_is_no_document()
    {
        var read = Read($"{{\"text\": \"前\", \"x\": {new string('[', 100_000)}\n{{\"text\": \"后\"}}");
        Assert.Equal([null, "后"], read.Select(reading => reading.Document?.Text));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(1000)]
    [InlineData(200_000)]
    public void A_line_over_the_cap_is_passed_over_and_those_around_it_are_read(int cap)
    {
        static string Line(int length) => $"{{\"text\": \"{new string('x', length - 12)}\"}}";
        string[] lines = [Line(cap), Line(cap + 1), Line(20), Line(cap * 3 + 70_000), Line(cap - 1), Line(cap + 1)];
        var read = Read(string.Join('\n', lines), new() { Source = "s", MaxSize = cap });
        Assert.Equal([true, false, true, false, true, false], read.Select(reading => reading.Document is not null));
        Assert.All(read.Where(reading => reading.Document is null), reading => Assert.Equal(InputFault.TooLarge, reading.Failure!.Fault));
        Assert.Equal([$"{_folder["day.jsonl"]}(2)", $"{_folder["day.jsonl"]}(4)", $"{_folder["day.jsonl"]}(6)"],
            read.Where(reading => reading.Document is null).Select(reading => reading.Place));
    }

    [Fact]
    public void Lines_are_cut_alike_however_the_bytes_arrive()
    {
        var bytes = Encoding.UTF8.GetBytes("a\nbb\r\n\nccc");
        foreach (var piece in (int[])[1, 2, 3, 100])
            Assert.Equal(["a", "bb\r", "", "ccc"], new BoundedLines(new Trickle(bytes, piece), 10, "x").Read().Select(line => Encoding.UTF8.GetString(line!.Value)));
    }

    /// <summary>A stream that gives a few bytes at a time, as a pipe may.</summary>
    sealed class Trickle(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));
    }
}

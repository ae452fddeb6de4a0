using System.Text;

namespace Extractor.Cli.Tests.BadInputs;

/// <summary>Bad inputs that a command as a whole refuses, each with a code, the place and the remedy in one line.</summary>
public sealed class CommandCaseTests(TestServer server) : IDisposable
{
    readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ExitCode.Usage, "ingest --path-pattern {author}/* PAGE", "author", "publication")]
    [InlineData(ExitCode.Usage, "ingest --path-pattern {published:dd}/* PAGE", "lacks yyyy", "yyyyMMdd")]
    [InlineData(ExitCode.Usage, "ingest --interval 0 --watch FOLDER", "--interval", "1 to 86400")]
    [InlineData(ExitCode.Usage, "ingest --backlog many --watch FOLDER", "--backlog", "many")]
    [InlineData(ExitCode.Missing, "ingest --watch PAGE", "page.txt", "takes folders")]
    [InlineData(ExitCode.Missing, "ingest --report FOLDER/no/report.jsonl PAGE", "report.jsonl", "cannot be written")]
    [InlineData(ExitCode.Usage, "ingest --documents CONTROL PAGE", "control.jsonl(1)", "control character")]
    [InlineData(ExitCode.Usage, "extract --documents SURROGATE PAGE", "surrogate.jsonl(1)", "not a row")]
    [InlineData(ExitCode.Usage, "ingest --documents DEEP PAGE", "deep.jsonl(1)", "not a row")]
    [InlineData(ExitCode.Usage, "ingest --documents PAGE PAGE", "page.txt(1)", "not a row")]
    [InlineData(ExitCode.Charset, "extract --charset utf-7 PAGE", "page.txt", "utf-7")]
    [InlineData(ExitCode.Charset, "extract --charset utf-16 PAGE", "page.txt", "--charset")]
    [InlineData(ExitCode.Missing, "extract PIPES", "pipes", "named pipe")]
    [InlineData(ExitCode.Missing, "ingest FOLDER/empty", "empty", "*.jsonl")]
    public async Task A_command_with_bad_input_says_where_and_what_to_do(int code, string command, params string[] words)
    {
        _folder.Write("page.txt", PageCase.Sentence + "。");
        _folder.Write("control.jsonl", """{"document": "page.txt", "publication": "a\u0000b"}""");
        _folder.Write("surrogate.jsonl", """{"document": "page.txt", "region": "\ud800"}""");
        _folder.Write("deep.jsonl", new string('[', 100_000));
        Directory.CreateDirectory(_folder["empty"]);
        Directory.CreateDirectory(_folder["pipes"]);
        using (var pipe = System.Diagnostics.Process.Start("mkfifo", [_folder["pipes/pipe.txt"]]))
            await pipe.WaitForExitAsync(TestContext.Current.CancellationToken);
        string[] arguments = [.. command.Split(' ').Select(word => word
            .Replace("FOLDER", _folder.Path, StringComparison.Ordinal).Replace("PAGE", _folder["page.txt"], StringComparison.Ordinal)
            .Replace("CONTROL", _folder["control.jsonl"], StringComparison.Ordinal).Replace("SURROGATE", _folder["surrogate.jsonl"], StringComparison.Ordinal)
            .Replace("DEEP", _folder["deep.jsonl"], StringComparison.Ordinal).Replace("PIPES", _folder["pipes"], StringComparison.Ordinal))];
        (await Command.RunAsync(arguments)).Refused(code, words);
    }

    [Fact]
    public async Task Sixty_four_megabytes_on_one_line_are_refused_and_read_where_that_is_allowed()
    {
        var page = _folder["long.txt"];
        var filler = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("日照香炉生紫烟", 50_000)));
        await using (var file = File.Create(page))
        {
            while (file.Length + filler.Length < (64 << 20) - 100)
                file.Write(filler);
            file.Write(Encoding.UTF8.GetBytes("。" + PageCase.Sentence));
        }
        (await Command.RunAsync("extract", page)).Refused(ExitCode.TooLarge, "long.txt", "8 MiB", "--max-size");
        var run = await Command.RunAsync("extract", "--max-size", "64MiB", page);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Contains(PageCase.Value, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_and_collections_that_are_SQL_are_stored_as_they_stand()
    {
        (string, string?)[] database = [("EXTRACTOR_DATABASE", await server.CreateAsync())];
        await Command.RunAsync(["migrate"], "", database);
        var page = _folder.Write("page.txt", PageCase.Sentence);
        var facts = _folder.Write("facts.jsonl", """{"document": "page.txt", "publication": "'); drop table claims; --", "region": "=cmd|' /C calc'!A0"}""");
        var run = await Command.RunAsync(["ingest", "--source", "'; drop table jobs; --", "--documents", facts, page], "", database);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Contains("1 new", run.Out, StringComparison.Ordinal);
        Assert.Contains("1 known", (await Command.RunAsync(["ingest", "--source", "'; drop table jobs; --", "--documents", facts, page], "", database)).Out, StringComparison.Ordinal);
    }
}

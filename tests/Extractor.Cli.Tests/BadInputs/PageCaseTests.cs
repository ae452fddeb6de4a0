using System.Text;
using Dapper;
using Extractor.Storage;

namespace Extractor.Cli.Tests.BadInputs;

public sealed class PageCaseTests(IngestedCases cases) : IClassFixture<IngestedCases>
{
    public static TheoryData<string> Names => [.. PageCases.All.Select(page => page.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task A_page_is_stored_verbatim_or_refused_with_a_reason(string name)
    {
        var page = PageCases.All.Single(page => page.Name == name);
        Assert.Equal(page.Outcome, cases.Outcome(name));
        var stored = await cases.AskAsync<string?>("select v.text from documents d join document_versions v using (document_id, version) where d.uri = @name", new { name });
        Assert.Equal(page.Outcome == "new" ? page.Text ?? Encoding.UTF8.GetString(page.Bytes) : null, stored);
        if (page.Values is null)
            return;
        Assert.Equal(page.Values, await cases.AskAsync<string>(
            "select coalesce(string_agg(value_text, ' ' order by span_start), '') from published_claims where uri = @name", new { name }));
    }

    [Theory]
    [InlineData("leads-out.txt", "irregular", "out of the folder")]
    [InlineData("circle.txt", "irregular", "out of the folder")]
    [InlineData("leads-nowhere.txt", "missing", "no such file")]
    [InlineData("pipe.txt", "irregular", "named pipe")]
    [InlineData("socket.txt", "irregular", "socket")]
    [InlineData("half.jsonl(2)", "line", "no JSON")]
    [InlineData("bad.jsonl(1)", "facts", "“text”")]
    [InlineData("bad.jsonl(2)", "facts", "soon")]
    [InlineData("bad.jsonl(3)", "line", "no JSON object")]
    [InlineData("no-charset.txt", "charset", "--charset")]
    [InlineData("program.txt", "charset", "binary")]
    [InlineData("nine-mebibytes.txt", "too_large", "--max-size")]
    [InlineData("wrong-date.md", "facts", "wrong-date.md(2)")]
    [InlineData("wrong-sidecar.txt", "facts", "wrong-sidecar.txt.json")]
    public void What_is_refused_is_named_with_its_reason(string below, string reason, string word)
    {
        Assert.Equal(reason, cases.Outcome(below));
        Assert.Contains(word, cases.Message(below), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("half.jsonl(1)", "new")]
    [InlineData("bad.jsonl(4)", "new")]
    [InlineData("x/twice.txt", "new")]
    [InlineData("y/twice.txt", "new")]
    [InlineData("z/folder.txt/page.txt", "new")]
    public void What_lies_beside_bad_things_comes_in(string below, string outcome) => Assert.Equal(outcome, cases.Outcome(below));

    [Theory]
    [InlineData(".hidden.txt")]
    [InlineData("unfinished.txt.part")]
    [InlineData("up/utf-8.txt")]
    [InlineData("z/folder.txt")]
    public void What_is_not_meant_is_passed_over_in_silence(string below) => Assert.False(cases.IsReported(below));

    [Fact]
    public async Task The_same_text_twice_is_one_duplicate()
    {
        Assert.Equal("x/twice.txt y/twice.txt", await cases.AskAsync<string>(
            "select d.name || ' ' || c.name from documents c join documents d on d.document_id = c.duplicate_of where c.uri like '%twice.txt'"));
    }

    [Fact]
    public async Task Some_inputs_failed_and_the_rest_is_done()
    {
        Assert.Equal(ExitCode.Partly, cases.Ingest.Code);
        Assert.Equal((ExitCode.Done, 0L), (cases.Worker.Code, await cases.AskAsync<long>("select count(*) from jobs where state <> 'done'")));
        var skipped = PageCases.All.Count(page => page.Outcome != "new") + 9;
        Assert.Equal($" {skipped} skipped", cases.Ingest.Out.Split(';')[3].Split(" (")[0]);
    }

    [Fact]
    public async Task Every_quote_is_its_slice()
    {
        await using var db = Database.Open(cases.Connection);
        await using var connection = await db.OpenConnectionAsync(TestContext.Current.CancellationToken);
        // Cut here, not there: a slice of a page of megabytes takes the database a look through all of it, a hundred thousand times.
        foreach (var (id, text) in await connection.QueryAsync<(Guid, string)>("select document_id, text from document_versions"))
        {
            var points = text.EnumerateRunes().ToList();
            foreach (var (start, end, quote) in await connection.QueryAsync<(int, int, string)>(
                "select span_start, span_end, quote from claims where document_id = @id", new { id }))
                Assert.Equal(quote, string.Concat(points[start..end]));
        }
        Assert.InRange(await cases.AskAsync<long>("select count(*) from claims"), 3000, long.MaxValue);
    }

    [Fact]
    public void No_name_of_a_file_forges_a_line_of_output()
    {
        var lines = cases.Ingest.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.StartsWith("extractor: /", line, StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', cases.Ingest.Error);
        Assert.DoesNotContain("快递业务量", cases.Ingest.Error + cases.Worker.Error, StringComparison.Ordinal);
    }
}

using System.Globalization;
using System.Text.Json;

namespace Extractor.Cli.Tests.Verbs;

public sealed class EvalTests : IDisposable
{
    const string Sentence = "截至2021年底，全区党员总数43万余名。";

    const string Gold = """
        {"document": "page.txt", "start": 15, "end": 20, "text": "43万余名", "value": "430000", "low": null, "high": null, "unit": "{person}", "qualifier": "more_than", "indicator": ["党员总数"], "measure": ["level"], "direction": null, "basis": null, "period": ["2021-12-31"], "scope": ["西藏自治区"], "status": ["actual"]}
        """;

    static readonly string Fixtures = Path.Combine(AppContext.BaseDirectory, "fixtures");

    readonly Folder _folder = new();

    string Facts => _folder.Write("facts.jsonl", """{"document": "page.txt", "region": "西藏自治区", "published": "2022-01-05"}""");

    string Page => _folder.Write("page.txt", Sentence);

    public void Dispose() => _folder.Dispose();

    static JsonElement[] Lines(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    [Fact]
    public async Task The_fixtures_are_scored_as_a_whole_by_part_by_document_and_by_confidence()
    {
        var run = await Command.RunAsync(
            "eval", Path.Combine(Fixtures, "gold.jsonl"), Path.Combine(Fixtures, "documents.jsonl"), Path.Combine(Fixtures, "pages"), "--format", "jsonl", "--errors");
        Assert.Equal((0, ""), (run.Code, run.Error));
        var rows = Lines(run.Out);
        var total = rows[0];
        Assert.Equal("all", total.GetProperty("part").GetString());
        Assert.Equal(1217, total.GetProperty("matched").GetInt32() + total.GetProperty("missed").GetInt32());
        Assert.InRange(total.GetProperty("quantity").GetProperty("f1").GetDouble(), 0.9, 1);
        var tables = rows.Single(row => row.TryGetProperty("part", out var part) && part.ValueEquals("tables"));
        Assert.Equal(52, tables.GetProperty("matched").GetInt32() + tables.GetProperty("missed").GetInt32());
        Assert.Contains(rows, row => row.TryGetProperty("document", out var document) && document.ValueEquals("finance.txt"));
        Assert.Equal(6, rows.Count(row => row.GetProperty("row").ValueEquals("calibration")));
        var wrong = total.GetProperty("matched").GetInt32() * (1 - total.GetProperty("claim").GetProperty("recall").GetDouble());
        Assert.True(rows.Count(row => row.GetProperty("row").ValueEquals("error")) >= (int)wrong);
    }

    [Fact]
    public async Task A_figure_below_the_least_is_found_and_said_by_the_exit_code()
    {
        var gold = _folder.Write("gold.jsonl", Gold.Replace("党员总数", "团员总数", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Done, (await Command.RunAsync("eval", gold, Facts, Page, "--min-mention", "1", "--min-quantity", "1")).Code);
        var run = await Command.RunAsync("eval", gold, Facts, Page, "--min-claim", "0.5", "--errors");
        Assert.Equal((ExitCode.Found, ""), (run.Code, run.Error));
        Assert.Contains("indicator [indicator:before] page.txt:15 “43万余名” got 党员总数, want 团员总数", run.Out, StringComparison.Ordinal);
        (await Command.RunAsync("eval", gold, Facts, Page, "--min-claim", "80")).Refused(ExitCode.Usage, "--min-claim", "from 0 to 1");
    }

    [Fact]
    public async Task Wrong_arguments_and_rows_are_named()
    {
        var gold = _folder.Write("gold.jsonl", Gold);
        (await Command.RunAsync("eval", gold, Facts)).Refused(ExitCode.Usage, "extractor eval --help");
        (await Command.RunAsync("eval", gold, Facts, Page, "--part", "verse")).Refused(ExitCode.Usage, "verse", "prose");
        (await Command.RunAsync("eval", gold, Facts, Page, "--format", "csv")).Refused(ExitCode.Usage, "csv", "jsonl");
        (await Command.RunAsync("eval", gold, Facts, Page, "--recognizer", "mine")).Refused(ExitCode.Usage, "mine", "built-in");
        (await Command.RunAsync("eval", gold, Facts, Page, "--recognizer", "built-in", "--min-claim", "0.5")).Refused(ExitCode.Usage, "--min-claim", "--min-quantity");
        (await Command.RunAsync("eval", _folder["no.jsonl"], Facts, Page)).Refused(ExitCode.Missing, "no.jsonl");
        (await Command.RunAsync("eval", gold, _folder["no.jsonl"], Page)).Refused(ExitCode.Missing, "no.jsonl");
        (await Command.RunAsync("eval", gold, Facts, _folder["no.txt"])).Refused(ExitCode.Missing, "no.txt");
        _folder.Write("bad.jsonl", Gold + "\n{\"document\": 3}\n");
        (await Command.RunAsync("eval", _folder["bad.jsonl"], Facts, Page)).Refused(ExitCode.Usage, "bad.jsonl(2)", "“document”");
    }

    [Fact]
    public async Task Annotated_documents_that_are_not_among_the_paths_are_named_and_missed()
    {
        var gold = _folder.Write("gold.jsonl", Gold + "\n" + Gold.Replace("page.txt", "other.txt", StringComparison.Ordinal));
        var run = await Command.RunAsync("eval", gold, Facts, Page);
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("other.txt", run.Error, StringComparison.Ordinal);
        Assert.Contains("matched 1, missed 1, false 0", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_built_in_recognizer_scores_as_the_claims_do()
    {
        var claims = await Command.RunAsync("eval", Path.Combine(Fixtures, "gold.jsonl"), Path.Combine(Fixtures, "documents.jsonl"), Path.Combine(Fixtures, "pages"), "--format", "jsonl");
        var quantities = await Command.RunAsync(
            "eval", Path.Combine(Fixtures, "gold.jsonl"), Path.Combine(Fixtures, "documents.jsonl"), Path.Combine(Fixtures, "pages"), "--format", "jsonl", "--recognizer", "built-in");
        Assert.Equal(Lines(claims.Out)[0].GetProperty("quantity").GetRawText(), Lines(quantities.Out)[0].GetProperty("quantity").GetRawText());
        Assert.False(Lines(quantities.Out)[0].TryGetProperty("claim", out _));
    }

    [Fact]
    public async Task Figures_are_the_same_in_every_culture()
    {
        var gold = _folder.Write("gold.jsonl", Gold);
        var here = await Command.RunAsync("eval", gold, Facts, Page);
        var there = await Command.RunAsync(["eval", gold, Facts, Page], "", ("LC_ALL", "tr_TR.UTF-8"));
        Assert.Equal(here.Out, there.Out);
        Assert.Contains(1.ToString("0.0000", CultureInfo.InvariantCulture), here.Out, StringComparison.Ordinal);
    }
}

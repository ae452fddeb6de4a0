using System.Text.Json;

namespace Extractor.Cli.Tests.Verbs;

public sealed class ExtractTests : IDisposable
{
    const string Sentence = "截至2021年底，全区党员总数43万余名。";

    readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_sentence_on_standard_input_becomes_a_claim_in_each_format()
    {
        var lines = await Command.RunAsync(["extract", "-"], Sentence);
        Assert.Equal((0, ""), (lines.Code, lines.Error));
        using var claim = JsonDocument.Parse(lines.Out);
        Assert.Equal("-", claim.RootElement.GetProperty("document").GetString());
        Assert.Equal("430000", claim.RootElement.GetProperty("value").GetString());
        Assert.Equal("party-members", claim.RootElement.GetProperty("indicator_id").GetString());
        Assert.Contains("43万余名", lines.Out, StringComparison.Ordinal);
        Assert.Contains("43万余名,430000,,,{person},more_than,", (await Command.RunAsync(["extract", "--format", "csv", "-"], Sentence)).Out, StringComparison.Ordinal);
        Assert.Contains("43万余名", (await Command.RunAsync(["extract", "--format", "table", "-"], Sentence)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_come_by_document_and_place_and_are_the_same_in_every_culture()
    {
        foreach (var name in (string[])["b.txt", "a.txt", "c.txt"])
            _folder.Write(name, $"{Sentence}2021年，全区快递业务量1485.17万件。");
        var here = await Command.RunAsync("extract", _folder.Path);
        var rows = here.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Select(row => (row.GetProperty("document").GetString(), row.GetProperty("start").GetInt32())).ToList();
        Assert.NotEmpty(rows);
        Assert.Equal(rows.OrderBy(row => row.Item1, StringComparer.Ordinal).ThenBy(row => row.Item2), rows);
        Assert.Equal(here.Out, (await Command.RunAsync(["extract", _folder.Path], "", ("LC_ALL", "tr_TR.UTF-8"), ("LANG", "tr_TR.UTF-8"))).Out);
    }

    [Fact]
    public async Task Explain_says_what_became_of_each_number()
    {
        var run = await Command.RunAsync(["explain", "-"], $"第四次会议召开。\n{Sentence}");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("(line 2)  43万余名", run.Out, StringComparison.Ordinal);
        Assert.Contains("rules ", run.Out, StringComparison.Ordinal);
        Assert.Contains("no claim: ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_says_whether_claims_fit()
    {
        var run = await Command.RunAsync(["explain", "-"], "2022年，全县温室从120座增加到260座，增加150座。");
        Assert.Equal(3, run.Out.Split("check from_to disagrees: 260座 − 120座 = 140, stated 150 {座}, more than ±1.5 apart").Length - 1);
    }

    [Theory]
    [InlineData("extract")]
    [InlineData("explain")]
    [InlineData("ingest")]
    [InlineData("worker")]
    [InlineData("migrate")]
    [InlineData("demo")]
    [InlineData("doctor")]
    [InlineData("eval")]
    public async Task Every_verb_has_help_with_examples(string verb)
    {
        var run = await Command.RunAsync(verb, "--help");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains($"Examples:\n  extractor {verb}", run.Out, StringComparison.Ordinal);
    }
}

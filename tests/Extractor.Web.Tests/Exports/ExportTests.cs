using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Dapper;
using Extractor.Storage.Claims;
using Extractor.Tests;
using Extractor.Web.Exports;
using Microsoft.Extensions.Logging.Abstractions;

namespace Extractor.Web.Tests.Exports;

[Collection(typeof(ReadingTests))]
public sealed class ExportTests(TestServer server, ServedFixtures fixtures)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    async Task<List<(string Document, string Key, int Start, string Quote, string? Value)>> StoredAsync(string where = "true")
    {
        await using var connection = await fixtures.Served.Db.OpenConnectionAsync(Ct);
        return (await connection.QueryAsync<(string, string, int, string, string?)>(
            $"select document_id::text, claim_key::text, span_start, quote, value_text from published_claims where {where} order by document_id, span_start, claim_key")).AsList();
    }

    static List<Dictionary<string, string>> Rows(string csv)
    {
        using var reader = CsvReader.FromText(csv, new());
        var names = csv[..csv.IndexOf('\n', StringComparison.Ordinal)].TrimEnd('\r').Split(',');
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
            rows.Add(names.ToDictionary(name => name, reader.GetString));
        return rows;
    }

    [Fact]
    public async Task The_CSV_holds_every_claim_of_the_database()
    {
        var answer = await fixtures.Http.AskAsync("/api/v1/exports/claims.csv");
        var rows = Rows(answer.Text);
        Assert.Equal(await StoredAsync(), rows.ConvertAll(row => (
            row["document_id"], row["id"], int.Parse(row["start"], CultureInfo.InvariantCulture), row["text"].TrimStart('\''), row["value"].Length == 0 ? null : row["value"])));
        Assert.Equal(await StoredAsync("measure = 'growth'"), Rows((await fixtures.Http.AskAsync("/api/v1/exports/claims.csv?measure=growth")).Text).ConvertAll(row => (
            row["document_id"], row["id"], int.Parse(row["start"], CultureInfo.InvariantCulture), row["text"].TrimStart('\''), (string?)row["value"])));
    }

    [Fact]
    public async Task The_lines_hold_the_same_and_end_with_what_they_are()
    {
        var lines = (await fixtures.Http.AskAsync("/api/v1/exports/claims.jsonl?from=2021-01-01")).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var export = lines[^1].GetProperty("export");
        Assert.Equal((true, lines.Count - 1, "2021-01-01"), (export.GetProperty("complete").GetBoolean(), export.GetProperty("claims").GetInt32(), export.GetProperty("query").GetProperty("from").GetString()));
        Assert.Equal(Core.ClaimExtractor.Default.Ruleset, export.GetProperty("ruleset").GetString());
        Assert.True(export.TryGetProperty("created", out _));
        Assert.Equal(
            (await StoredAsync("period_end >= '2021-01-01'")).ConvertAll(row => (row.Document, row.Key, row.Start, row.Quote, row.Value)),
            lines[..^1].ConvertAll(line => (Word(line, "document_id"), Word(line, "id"), line.GetProperty("start").GetInt32(), Word(line, "text"), line.GetProperty("value").GetString())));
    }

    [Fact]
    public async Task The_zip_describes_its_columns_and_itself()
    {
        var answer = await fixtures.Http.AskAsync("/api/v1/exports/claims.zip?indicator=express-volume");
        using var zip = new ZipArchive(new MemoryStream(answer.Bytes));
        using var csv = new StreamReader(zip.GetEntry("claims.csv")!.Open());
        var rows = Rows(await csv.ReadToEndAsync(Ct));
        using var description = await JsonDocument.ParseAsync(zip.GetEntry("datapackage.json")!.Open(), default, Ct);
        var package = description.RootElement;
        Assert.Equal((true, rows.Count, "express-volume"), (package.GetProperty("complete").GetBoolean(), package.GetProperty("claims").GetInt32(), package.GetProperty("query").GetProperty("indicator").GetString()));
        Assert.Equal(rows[0].Keys, package.GetProperty("resources")[0].GetProperty("schema").GetProperty("fields").EnumerateArray().Select(field => Word(field, "name")));
        Assert.Equal("claims.csv?indicator=express-volume", Word((await fixtures.Http.AskAsync("/api/v1/exports/datapackage.json?indicator=express-volume")).Json.GetProperty("resources")[0], "path"));
    }

    [Fact]
    public async Task Annotations_point_to_their_quotes()
    {
        var page = (await fixtures.Http.AskAsync("/api/v1/exports/annotations.jsonld")).Json;
        Assert.True(page.GetProperty("complete").GetBoolean());
        var found = page.GetProperty("items").EnumerateArray().Select(annotation =>
        {
            var selectors = annotation.GetProperty("target").GetProperty("selector");
            return (selectors[0].GetProperty("start").GetInt32(), Word(selectors[1], "exact"), Word(annotation, "id").Split(':')[^1]);
        });
        Assert.Equal((await StoredAsync()).Select(row => (row.Start, row.Quote, row.Key)), found);
        var texts = (await fixtures.Http.AllAsync("/api/v1/documents")).ToDictionary(row => Word(row, "id"), row => fixtures.Http.AskAsync($"/api/v1/documents/{Word(row, "id")}").GetAwaiter().GetResult().Json.GetProperty("text").GetString()!);
        Assert.All(page.GetProperty("items").EnumerateArray(), annotation =>
        {
            var selector = annotation.GetProperty("target").GetProperty("selector")[1];
            Assert.Contains(Word(selector, "prefix") + Word(selector, "exact") + Word(selector, "suffix"), texts[Word(annotation.GetProperty("target"), "source")["urn:uuid:".Length..]], StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Observations_hold_the_same()
    {
        var graph = (await fixtures.Http.AskAsync("/api/v1/exports/observations.jsonld")).Json.GetProperty("@graph").EnumerateArray().ToList();
        Assert.Equal(("Dataset", "complete"), (Word(graph[^1], "@type"), Word(graph[^1], "creativeWorkStatus")));
        Assert.Equal(
            (await StoredAsync()).Select(row => (row.Key, row.Value)),
            graph[..^1].Select(row => (Word(row, "@id").Split(':')[^1], row.TryGetProperty("value", out var value) ? value.GetString() : null)));
    }

    [Fact]
    public async Task Text_that_a_spreadsheet_would_run_is_defused_and_numbers_stay_numbers()
    {
        await using var served = await ServedDatabase.StartAsync(server, null, Samples.Document("=cmd|' /C calc'!A0", "=1+1，西藏气温-5.6℃，\"引号\"，有5家企业。"));
        var rows = Rows((await served.Http.AskAsync("/api/v1/exports/claims.csv")).Text);
        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            Assert.Equal("'=cmd|' /C calc'!A0", row["document"]);
            Assert.StartsWith("'=1+1", row["sentence"], StringComparison.Ordinal);
            Assert.DoesNotContain('\'', row["value"]);
        });
    }

    [Fact]
    public async Task An_export_that_breaks_off_says_so()
    {
        await using var served = await ServedDatabase.StartAsync(server, null, [.. Enumerable.Range(0, 3).Select(i => Samples.Document($"{i}", string.Concat(Enumerable.Range(0, 400).Select(j => $"那曲市有{j + 2}家企业。\n\n"))))]);
        // A table is gone from under the export after its first part.
        var export = new ClaimExport(served.Db, TimeProvider.System, NullLogger.Instance);
        var edition = await export.BeginAsync(new Dictionary<string, string>(), Ct);
        await using var stream = new BreakingStream(async () =>
        {
            await using var command = served.Db.CreateCommand("alter table document_versions rename to hidden_versions");
            await command.ExecuteNonQueryAsync(Ct);
        });
        var ending = await export.WriteAsync(stream, ExportFormat.Csv, new ClaimFilter { Duplicates = true }, edition, Ct);
        Assert.False(ending.IsComplete);
        var last = Encoding.UTF8.GetString(stream.ToArray()).TrimEnd().Split('\n')[^1];
        Assert.StartsWith($"#ERROR,incomplete after {ending.Claims} claims", last, StringComparison.Ordinal);
    }

    static string Word(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    /// <summary>Does something once the first part has arrived.</summary>
    sealed class BreakingStream(Func<Task> then) : MemoryStream
    {
        bool _done;

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await base.WriteAsync(buffer, cancellationToken);
            if (_done)
                return;
            _done = true;
            await then();
        }
    }
}

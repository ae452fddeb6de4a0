using System.Text.Json;
using Dapper;
using Extractor.Core;
using Extractor.Storage;
using Npgsql;

namespace Extractor.Cli.Tests.Verbs;

/// <summary>The verbs reextract, runs, jobs, verify and erase, on pages that an older ruleset seems to have read.</summary>
public sealed class RunsTests(TestServer server) : IAsyncLifetime
{
    (string, string?)[] _database = [];
    NpgsqlDataSource _db = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var connection = await server.CreateAsync();
        (_database, _db) = ([("EXTRACTOR_DATABASE", connection)], Database.Open(connection));
        using var folder = new Folder();
        foreach (var i in Enumerable.Range(0, 6))
            folder.Write($"{i}.txt", $"2021年，西藏自治区快递业务量{i + 10}万件，同比增长{i}.5%。");
        await DoneAsync("migrate");
        await DoneAsync("ingest", "--source", "tests", folder.Path);
        await DoneAsync("worker", "--drain");
        await ExecuteAsync("insert into rulesets (ruleset) values ('older'); update receipts set ruleset = 'older'");
    }

    public ValueTask DisposeAsync() => _db.DisposeAsync();

    Task<Finished> RunAsync(params string[] arguments) => Command.RunAsync(arguments, "", _database);

    async Task<string> DoneAsync(params string[] arguments)
    {
        var finished = await RunAsync(arguments);
        Assert.True(finished.Code == 0, $"{string.Join(' ', arguments)}: {finished.Code} {finished.Error}");
        return finished.Out;
    }

    async Task<List<JsonElement>> LinesAsync(params string[] arguments) =>
        [.. (await DoneAsync([.. arguments, "--format", "jsonl"])).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    async Task ExecuteAsync(string sql)
    {
        await using var connection = await _db.OpenConnectionAsync(Ct);
        await connection.ExecuteAsync(sql);
    }

    // As if the older ruleset had read another number in every page but one.
    Task MisreadAsync() => ExecuteAsync(
        "update claims set value_text = '7', digest = md5(claim_key::text)::uuid, claim_key = md5(digest::text)::uuid where unit = '{件}' and value_text <> '100000'; update receipts set digest = sha256('x')");

    [Fact]
    public async Task A_dry_run_says_what_would_change_and_writes_nothing()
    {
        await MisreadAsync();
        var preview = await DoneAsync("reextract", "--dry-run");
        Assert.StartsWith("6 documents would be read; of 6 of them 5 differ: 0 claims added, 0 retired, 5 changed\n", preview, StringComparison.Ordinal);
        Assert.Contains("“11万件” value: 7 → 110000", preview, StringComparison.Ordinal);
        Assert.Single(await LinesAsync("runs", "list"));
        Assert.StartsWith("0 documents would be read", await DoneAsync("reextract", "--dry-run", "--scope", "那曲市"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reextraction_is_read_published_compared_and_verified()
    {
        await MisreadAsync();
        Assert.StartsWith("run 2 is published: 6 documents read, 0 parked; 5 claims added, 5 retired", await DoneAsync("reextract"), StringComparison.Ordinal);
        var changes = await LinesAsync("runs", "diff", "1", "2");
        Assert.Equal(5, changes.Count);
        Assert.All(changes, change => Assert.Equal(("changed", "7"), (change.GetProperty("change").GetString(), change.GetProperty("fields").GetProperty("value")[0].GetString())));
        Assert.Equal([3, 2, 1], (await LinesAsync("runs", "list")).Select(run => run.GetProperty("run").GetInt32()));
        Assert.Equal(6, Assert.Single(await LinesAsync("runs", "show", "2")).GetProperty("done").GetInt32());
        Assert.DoesNotContain("BAD", await DoneAsync("verify", "--settled"), StringComparison.Ordinal);

        Assert.Contains("nothing to do", (await RunAsync("reextract")).Error, StringComparison.Ordinal);
        Assert.StartsWith("run 4 is published: 6 documents read, 0 parked; 0 claims added, 0 retired", await DoneAsync("reextract", "--all"), StringComparison.Ordinal);
        await DoneAsync("runs", "prune", "--before", "2");
        Assert.Equal(12, await CountAsync("claims"));
    }

    [Fact]
    public async Task A_reextraction_that_is_stopped_goes_on_where_it_was()
    {
        Assert.Contains("run 2: 6 documents queued", (await RunAsync("reextract", "--queue-only")).Error, StringComparison.Ordinal);
        (await RunAsync("reextract")).Refused(ExitCode.Database, "another re-extraction", "--resume");
        using (var stopped = Command.Start(["reextract", "--resume"], _database))
        {
            stopped.Kill();
            await stopped.WaitForExitAsync(Ct);
        }
        await ExecuteAsync("update jobs set lease_until = now() - interval '1 second' where state = 'leased'");
        Assert.StartsWith("run 2 is published: 6 documents read", await DoneAsync("reextract", "--resume"), StringComparison.Ordinal);
        (await RunAsync("reextract", "--resume")).Refused(ExitCode.Usage, "no re-extraction is under way");
    }

    [Fact]
    public async Task A_cancelled_one_leaves_no_trace_and_another_ruleset_s_is_left_alone()
    {
        await RunAsync("reextract", "--queue-only");
        await ExecuteAsync("update runs set ruleset = 'older' where run_id = 2");
        (await RunAsync("reextract", "--resume")).Refused(ExitCode.Usage, "run 2", "older", ClaimExtractor.Default.Ruleset);
        await DoneAsync("worker", "--drain");
        Assert.Equal(6, (await LinesAsync("jobs", "count")).Single(count => count.GetProperty("run").GetInt32() == 2).GetProperty("jobs").GetInt32());
        Assert.Contains("has left no trace", (await RunAsync("runs", "cancel")).Error, StringComparison.Ordinal);
        (await RunAsync("runs", "cancel", "2")).Refused(ExitCode.Usage, "run 2");
        Assert.DoesNotContain("BAD", await DoneAsync("verify", "--settled"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_invariants_are_found()
    {
        await ExecuteAsync("update claims set quote = overlay(quote placing 'x' from 1) where unit = '{件}'");
        var finished = await RunAsync("verify");
        Assert.Equal(ExitCode.Found, finished.Code);
        Assert.Contains("BAD  every quote is the slice of its document: broken 6 times", finished.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parked_jobs_are_listed_with_their_errors_and_retried()
    {
        await ExecuteAsync("update jobs set state = 'parked', error = 'boom', finished_at = now() where job_id = 1");
        var parked = Assert.Single(await LinesAsync("jobs", "list", "--state", "parked"));
        Assert.Equal(("boom", "tests"), (parked.GetProperty("error").GetString(), parked.GetProperty("source").GetString()));
        (await RunAsync("jobs", "retry")).Refused(ExitCode.Usage, "--all");
        Assert.Contains("1 jobs are ready again", (await RunAsync("jobs", "retry", "--all")).Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Found, (await RunAsync("jobs", "retry", "1")).Code);
        await DoneAsync("worker", "--drain");
    }

    [Fact]
    public async Task An_erased_document_is_gone_and_is_not_taken_in_again()
    {
        (await RunAsync("erase", "none.txt")).Refused(ExitCode.Missing, "none.txt");
        var shown = await RunAsync("erase", "3.txt");
        Assert.Contains("1 versions, 2 claims", shown.Out, StringComparison.Ordinal);
        Assert.Contains("--yes", shown.Error, StringComparison.Ordinal);
        Assert.Equal(12, await CountAsync("claims"));
        await DoneAsync("erase", "3.txt", "--yes");
        Assert.Equal(10, await CountAsync("claims"));
        using var folder = new Folder();
        folder.Write("3.txt", "2021年，西藏自治区快递业务量99万件。");
        var refused = await RunAsync("ingest", "--source", "tests", folder.Path);
        Assert.Equal(ExitCode.Partly, refused.Code);
        Assert.Contains("3.txt: was erased for good", refused.Error, StringComparison.Ordinal);
        Assert.Equal(5, await CountAsync("documents"));
    }

    async Task<int> CountAsync(string table)
    {
        await using var connection = await _db.OpenConnectionAsync(Ct);
        return await connection.ExecuteScalarAsync<int>($"select count(*)::int from {table}");
    }
}

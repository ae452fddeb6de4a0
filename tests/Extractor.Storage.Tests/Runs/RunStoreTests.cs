using Dapper;
using Extractor.Storage.Documents;
using Extractor.Storage.Queue;
using Extractor.Storage.Runs;
using Extractor.Tests;
using Npgsql;

namespace Extractor.Storage.Tests.Runs;

public sealed class RunStoreTests(TestServer server) : IAsyncLifetime
{
    NpgsqlDataSource _db = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _db = await server.MigratedAsync();

    public ValueTask DisposeAsync() => _db.DisposeAsync();

    static Document Page(string name, string text) => new("tests", name, text, new(name, "西藏日报", "西藏自治区", new(2021, 3, name[0] - 'a' + 1)));

    Task<Storage.Claims.Stored?> LiveAsync(Document page) => Generations.LiveAsync(_db, "r1", page, Samples.Numbers(page.Text, page.Facts));

    async Task<T> AskAsync<T>(string question)
    {
        await using var connection = await _db.OpenConnectionAsync(Ct);
        return (await connection.ExecuteScalarAsync<T>(question))!;
    }

    // Everything that readers and later runs depend on, to the byte.
    Task<string> StateAsync() => AskAsync<string>("""
        select md5(concat_ws('|',
          (select string_agg(c::text, ',' order by c::text) from claims c),
          (select string_agg(a::text, ',' order by a::text) from articles a),
          (select string_agg(k::text, ',' order by k::text) from checks k),
          (select string_agg(concat_ws(',', document_id, run_id, version, ruleset, digest, articles, claims, stored_at), ';' order by document_id) from receipts),
          (select run_id from publication)))
        """);

    [Fact]
    public async Task Two_reextractions_at_once_cannot_be()
    {
        await LiveAsync(Page("a", "1"));
        var store = new ReextractionStore(_db);
        var starts = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            try
            {
                return (await store.StartAsync(new(), "r2", Ct)).Run;
            }
            catch (DatabaseException e)
            {
                Assert.Contains("--resume", e.Message, StringComparison.Ordinal);
                return null;
            }
        }));
        Assert.Single(starts, run => run is not null);
        Assert.Equal(1, await AskAsync<int>("select count(*)::int from jobs where of_run > 0"));
    }

    [Fact]
    public async Task A_reextraction_is_shown_when_all_of_it_is_settled_and_a_live_run_begins_with_it()
    {
        await LiveAsync(Page("a", "1"));
        var (runs, run) = (new RunStore(_db), await Generations.BeginAsync(_db, "r2"));
        Assert.False(await runs.TryPublishAsync(run.Id, Ct));
        Assert.Equal(1, await AskAsync<int>("select run_id from publication"));
        await Generations.PublishAsync(_db, run);
        Assert.False(await runs.TryPublishAsync(run.Id, Ct));
        Assert.Equal(3, await AskAsync<int>("select run_id from publication"));
        Assert.Equal("live published, reextraction published, live published", await AskAsync<string>("select string_agg(kind || ' ' || state, ', ' order by run_id) from runs"));
        Assert.Equal(0, await AskAsync<int>("select count(*)::int from jobs where of_run > 0"));
        Assert.Null(await runs.FindReextractionAsync(Ct));
    }

    [Fact]
    public async Task An_aborted_reextraction_leaves_no_trace_and_can_be_done_again()
    {
        foreach (var page in new[] { Page("a", "1 2"), Page("b", "3 4"), Page("c", "5") })
            await LiveAsync(page);
        await Generations.NextAsync(_db, "r2", Page("a", "1 2"), new([new(new(0, 1), null)], [Samples.Claim("1", 0, "1")], []));
        var before = await StateAsync();

        var run = await Generations.BeginAsync(_db, "r3");
        await Generations.BesideAsync(_db, run, Page("a", "1 2"), Samples.Numbers("1 2", Page("a", "").Facts));
        await Generations.BesideAsync(_db, run, Page("b", "3 4"), new([], [Samples.Claim("3", 0, "30")], []));
        Assert.NotEqual(before, await StateAsync());
        Assert.True(await new ReextractionStore(_db).AbortAsync(run.Id, Ct));
        Assert.Equal(before, await StateAsync());
        Assert.False(await new ReextractionStore(_db).AbortAsync(run.Id, Ct));
        Assert.False(await new ReextractionStore(_db).AbortAsync(1, Ct)); // the live run
        Assert.Null(await Generations.BesideAsync(_db, run, Page("c", "5"), Samples.Numbers("5", Page("c", "").Facts)));

        await Generations.NextAsync(_db, "r3", Page("b", "3 4"), new([], [Samples.Claim("3", 0, "30")], []));
        Assert.Equal(["1", "3", "5"], await Generations.SeenAsync(_db));
    }

    [Theory]
    [InlineData("a b c")]
    [InlineData("b c", "from")]
    [InlineData("a", "to")]
    [InlineData("", "publication")]
    [InlineData("b", "scope")]
    [InlineData("a b c", "region")]
    [InlineData("", "ruleset")]
    public async Task Documents_are_selected_by(string expected, string by = "")
    {
        foreach (var page in new[] { Page("a", "1 2"), Page("b", "3 4"), Page("c", "5") })
            await LiveAsync(page);
        var scoped = Samples.Numbers("3 4", Page("b", "").Facts);
        await Generations.LiveAsync(_db, "r1b", Page("b", "3 4"), scoped with { Claims = [.. scoped.Claims.Select(claim => claim with { Scope = "那曲市", ScopeCode = "540600" })] });
        var selection = by switch
        {
            "from" => new Selection(From: new(2021, 3, 2)), "to" => new(To: new(2021, 3, 1)), "publication" => new(Publication: "青海日报"),
            "scope" => new(Scope: "540600"), "region" => new(Scope: "西藏自治区"), "ruleset" => new(Ruleset: "r0"), _ => new(),
        };
        var store = new ReextractionStore(_db);
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, await store.CountAsync(selection, "r2", Ct));
        await store.StartAsync(selection, "r2", Ct);
        Assert.Equal(expected, await AskAsync<string>("select coalesce(string_agg(name, ' ' order by name), '') from jobs join documents using (document_id) where of_run > 0"));
    }

    [Fact]
    public async Task What_this_ruleset_has_read_is_not_selected_but_on_demand()
    {
        await LiveAsync(Page("a", "1"));
        var store = new ReextractionStore(_db);
        Assert.Equal((0, 1, 1), (await store.CountAsync(new(), "r1", Ct), await store.CountAsync(new(All: true), "r1", Ct), await store.CountAsync(new(), "r2", Ct)));
        Assert.Equal((null, 0L), await store.StartAsync(new(), "r1", Ct));
        Assert.Equal(1, await AskAsync<int>("select count(*)::int from runs"));
    }

    [Fact]
    public async Task A_run_of_an_unchanged_ruleset_writes_no_claim()
    {
        await LiveAsync(Page("a", "1 2"));
        Assert.Equal(Storage.Claims.Stored.Nothing, await Generations.NextAsync(_db, "r1", Page("a", "1 2"), Samples.Numbers("1 2", Page("a", "").Facts)));
        Assert.Equal(["1:1-", "2:1-"], await Generations.RowsAsync(_db));
    }

    [Fact]
    public async Task The_difference_of_two_runs_says_what_came_went_and_changed()
    {
        await LiveAsync(Page("a", "1 2 3"));
        await Generations.NextAsync(_db, "r2", Page("a", "1 2 3"), new([], [Samples.Claim("1", 0, "1") with { Scope = "西藏自治区" }, Samples.Claim("2", 2, "20") with { Scope = "那曲市" }, Samples.Claim(" 3", 3, "30")], []));
        await LiveAsync(Page("b", "9")); // after the re-extraction, and no part of it
        var changes = new List<ClaimChange>();
        await foreach (var change in new RunHistory(_db).DiffAsync(1, 2, Ct))
            changes.Add(change);
        Assert.Equal(["Changed 2 value:2>20 scope:西藏自治区>那曲市", "Changed  3 text:3> 3 value:3>30 scope:西藏自治区>"], changes.Select(change =>
            $"{change.Kind} {change.Text} {string.Join(' ', change.Fields.Select(field => $"{field.Field}:{field.Before}>{field.After}"))}"));
        changes.Clear();
        await foreach (var change in new RunHistory(_db).DiffAsync(2, 3, Ct))
            changes.Add(change);
        Assert.Equal(["Added b 9"], changes.Select(change => $"{change.Kind} {change.Document} {change.Text}"));
    }

    [Fact]
    public async Task Pruning_deletes_what_only_older_runs_saw()
    {
        await LiveAsync(Page("a", "1 2"));
        await Generations.NextAsync(_db, "r2", Page("a", "1 2"), new([], [Samples.Claim("1", 0, "10")], []));
        await LiveAsync(Page("a", "5"));
        Assert.Equal(2, await new ReextractionStore(_db).PruneAsync(2, Ct));
        Assert.Equal(["1:2-3", "5:3-"], await Generations.RowsAsync(_db));
    }

    [Fact]
    public async Task A_parked_job_of_a_run_that_is_over_can_still_be_retried()
    {
        await LiveAsync(Page("a", "1"));
        var run = await Generations.BeginAsync(_db, "r2");
        var queue = new JobQueue(_db, QueueLimits.Default);
        var job = Assert.Single(await queue.TakeAsync(run.Id, "w", 5, Watermark.Start, Ct));
        Assert.Equal(run.Id, job.RunId);
        await queue.SettleAsync(job, new JobOutcome.Parked("boom"), Ct);
        Assert.True(await new RunStore(_db).TryPublishAsync(run.Id, Ct));
        var jobs = new JobList(_db);
        Assert.Equal("boom", Assert.Single(await jobs.FindAsync("parked", null, 0, 10, Ct)).Error);
        Assert.Equal(1, await jobs.RetryAsync([job.Id], Ct));
        Assert.Null(Assert.Single(await queue.TakeAsync(JobQueue.Live, "w", 5, Watermark.Start, Ct)).RunId);
        Assert.Equal(0, await jobs.RetryAsync(null, Ct));
    }
}

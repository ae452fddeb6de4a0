using System.Diagnostics;
using System.Globalization;
using Dapper;
using Extractor.Core.Claims;
using Extractor.Core.Documents;
using Extractor.Storage.Queue;
using Extractor.Storage.Runs;
using Extractor.Storage.Verifications;
using Extractor.Worker.Ingestion;
using Extractor.Worker.Reextractions;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Extractor.Worker.Tests;

public sealed class JobLoopTests(TestServer server) : IAsyncLifetime
{
    static readonly WorkerOptions Draining = new()
    {
        Drain = true, Lanes = 2, Batch = 4, Heartbeat = TimeSpan.FromMilliseconds(200),
        Pause = (TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(100)),
    };

    NpgsqlDataSource _db = null!;
    DatabaseWork _work = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _db = await server.MigratedAsync();
        _work = new(server.Server.ReviveAsync);
    }

    public ValueTask DisposeAsync() => _db.DisposeAsync();

    JobLoop Loop(Func<string, DocumentFacts, Extraction> extract, WorkerOptions? options = null, string ruleset = "r1") =>
        new(_db, _work, ruleset, extract, JobLoop.NewName(), options ?? Draining, NullLogger.Instance);

    async Task IngestAsync(int documents, string suffix = "")
    {
        var ingester = new Ingester(_db, _work);
        foreach (var i in Enumerable.Range(0, documents))
            await ingester.PutAsync(Samples.Document($"{i}", $"第{i}页有{i}件，𠮷{i + 1}家{suffix}"), Ct);
    }

    async Task<T> AskAsync<T>(string question)
    {
        await using var connection = await _db.OpenConnectionAsync(Ct);
        return (await connection.ExecuteScalarAsync<T>(question))!;
    }

    Task<string> StatesAsync() =>
        AskAsync<string>("select string_agg(s, ', ') from (select state || ' ' || count(*) as s from jobs group by state order by state) t");

    [Fact]
    public async Task Two_workers_share_a_queue_and_nothing_is_stored_twice()
    {
        await IngestAsync(60);
        var tallies = await Task.WhenAll(Loop(Samples.Numbers).RunAsync(Ct), Loop(Samples.Numbers).RunAsync(Ct));
        Assert.Equal((60, 180), (tallies.Sum(t => t.Documents), tallies.Sum(t => t.Added)));
        Assert.Equal("done 60", await StatesAsync());
        Assert.Equal(180, await AskAsync<int>("select count(*)::int from published_claims"));
        Assert.Equal(180, await AskAsync<int>("select sum(claims)::int from receipts"));

        await IngestAsync(60);
        Assert.Equal(0, (await Loop(Samples.Numbers).RunAsync(Ct)).Documents);
    }

    [Fact]
    public async Task A_document_that_cannot_be_read_is_parked_with_its_error_and_no_other()
    {
        await IngestAsync(12);
        var limits = QueueLimits.Default with { Attempts = 2 };
        var tally = await Loop(
            (text, facts) => facts.Document == "7" ? throw new InvalidDataException("seven") : Samples.Numbers(text, facts),
            Draining with { Limits = limits }).RunAsync(Ct);
        Assert.Equal((11, 2, 1), (tally.Documents, tally.Failures, tally.Parked));
        Assert.Equal("done 11, parked 1", await StatesAsync());
        Assert.Equal("InvalidDataException: seven", await AskAsync<string>("select error from jobs where state = 'parked'"));
    }

    [Fact]
    public async Task A_claim_that_the_database_refuses_parks_its_document_at_once()
    {
        await IngestAsync(2);
        var tally = await Loop((text, facts) => facts.Document == "1"
            ? new([], [Samples.Claim("15", 0, "not a number")], [])
            : Samples.Numbers(text, facts)).RunAsync(Ct);
        Assert.Equal((1, 1), (tally.Documents, tally.Parked));
        Assert.Equal(0, await AskAsync<int>("select count(*)::int from claims join documents using (document_id) where name = '1'"));
    }

    [Theory]
    [InlineData("update jobs set state = 'ready', lease_token = null, lease_until = null, worker = null where document_id = @id", "done 12", 1, 0)]
    [InlineData("update documents set version = sha256('newer') where document_id = @id", "done 11, cancelled 1", 1, 0)]
    [InlineData("select 1", "done 11, parked 1", 0, 1)]
    public async Task Of_documents_stored_together_only_the_one_that_may_not_be_is_left_out(string happens, string states, int dropped, int parked)
    {
        await IngestAsync(12);
        var id = await AskAsync<Guid>("select document_id from documents where name = '5'");
        var first = true;
        var tally = await Loop((text, facts) =>
        {
            if (facts.Document != "5" || !first)
                return Samples.Numbers(text, facts);
            first = false;
            using var connection = _db.OpenConnection();
            connection.Execute(happens, new { id });
            return parked > 0 ? new([], [Samples.Claim("15", 0, "not a number")], []) : Samples.Numbers(text, facts);
        }, Draining with { Lanes = 1, Batch = 12 }).RunAsync(Ct);
        Assert.Equal((dropped, parked), (tally.Dropped, tally.Parked));
        Assert.Equal(states, await StatesAsync());
        Assert.Equal(tally.Documents * 3, await AskAsync<int>("select count(*)::int from published_claims"));
        Assert.Equal(tally.Documents, await AskAsync<int>("select count(*)::int from receipts"));
        Assert.Equal(0, await AskAsync<int>("select coalesce(max(crashes), 0)::int from jobs"));
    }

    [Fact]
    public async Task Short_documents_share_their_round_trips()
    {
        await IngestAsync(100);
        var commands = 0;
        var database = await AskAsync<string>("select current_database()");
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TagObjects.Any(tag => tag.Value as string == database))
                    Interlocked.Increment(ref commands);
            },
        };
        ActivitySource.AddActivityListener(listener);
        var tally = await Loop(Samples.Numbers, Draining with { Lanes = 1, Batch = 100, Unit = 25, Heartbeat = TimeSpan.FromHours(1) }).RunAsync(Ct);
        Assert.Equal(100, tally.Documents);
        // Four units of at most sixteen statements, and those that open the loop, take, look for suspects and find the end.
        Assert.InRange(commands, 20, 100);
    }

    [Fact]
    public async Task Told_to_stop_it_finishes_what_is_in_hand_and_returns_the_rest_untried()
    {
        await IngestAsync(8);
        using var stop = new CancellationTokenSource();
        var tally = await Loop((text, facts) =>
        {
            stop.Cancel();
            return Samples.Numbers(text, facts);
        }, Draining with { Lanes = 1, Batch = 8 }).RunAsync(stop.Token);
        Assert.Equal(1, tally.Documents);
        Assert.Equal("ready 7, done 1", await StatesAsync());
        Assert.Equal(0, await AskAsync<int>("select max(attempts)::int from jobs where state = 'ready'"));
    }

    [Fact]
    public async Task A_result_that_comes_after_its_lease_was_lost_is_dropped()
    {
        await IngestAsync(1);
        var first = true;
        var tally = await Loop((text, facts) =>
        {
            if (first)
            {
                first = false;
                using var connection = _db.OpenConnection();
                connection.Execute("update jobs set state = 'ready', lease_token = null, lease_until = null, worker = null");
                return new([], [], []);
            }
            return Samples.Numbers(text, facts);
        }).RunAsync(Ct);
        Assert.Equal((1, 1, 3L), (tally.Documents, tally.Dropped, tally.Added));
    }

    [Fact]
    public async Task A_reextraction_is_shown_when_a_worker_of_its_ruleset_has_read_everything()
    {
        await IngestAsync(3);
        await Loop(Samples.Numbers).RunAsync(Ct);
        Assert.Equal(3, (await new Reextraction(_db, _work, "r2").StartAsync(new(), Ct)).Planned);
        Assert.Equal(0, (await Loop(Samples.Numbers).RunAsync(Ct)).Documents); // one of the older ruleset leaves it alone
        await IngestAsync(1, suffix: "又1件"); // a page corrected meanwhile comes first, and is shown at once
        var seen = new List<int>();
        var tally = await Loop((text, facts) =>
        {
            using var connection = _db.OpenConnection();
            seen.Add(connection.ExecuteScalar<int>("select count(*)::int from published_claims"));
            return text.EndsWith("又1件", StringComparison.Ordinal) ? Samples.Numbers(text, facts) : new([], [], []);
        }, Draining with { Lanes = 1 }, ruleset: "r2").RunAsync(Ct);
        Assert.Equal([9, 10, 10], seen);
        Assert.Equal((3, 1), (tally.Documents, tally.Dropped));
        Assert.Equal(4, await AskAsync<int>("select count(*)::int from published_claims"));
        Assert.Equal("live published, reextraction published, live published", await AskAsync<string>("select string_agg(kind || ' ' || state, ', ' order by run_id) from runs"));
    }

    [Fact]
    public async Task A_run_cancelled_under_a_worker_leaves_what_was_there()
    {
        await IngestAsync(6);
        await Loop(Samples.Numbers).RunAsync(Ct);
        var (run, _) = await new Reextraction(_db, _work, "r2").StartAsync(new(), Ct);
        var read = 0;
        var tally = await Loop((_, _) =>
        {
            if (++read == 4)
                Assert.True(new ReextractionStore(_db).AbortAsync(run!.Id, CancellationToken.None).GetAwaiter().GetResult());
            return new([], [], []);
        }, Draining with { Lanes = 1, Batch = 2 }, ruleset: "r2").RunAsync(Ct);
        Assert.Equal((2, 18), (tally.Documents, await AskAsync<int>("select count(*)::int from published_claims")));
        await foreach (var finding in Verification.RunAsync(_db, isSettled: true, Ct))
            Assert.Equal((finding.Invariant, 0L), (finding.Invariant, finding.Broken));
    }

    [Fact]
    public async Task A_preview_says_what_would_change_and_changes_nothing()
    {
        await IngestAsync(3);
        await Loop(Samples.Numbers).RunAsync(Ct);
        var preview = await new Reextraction(_db, _work, "r2").PreviewAsync(
            new(), 2, (text, facts) => Samples.Numbers(text, facts) is var read && facts.Document == "1" ? read with { Claims = [.. read.Claims.Skip(1)] } : read, _ => { }, Ct);
        Assert.Equal((3, 2), (preview.Selected, preview.Sampled));
        Assert.Equal(preview.Differing, preview.Count(ChangeKind.Retired));
        Assert.InRange(preview.Differing, 0, 1);
        Assert.Equal((9, 1), (await AskAsync<int>("select count(*)::int from published_claims"), await AskAsync<int>("select count(*)::int from runs")));
    }

    [Fact]
    public async Task A_server_that_dies_under_a_worker_is_revived_and_nothing_is_lost()
    {
        await IngestAsync(30);
        var file = Path.Combine(Environment.GetEnvironmentVariable("EXTRACTOR_DATA")!, "postgres", "postmaster.pid");
        var killed = 0;
        var tally = await Loop((text, facts) =>
        {
            if (Interlocked.Increment(ref killed) == 5)
            {
                using var postmaster = Process.GetProcessById(int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture));
                postmaster.Kill();
            }
            return Samples.Numbers(text, facts);
        }).RunAsync(Ct);
        Assert.Equal(0, tally.Parked);
        Assert.Equal("done 30", await StatesAsync());
        Assert.Equal(90, await AskAsync<int>("select count(*)::int from published_claims"));
        Assert.True(await AskAsync<bool>(
            "select bool_and(substring(text from span_start + 1 for span_end - span_start) = quote) from claims join document_versions using (document_id, version)"));
    }
}

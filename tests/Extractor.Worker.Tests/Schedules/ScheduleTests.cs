using Dapper;
using Extractor.Storage;
using Extractor.Storage.Schedules;
using Extractor.Worker.Schedules;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Extractor.Worker.Tests.Schedules;

public sealed class ScheduleTests(TestServer server) : IAsyncLifetime
{
    static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    readonly List<NpgsqlDataSource> _sources = [];
    NpgsqlDataSource _db = null!;
    ScheduleStore _store = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _db = await server.MigratedAsync();
        _sources.Add(_db);
        Assert.True(await ScheduleStore.ProvisionAsync(_db, migrated: false, Ct));
        Assert.False(await ScheduleStore.ProvisionAsync(_db, migrated: false, Ct));
        await ExecuteAsync("create table effects (argument text)");
        _store = await ScheduleStore.OpenAsync(_db, Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        foreach (var source in _sources)
            await source.DisposeAsync();
    }

    async Task ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = await _db.OpenConnectionAsync(Ct);
        await connection.ExecuteAsync(sql, parameters);
    }

    async Task<T> AskAsync<T>(string question)
    {
        await using var connection = await _db.OpenConnectionAsync(Ct);
        return (await connection.ExecuteScalarAsync<T>(question))!;
    }

    async Task UntilAsync(string question)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        deadline.CancelAfter(Deadline);
        while (!await AskAsync<bool>(question))
            await Task.Delay(100, deadline.Token);
    }

    static Schedule Due(string cron, string kind = "write", string name = "s") => new(name, kind, "数据", cron, Schedule.DefaultTimeZone);

    // Each as if in a process of its own: no connection, scheduler or name is shared.
    async Task<Running> StartAsync(string name, Schedule.Work? write = null)
    {
        var db = Database.Open(_db.ConnectionString);
        _sources.Add(db);
        var running = new Running(new(db, new(server.Server.ReviveAsync), new(new Dictionary<string, Schedule.Work>
        {
            ["write"] = write ?? WriteAsync,
            ["fail"] = (_, _) => throw new InvalidDataException(new string('错', 3000)),
        }), name, NullLogger.Instance));
        await UntilAsync($"select exists (select from quartz.qrtz_scheduler_state where instance_name = '{name}')");
        return running;
    }

    async Task<string> WriteAsync(string? argument, CancellationToken ct)
    {
        await ExecuteAsync("insert into effects (argument) values (@argument)", new { argument });
        return $"wrote {argument}";
    }

    [Fact]
    public async Task Of_two_workers_exactly_one_fires_each_time()
    {
        Assert.True(await _store.AddAsync(Due("* * * * * ?"), Ct));
        Assert.False(await _store.AddAsync(Due("* * * * * ?"), Ct));
        await using (await StartAsync("one"))
        await using (await StartAsync("two"))
        {
            Assert.Equal(["one", "two"], (await _store.WorkersAsync(Ct)).Order());
            await UntilAsync("select count(*) >= 8 from effects");
        }
        Assert.Equal(0, await AskAsync<int>("select count(*)::int - count(distinct due_at)::int from schedule_firings"));
        Assert.Equal(await AskAsync<int>("select count(*)::int from effects"), await AskAsync<int>("select count(*)::int from schedule_firings where outcome = 'done' and summary = 'wrote 数据'"));
    }

    [Fact]
    public async Task A_schedule_never_overlaps_itself_on_any_worker()
    {
        await _store.AddAsync(Due("* * * * * ?"), Ct);
        async Task<string> Slow(string? argument, CancellationToken ct)
        {
            await Task.Delay(1500, CancellationToken.None);
            return await WriteAsync(argument, ct);
        }
        await using (await StartAsync("one", Slow))
        await using (await StartAsync("two", Slow))
            await UntilAsync("select count(*) >= 4 from effects");
        Assert.Equal(0, await AskAsync<int>("""
            select count(*)::int
            from schedule_firings a
            join schedule_firings b on a.firing_id < b.firing_id and b.fired_at < a.finished_at
            """));
    }

    [Fact]
    public async Task What_was_missed_while_no_worker_ran_fires_once()
    {
        await _store.AddAsync(Due("0 */5 * * * ?"), Ct);
        // Quartz counts in ticks; 12 firings ago.
        await ExecuteAsync("update quartz.qrtz_triggers set next_fire_time = next_fire_time - 36000000000");
        await using (await StartAsync("one"))
            await UntilAsync("select count(*) > 0 from effects");
        Assert.InRange(await AskAsync<int>("select count(*)::int from effects"), 1, 2); // 2 where the clock struck meanwhile
    }

    [Fact]
    public async Task A_schedule_is_listed_paused_resumed_run_and_removed()
    {
        await _store.AddAsync(Due("0 30 2 * * ?"), Ct);
        var listed = Assert.Single(await _store.ListAsync(Ct));
        Assert.Equal((Due("0 30 2 * * ?"), "waiting"), (listed.Schedule, listed.State));
        Assert.Equal((18, 30), (listed.Next!.Value.UtcDateTime.Hour, listed.Next.Value.UtcDateTime.Minute));
        Assert.True(await _store.PauseAsync("s", Ct));
        Assert.Equal(("paused", null), (await _store.ListAsync(Ct)).Select(s => (s.State, s.Next)).Single());

        Assert.True(await _store.RunAsync("s", Ct));
        await using (await StartAsync("one"))
            await UntilAsync("select exists (select from schedule_firings where outcome = 'done')");
        Assert.Equal(1, await AskAsync<int>("select count(*)::int from effects"));

        Assert.True(await _store.ResumeAsync("s", Ct));
        Assert.Equal("waiting", (await _store.ListAsync(Ct)).Single().State);
        Assert.True(await _store.RemoveAsync("s", Ct));
        Assert.Empty(await _store.ListAsync(Ct));
        Assert.Equal(
            (false, false, false, false),
            (await _store.RemoveAsync("s", Ct), await _store.PauseAsync("s", Ct), await _store.ResumeAsync("s", Ct), await _store.RunAsync("s", Ct)));
    }

    [Fact]
    public async Task Failures_are_put_down_and_what_a_lost_worker_left_is_called_lost()
    {
        await new FiringStore(_db).BeginAsync("s", "fail", DateTimeOffset.UtcNow, "killed", Ct);
        await _store.AddAsync(Due("* * * * * ?", "fail"), Ct);
        await _store.AddAsync(Due("* * * * * ?", "of a later version", "unknown"), Ct);
        await using (await StartAsync("one"))
            await UntilAsync("select count(*) filter (where schedule = 's') > 2 and bool_or(schedule = 'unknown') from schedule_firings where outcome = 'failed'");
        Assert.Equal(("lost", "its worker killed ended before it did"), (await new FiringStore(_db).ListAsync("s", 100, Ct)).Select(f => (f.Outcome, f.Summary)).Last());
        var failed = (await new FiringStore(_db).LatestAsync(["s", "unknown", "never"], Ct));
        Assert.StartsWith("InvalidDataException: 错错", failed["s"].Summary, StringComparison.Ordinal);
        Assert.Contains("no work of the kind of a later version", failed["unknown"].Summary, StringComparison.Ordinal);
        Assert.Equal(2, failed.Count);
    }

    [Fact]
    public async Task Schedules_go_on_when_the_server_comes_back()
    {
        await _store.AddAsync(Due("* * * * * ?"), Ct);
        await using (await StartAsync("one"))
        {
            await UntilAsync("select count(*) > 0 from effects");
            await server.KillAsync();
            await server.Server.ReviveAsync(Ct);
            _db.Clear();
            var before = await AskAsync<int>("select count(*)::int from effects");
            await UntilAsync($"select count(*) > {before} from effects");
        }
    }

    [Fact]
    public async Task Told_to_end_while_the_server_is_away_a_runner_ends()
    {
        await _store.AddAsync(Due("* * * * * ?"), Ct);
        await using (await StartAsync("one"))
        {
            await UntilAsync("select count(*) > 0 from effects");
            await server.KillAsync();
        }
        await server.Server.ReviveAsync(Ct);
        _db.Clear();
    }

    [Fact]
    public async Task A_database_without_the_tables_is_waited_for()
    {
        await using var db = await server.MigratedAsync();
        await using var running = new Running(new(db, new(), new(new Dictionary<string, Schedule.Work>()), "one", NullLogger.Instance));
        await using (var connection = await db.OpenConnectionAsync(Ct))
            Assert.Null(await connection.ExecuteScalarAsync<string>("select to_regclass('quartz.qrtz_triggers')::text"));
        await ScheduleStore.ProvisionAsync(db, migrated: true, Ct);
        await using var store = await ScheduleStore.OpenAsync(db, Ct);
        while (await store.WorkersAsync(Ct) is [])
            await Task.Delay(100, Ct);
    }

    sealed class Running : IAsyncDisposable
    {
        readonly CancellationTokenSource _stop = new();
        readonly Task _task;

        public Running(ScheduleRunner runner) => _task = runner.RunAsync(_stop.Token);

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _task;
            _stop.Dispose();
        }
    }
}

using System.Data;
using Dapper;
using Extractor.Storage.Observations;
using Extractor.Tests;
using Npgsql;

namespace Extractor.Storage.Tests.Observations;

public sealed class QueueObserverTests(TestServer server) : IAsyncLifetime
{
    NpgsqlDataSource _db = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _db = await server.MigratedAsync();

    public ValueTask DisposeAsync() => _db.DisposeAsync();

    [Fact]
    public async Task The_queue_is_counted_by_state_and_priority_and_its_oldest_are_told()
    {
        var empty = await new QueueObserver(_db).ReadAsync(Ct);
        Assert.Equal((0, null, null), (empty.Depths.Count, empty.OldestReady, empty.OldestOverdue));

        await using var connection = await _db.OpenConnectionAsync(Ct);
        await connection.ExecuteAsync("""
            insert into documents (document_id, source, uri, name, version, text_hash)
            values ('00000000-0000-0000-0000-000000000001', 's', 'u', 'n', sha256('v'), sha256('t'));
            insert into jobs (document_id, version, priority, state, run_at, lease_token, lease_until, finished_at, error)
            select '00000000-0000-0000-0000-000000000001', sha256(n::text::bytea), priority, state::job_state, now() + due,
                   case state when 'leased' then n end, now() + lease, case when state in ('done', 'parked') then now() end, 'e'
            from (values
              (1, 3, 'ready', interval '-1 hour', null::interval), (2, 3, 'ready', '1 hour', null), (3, 5, 'ready', '-1 minute', null),
              (4, 3, 'leased', '0', interval '-2 minutes'), (5, 3, 'leased', '0', interval '1 minute'),
              (6, 3, 'parked', '0', null), (7, 3, 'done', '0', null)) as j (n, priority, state, due, lease)
            """);
        var figures = await new QueueObserver(_db).ReadAsync(Ct);
        Assert.Equal(
            [new("leased", 3, 2), new("parked", 3, 1), new("ready", 3, 2), new("ready", 5, 1)],
            figures.Depths.OrderBy(depth => depth.State).ThenBy(depth => depth.Priority));
        Assert.InRange(figures.OldestReady!.Value, 3600, 4200);
        Assert.InRange(figures.OldestOverdue!.Value, 120, 720);
    }

    [Fact]
    public async Task A_snapshot_that_is_held_open_shows_its_age()
    {
        await using var holder = await _db.OpenConnectionAsync(Ct);
        await using var held = await holder.BeginTransactionAsync(IsolationLevel.RepeatableRead, Ct);
        await holder.ExecuteAsync("select 1", transaction: held);
        await using var connection = await _db.OpenConnectionAsync(Ct);
        for (var i = 0; i < 50; i++)
            await connection.ExecuteAsync("select txid_current()");
        Assert.True((await new QueueObserver(_db).ReadAsync(Ct)).OldestSnapshot >= 50);
    }
}

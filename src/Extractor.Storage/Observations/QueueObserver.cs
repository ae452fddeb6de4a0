using Dapper;
using Npgsql;

namespace Extractor.Storage.Observations;

/// <summary>Reads <see cref="QueueFigures"/>. Only the parts of the queue that partial indexes hold are counted.</summary>
public sealed class QueueObserver(NpgsqlDataSource db)
{
    // A scrape must not wait for a server that ails.
    const int Seconds = 5;

    const string Depths = """
        select state::text, priority, count(*) as jobs from jobs where state = 'ready' group by state, priority
        union all
        select state::text, priority, count(*) from jobs where state = 'leased' group by state, priority
        union all
        select state::text, priority, count(*) from jobs where state = 'parked' group by state, priority
        """;

    // A role without pg_read_all_stats sees the snapshots of its own sessions only.
    const string Ages = """
        select
          (select extract(epoch from now() - min(run_at)) from jobs where state = 'ready' and run_at <= now())::float8 as ready,
          (select extract(epoch from now() - min(lease_until)) from jobs where state = 'leased' and lease_until < now())::float8 as overdue,
          (select coalesce(max(age(backend_xmin)), 0) from pg_stat_activity where pid <> pg_backend_pid())::bigint as snapshot,
          (select coalesce(sum(n_dead_tup), 0) from pg_stat_user_tables where relid = 'jobs'::regclass)::bigint as dead
        """;

    /// <exception cref="NpgsqlException">The database is away.</exception>
    public async Task AskAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new("select 1", commandTimeout: Seconds, cancellationToken: ct));
    }

    /// <exception cref="NpgsqlException">The database is away, or takes too long to count.</exception>
    public async Task<QueueFigures> ReadAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var depths = await connection.QueryAsync<QueueDepth>(new(Depths, commandTimeout: Seconds, cancellationToken: ct));
        var (ready, overdue, snapshot, dead) = await connection.QuerySingleAsync<(double?, double?, long, long)>(
            new(Ages, commandTimeout: Seconds, cancellationToken: ct));
        return new([.. depths], ready, overdue, snapshot, dead);
    }
}

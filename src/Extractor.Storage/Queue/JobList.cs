using Dapper;
using Npgsql;

namespace Extractor.Storage.Queue;

/// <summary>A job as people look at it.</summary>
public sealed record JobSummary(
    long Id, int? RunId, string Document, string Source, string Uri, string State, short Priority, short Attempts, short Crashes,
    DateTime RunAt, DateTime? LeaseUntil, string? Worker, string? Error,
    Guid DocumentId, DateTime CreatedAt, DateTime? FinishedAt);

/// <summary>How many jobs of a run are in a state; run 0 is that of the pages that come in.</summary>
public sealed record JobCount(int OfRun, string State, long Jobs, DateTime? Oldest);

/// <summary>The queue as an operator sees it.</summary>
public sealed class JobList(NpgsqlDataSource db)
{
    const string Counts = """
        select of_run as ofrun, state::text as state, count(*) as jobs, min(created_at) as oldest
        from jobs group by of_run, state order by of_run, state
        """;

    const string Jobs = """
        select j.job_id as id, j.run_id as runid, d.name as document, d.source, d.uri, j.state::text as state, j.priority, j.attempts, j.crashes,
               j.run_at as runat, j.lease_until as leaseuntil, j.worker, j.error,
               j.document_id as documentid, j.created_at as createdat, j.finished_at as finishedat
        """;

    // A page of jobs first, then their names: the queue is in no shard, and all of it would be sent to each.
    const string Find = $"""
        with page as materialized (
          select * from jobs j
          where (@state::text is null or j.state = @state::job_state) and (@run::integer is null or j.of_run = @run)
            and (@document::uuid is null or j.document_id = @document) and j.job_id > @after
          order by j.job_id
          limit @limit
        )
        {Jobs}
        from page j join documents d using (document_id)
        order by j.job_id
        """;

    const string One = $"{Jobs} from jobs j join documents d using (document_id) where j.job_id = @id";

    // What was done may be forgotten already: then there is its receipt.
    const string OfVersion = $"{Jobs} from jobs j join documents d using (document_id) where j.document_id = @document and j.version = @version and j.of_run = 0";

    // A job parked by a re-extraction that is over has nobody to take it: it goes to the pages that come in, unless the
    // same version waits or is parked there already.
    const string OpenRun = "select run_id from runs where state = 'running'";

    const string Chosen = "j.state = 'parked' and (@ids::bigint[] is null or j.job_id = any(@ids))";

    const string MakeRoom = $"""
        delete from jobs l
        using (select j.document_id, j.version from jobs j where {Chosen} and j.run_id is distinct from @open and j.run_id is not null) p
        where l.of_run = 0 and l.document_id = p.document_id and l.version = p.version and l.state in ('done', 'cancelled')
        """;

    const string Retry = $"""
        update jobs j
        set state = 'ready', attempts = 0, crashes = 0, run_at = now(), finished_at = null, error = null,
            run_id = case when j.run_id = @open then j.run_id end
        where {Chosen} and (j.run_id is null or j.run_id = @open or not exists (
          select from jobs l where l.of_run = 0 and l.document_id = j.document_id and l.version = j.version))
        """;

    public async Task<IReadOnlyList<JobCount>> CountAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return [.. await connection.QueryAsync<JobCount>(new(Counts, cancellationToken: ct))];
    }

    /// <param name="state">As in the table; null for all.</param>
    /// <param name="after">The last job of the page before; 0 for the first page.</param>
    /// <param name="document">Null for all.</param>
    public async Task<IReadOnlyList<JobSummary>> FindAsync(string? state, int? run, long after, int limit, CancellationToken ct, Guid? document = null)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return [.. await connection.QueryAsync<JobSummary>(new(Find, new { state, run, after, limit, document }, cancellationToken: ct))];
    }

    public async Task<JobSummary?> FindOneAsync(long id, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<JobSummary>(new(One, new { id }, cancellationToken: ct));
    }

    /// <summary>The job that reads a version for the pages that come in; null where there is none.</summary>
    public async Task<JobSummary?> FindOfVersionAsync(Guid document, byte[] version, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<JobSummary>(new(OfVersion, new { document, version }, cancellationToken: ct));
    }

    /// <summary>Sets parked jobs ready once more, as if they had never been tried.</summary>
    /// <param name="ids">Null for all that are parked.</param>
    public async Task<int> RetryAsync(IReadOnlyCollection<long>? ids, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var open = await connection.ExecuteScalarAsync<int?>(new(OpenRun, transaction: transaction, cancellationToken: ct));
        var arguments = new { ids = ids?.ToArray(), open };
        await connection.ExecuteAsync(new(MakeRoom, arguments, transaction, cancellationToken: ct));
        var ready = await connection.ExecuteAsync(new(Retry, arguments, transaction, cancellationToken: ct));
        await transaction.CommitAsync(ct);
        return ready;
    }
}

using System.Diagnostics;
using System.Text;
using Dapper;
using Extractor.Storage.Documents;
using Extractor.Storage.Runs;
using Npgsql;

namespace Extractor.Storage.Queue;

/// <summary>The <c>jobs</c> table used as a queue. The states and their transitions are drawn in README.md.</summary>
public sealed class JobQueue(NpgsqlDataSource db, QueueLimits limits)
{
    /// <summary>The jobs of pages that come in by the day, which belong to no re-extraction.</summary>
    public const int Live = 0;

    // A version already read needs no job: what a newer ruleset makes of it, a re-extraction asks. One that comes back
    // (corrected and corrected back, or parked and brought again) is set ready once more.
    const string Enqueue = """
        insert into jobs (document_id, version, priority)
        select n.document_id, n.version, @priority
        from unnest(@documents, @versions) with ordinality as n (document_id, version, ordinal)
        left join (select document_id, version from receipts where document_id = any(@documents)) r using (document_id, version)
        where r.document_id is null
        order by ordinal
        on conflict (document_id, version, of_run) do update
        set state = 'ready', attempts = 0, crashes = 0, run_at = now(), finished_at = null, error = null
        where jobs.state in ('done', 'cancelled', 'parked')
        returning document_id
        """;

    const string LeaseNext = """
        update jobs j
        set state = 'leased', attempts = attempts + 1, lease_token = nextval('lease_tokens'),
            lease_until = now() + @lease, worker = @worker
        from next
        where j.job_id = next.job_id
        returning j.job_id as id, j.run_id as runid, j.document_id as documentid, j.version, j.priority, j.lease_token as token, j.attempts, j.crashes
        """;

    // Materialized keeps "limit" honest: as a plain subquery the planner may run it more than once. The watermark
    // steps over index entries of jobs already gone, which a long-open snapshot elsewhere keeps from being cleaned.
    const string Take = $"""
        with next as materialized (
          select job_id
          from jobs
          where state = 'ready' and of_run = @run and (priority, job_id) > (@markPriority, @markJob)
            and run_at <= now() and crashes = 0
          order by priority, job_id
          limit @limit
          for update skip locked
        )
        {LeaseNext}
        """;

    // A job that lost its worker is retried alone: if it kills the next one too, no innocent job dies with it.
    const string TakeSuspect = $"""
        with next as materialized (
          select job_id
          from jobs
          where state = 'ready' and of_run = any(@runs) and run_at <= now() and crashes > 0
          order by run_at
          limit 1
          for update skip locked
        )
        {LeaseNext}
        """;

    // By primary key and token only: with "and state = 'leased'" the planner may choose the small index of leases,
    // which is full of dead entries. A cleared or renewed token matches no row.
    const string Held = "where job_id = @id and lease_token = @token";

    const string Settled = "lease_token = null, lease_until = null, worker = null";

    const string HeldByMany = "from unnest(@ids, @tokens) as held (id, token) where j.job_id = held.id and j.lease_token = held.token";

    // In one order, so that two workers who both think a job their own wait for each other and not in a ring.
    const string Hold = """
        select j.job_id
        from jobs j join unnest(@ids, @tokens) as held (id, token) on j.job_id = held.id and j.lease_token = held.token
        order by j.job_id
        for no key update of j
        """;

    const string Finish = $"update jobs j set state = 'done', error = null, finished_at = now(), {Settled} {HeldByMany}";

    const string Cancel = $"update jobs set state = 'cancelled', error = @error, finished_at = now(), {Settled} {Held}";

    const string Park = $"update jobs set state = 'parked', error = @error, finished_at = now(), {Settled} {Held}";

    const string Retry = $"""
        update jobs
        set state = case when attempts < @attempts then 'ready' else 'parked' end::job_state,
            finished_at = case when attempts < @attempts then null else now() end,
            run_at = now() + @delay, error = @error, {Settled}
        {Held}
        """;

    const string Snooze = $"update jobs set state = 'ready', attempts = attempts - 1, run_at = now() + @delay, {Settled} {Held}";

    const string Return = $"""
        update jobs j
        set state = 'ready', attempts = attempts - 1, {Settled}
        {HeldByMany}
        """;

    const string ReturnAll = $"update jobs set state = 'ready', attempts = attempts - 1, {Settled} where state = 'leased' and worker = @worker";

    // What is locked is being stored at this moment, and nobody takes it back: to wait for it would hold the others up.
    const string Renew = """
        with mine as materialized (
          select j.job_id
          from jobs j join unnest(@ids, @tokens) as held (id, token) on j.job_id = held.id and j.lease_token = held.token
          for no key update of j skip locked
        )
        update jobs j
        set lease_until = now() + @lease
        from mine
        where j.job_id = mine.job_id
        """;

    // The database's clock alone says when a lease has lapsed. Crashes, not attempts, decide here.
    const string Sweep = $"""
        update jobs
        set crashes = crashes + 1,
            state = case when crashes + 1 < @crashes then 'ready' else 'parked' end::job_state,
            finished_at = case when crashes + 1 < @crashes then null else now() end,
            error = format('its worker %s was lost', worker),
            run_at = now() + least(interval '5 minutes', interval '1 second' * power(3, crashes)), {Settled}
        where job_id in (
          select job_id from jobs
          where state = 'leased' and lease_until < now()
          order by lease_until
          limit 200
          for update skip locked)
        """;

    const string Unsettled = "select exists (select from jobs where of_run = any(@runs) and state in ('ready', 'leased'))";

    // Nobody asks for them any more: what was read has its receipt.
    const string Prune = """
        delete from jobs
        where job_id in (
          select job_id from jobs
          where state in ('done', 'cancelled') and finished_at < now() - @age
          order by finished_at
          limit 1000
          for update skip locked)
        """;

    /// <summary>Queues documents' versions to be read under the live run, in the transaction that stores them.</summary>
    /// <returns>Those of which there is anything to do.</returns>
    public static async Task<HashSet<Guid>> EnqueueAsync(
        NpgsqlTransaction transaction, IReadOnlyCollection<Document> documents, short priority, CancellationToken ct) =>
        [.. await transaction.Connection!.QueryAsync<Guid>(new(Enqueue, new
        {
            documents = documents.Select(document => document.Id).ToArray(), versions = documents.Select(document => document.Version).ToArray(), priority,
        }, transaction, cancellationToken: ct))];

    /// <summary>Takes up to <paramref name="limit"/> due jobs after the watermark. No other worker gets them while the lease holds.</summary>
    /// <param name="run">A re-extraction, or <see cref="Live"/>.</param>
    public async Task<IReadOnlyList<Job>> TakeAsync(int run, string worker, int limit, Watermark mark, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var jobs = await connection.QueryAsync<Job>(new(Take, new
        {
            run, worker, limit, lease = limits.Lease, markPriority = mark.Priority, markJob = mark.JobId,
        }, cancellationToken: ct));
        return [.. jobs.OrderBy(job => job.Priority).ThenBy(job => job.Id)];
    }

    /// <summary>Takes one job whose worker was lost, to be tried alone.</summary>
    public async Task<Job?> TakeSuspectAsync(int[] runs, string worker, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<Job>(
            new(TakeSuspect, new { runs, worker, lease = limits.Lease }, cancellationToken: ct));
    }

    /// <summary>Locks jobs before anything of theirs is stored, so that nobody takes them back meanwhile.</summary>
    /// <returns>The ids of those whose leases still hold. Of the others nothing may be stored.</returns>
    public static async Task<HashSet<long>> HoldAsync(NpgsqlTransaction transaction, IReadOnlyCollection<Job> jobs, CancellationToken ct)
    {
        var held = Leases(jobs);
        return [.. await transaction.Connection!.QueryAsync<long>(new(Hold, new { held.ids, held.tokens }, transaction, cancellationToken: ct))];
    }

    /// <summary>Ends jobs in the transaction that holds them and stores their claims.</summary>
    /// <returns>How many leases held.</returns>
    public static async Task<int> FinishAsync(NpgsqlTransaction transaction, IReadOnlyCollection<Job> jobs, CancellationToken ct)
    {
        var held = Leases(jobs);
        return await transaction.Connection!.ExecuteAsync(new(Finish, new { held.ids, held.tokens }, transaction, cancellationToken: ct));
    }

    /// <returns>False where the lease was lost and nothing changed.</returns>
    public async Task<bool> SettleAsync(Job job, JobOutcome outcome, CancellationToken ct)
    {
        var (sql, error, delay) = outcome switch
        {
            JobOutcome.Cancelled(var why) => (Cancel, why, TimeSpan.Zero),
            JobOutcome.Parked(var why) => (Park, why, TimeSpan.Zero),
            JobOutcome.Failed(var why, var wait) => (Retry, why, wait),
            JobOutcome.Snoozed(var wait) => (Snooze, "", wait),
            _ => throw new UnreachableException(),
        };
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.ExecuteAsync(new(sql, new
        {
            id = job.Id, token = job.Token, error = Shortened(error), delay, attempts = limits.Attempts,
        }, cancellationToken: ct)) > 0;
    }

    /// <summary>Gives jobs back that were not begun; their attempt does not count.</summary>
    public async Task ReturnAsync(IReadOnlyCollection<Job> jobs, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var held = Leases(jobs);
        await connection.ExecuteAsync(new(Return, new { held.ids, held.tokens }, cancellationToken: ct));
    }

    /// <summary>Gives back all that is leased to a worker, what it never heard of included.</summary>
    public async Task ReturnAllAsync(string worker, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new(ReturnAll, new { worker }, cancellationToken: ct));
    }

    /// <summary>One statement for all that a process holds.</summary>
    /// <returns>How many leases still held.</returns>
    public async Task<int> RenewAsync(IReadOnlyCollection<Job> jobs, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var held = Leases(jobs);
        return await connection.ExecuteAsync(new(Renew, new { held.ids, held.tokens, lease = limits.Lease }, cancellationToken: ct));
    }

    /// <summary>Ends the sessions of writers that have been silent for the length of a lease, and keep rows locked.</summary>
    public async Task EndSilentAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new(RunStore.EndSilent, new { silence = limits.Lease }, cancellationToken: ct));
    }

    /// <summary>Takes lapsed leases back: ready again, or parked after too many crashes.</summary>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.ExecuteAsync(new(Sweep, new { crashes = limits.Crashes }, cancellationToken: ct));
    }

    public async Task<bool> AnyUnsettledAsync(int[] runs, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.ExecuteScalarAsync<bool>(new(Unsettled, new { runs }, cancellationToken: ct));
    }

    /// <summary>Drops up to a thousand jobs that ended well so long ago.</summary>
    public async Task<int> PruneAsync(TimeSpan age, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.ExecuteAsync(new(Prune, new { age }, cancellationToken: ct));
    }

    static (long[] ids, long[] tokens) Leases(IReadOnlyCollection<Job> jobs) =>
        ([.. jobs.Select(job => job.Id)], [.. jobs.Select(job => job.Token)]);

    // The column holds 2,048 bytes; cut between characters.
    static string Shortened(string error)
    {
        if (Encoding.UTF8.GetByteCount(error) <= 2048)
            return error;
        var cut = Math.Min(error.Length, 680);
        return error[..(char.IsHighSurrogate(error[cut - 1]) ? cut - 1 : cut)];
    }
}

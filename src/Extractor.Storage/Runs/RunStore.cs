using System.Globalization;
using Dapper;
using Extractor.Core.Catalogues;
using Extractor.Storage.Catalogues;
using Npgsql;

namespace Extractor.Storage.Runs;

/// <summary>The tables <c>runs</c>, <c>rulesets</c> and <c>publication</c>, as writers see them.</summary>
public sealed class RunStore(NpgsqlDataSource db)
{
    // Writers of claims hold it shared for the length of a transaction, whoever moves what readers see holds it alone.
    const string WritersLock = "7206421915";

    /// <summary>
    /// Ends the sessions of writers whose clients have said nothing for so long (@silence). A worker that is stopped in the
    /// midst of a message to the server keeps its rows locked, and no timeout of the server's ends that before PostgreSQL 17.
    /// Only sessions of logins that this one belongs to are seen and ended.
    /// </summary>
    internal const string EndSilent = $"""
        select count(pg_terminate_backend(a.pid))
        from pg_locks l
        join pg_stat_activity a using (pid)
        where l.locktype = 'advisory' and (l.classid::bigint << 32) + l.objid::bigint = {WritersLock}
          and l.database = (select oid from pg_database where datname = current_database())
          and l.granted and a.wait_event = 'ClientRead' and a.state_change < now() - @silence
        """;

    const string LockOpening = "select pg_advisory_xact_lock(7206421914)";

    // It may take long, and a worker's login has short timeouts.
    const string LockAlone = $"""
        set local statement_timeout = 0; set local lock_timeout = 0; set local idle_in_transaction_session_timeout = '60s';
        select pg_advisory_xact_lock({WritersLock})
        """;

    // A worker that is stopped, or whose connection hangs, in the midst of it would keep its job's row locked against the
    // sweep, and this lock against whoever publishes: after a lease's length of silence the server ends the session.
    const string LockShared = $"""
        select set_config('idle_in_transaction_session_timeout', @silence, true), pg_advisory_xact_lock_shared({WritersLock})
        """;

    const string PutRuleset = "insert into rulesets (ruleset) values (@ruleset) on conflict do nothing";

    const string OpenFirst = """
        with run as (
          insert into runs (ruleset, kind, state, published_at, ended_at)
          select @ruleset, 'live', 'published', now(), now()
          where not exists (select from publication)
          returning run_id
        )
        insert into publication (run_id) select run_id from run
        """;

    const string FindReextraction = """
        select run_id as id, ruleset from runs where kind = 'reextraction' and state = 'running'
        """;

    const string Frontiers = """
        select p.run_id as live, r.run_id as reextraction, r.ruleset as reextraction_ruleset
        from publication p left join runs r on r.kind = 'reextraction' and r.state = 'running'
        """;

    const string Unsettled = "select exists (select from jobs where of_run = @run and state in ('ready', 'leased'))";

    /// <summary>What became of a run's jobs. Asked by itself: Citus keeps runs on every node and the queue on one.</summary>
    internal const string Outcome = """
        select count(*) filter (where state = 'done') as done, count(*) filter (where state = 'parked') as parked from jobs where of_run = @run
        """;

    const string End = """
        update runs
        set state = 'published', published_at = now(), ended_at = now(), done = @done, parked = @parked
        where run_id = @run and state = 'running'
        returning ruleset
        """;

    const string OpenNext = """
        insert into runs (ruleset, kind, state, published_at, ended_at) values (@ruleset, 'live', 'published', now(), now()) returning run_id
        """;

    const string Show = "update publication set run_id = @live";

    // The run has its counts; those parked are kept with their errors.
    const string DropSettled = "delete from jobs where of_run = @run and state in ('done', 'cancelled')";

    /// <summary>Makes this ruleset known and, in an empty database, the first live run.</summary>
    public async Task OpenAsync(string ruleset, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync(new(LockOpening, transaction: transaction, cancellationToken: ct));
        // A program that comes back with a ruleset known before leaves the newer one's catalogue as it is.
        if (await connection.ExecuteAsync(new(PutRuleset, new { ruleset }, transaction, cancellationToken: ct)) > 0)
            await IndicatorStore.PutAsync(transaction, Catalogue.Default, ct);
        await connection.ExecuteAsync(new(OpenFirst, new { ruleset }, transaction, cancellationToken: ct));
        await transaction.CommitAsync(ct);
    }

    /// <summary>The re-extraction under way, if there is one.</summary>
    public async Task<Run?> FindReextractionAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<Run>(new(FindReextraction, cancellationToken: ct));
    }

    /// <summary>What readers see and what runs beside it; neither moves before the transaction ends. Locked before any row.</summary>
    /// <param name="silence">After so long without a statement the server ends the transaction.</param>
    public static async Task<Frontier> HoldAsync(NpgsqlTransaction transaction, TimeSpan silence, CancellationToken ct)
    {
        var connection = transaction.Connection!;
        await connection.ExecuteAsync(new(
            LockShared, new { silence = ((long)silence.TotalMilliseconds).ToString(CultureInfo.InvariantCulture) }, transaction, cancellationToken: ct));
        return await connection.QuerySingleAsync<Frontier>(new(Frontiers, transaction: transaction, cancellationToken: ct));
    }

    /// <summary>Waits for writers in hand, and keeps all others out until the transaction ends.</summary>
    public static async Task HoldAloneAsync(NpgsqlTransaction transaction, CancellationToken ct) =>
        await transaction.Connection!.ExecuteAsync(new(LockAlone, transaction: transaction, cancellationToken: ct));

    /// <summary>Shows a re-extraction to the readers once nothing of it is left to do.</summary>
    /// <returns>Whether it was this call that did.</returns>
    public async Task<bool> TryPublishAsync(int run, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        if (await connection.ExecuteScalarAsync<bool>(new(Unsettled, new { run }, cancellationToken: ct)))
            return false;
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await HoldAloneAsync(transaction, ct);
        // Asked again: a page that came in meanwhile may have added a job.
        if (await connection.ExecuteScalarAsync<bool>(new(Unsettled, new { run }, transaction, cancellationToken: ct)))
            return false;
        var (done, parked) = await connection.QuerySingleAsync<(long, long)>(new(Outcome, new { run }, transaction, cancellationToken: ct));
        if (await connection.ExecuteScalarAsync<string?>(new(End, new { run, done, parked }, transaction, cancellationToken: ct)) is not { } ruleset)
            return false;
        var live = await connection.ExecuteScalarAsync<int>(new(OpenNext, new { ruleset }, transaction, cancellationToken: ct));
        await connection.ExecuteAsync(new(Show, new { live }, transaction, cancellationToken: ct));
        await connection.ExecuteAsync(new(DropSettled, new { run }, transaction, commandTimeout: 600, cancellationToken: ct));
        await transaction.CommitAsync(ct);
        return true;
    }
}

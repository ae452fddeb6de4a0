using Dapper;
using Extractor.Core.Catalogues;
using Extractor.Storage.Catalogues;
using Npgsql;

namespace Extractor.Storage.Runs;

/// <summary>Begins and aborts re-extractions. One is under way at a time.</summary>
public sealed class ReextractionStore(NpgsqlDataSource db)
{
    /// <summary>Pages that come in by the day go before the re-reading of old ones.</summary>
    const short Priority = 5;

    // Documents without a receipt could not be read so far: a newer ruleset may. What waits is joined and not asked of row by
    // row: the queue stands beside the shards, and Citus joins no table of one kind to each row of the other.
    const string Selected = """
        from documents d
        join document_versions v on v.document_id = d.document_id and v.version = d.version
        left join receipts r on r.document_id = d.document_id
        left join (
          select document_id, version from jobs where of_run = 0 and state in ('ready', 'leased')
        ) waiting on waiting.document_id = d.document_id and waiting.version = d.version
        where waiting.document_id is null
          and (@all or r.ruleset is distinct from @current or r.version <> d.version)
          and (@ruleset::text is null or r.ruleset = @ruleset)
          and (@from::date is null or v.published >= @from)
          and (@to::date is null or v.published <= @to)
          and (@publication::text is null or v.publication = @publication)
          and (@scope::text is null or v.region = @scope or exists (
            select from claims c
            where c.document_id = d.document_id and c.retired_run is null and @scope in (c.scope, c.scope_code)))
        """;

    const string Any = $"select exists (select 1 {Selected})";

    const string Count = $"select count(*) {Selected}";

    // By the id, a hash: any number of them is as good as drawn by lot, and the same ones the next time.
    const string Sample = $"select d.document_id, d.version {Selected} order by d.document_id limit @limit";

    const string Insert = """
        insert into runs (ruleset, kind, state, selection)
        values (@current, 'reextraction', 'running', @selection)
        on conflict (kind) where kind = 'reextraction' and state = 'running' do nothing
        returning run_id
        """;

    const string Enqueue = $"""
        insert into jobs (run_id, document_id, version, priority)
        select @run, d.document_id, d.version, @priority {Selected}
        """;

    const string Plan = "update runs set planned = @planned where run_id = @run";

    const string Abort = """
        update runs
        set state = 'aborted', ended_at = now(), done = @done, parked = @parked
        where run_id = @run and kind = 'reextraction' and state = 'running'
        """;

    // Whoever looks at that run or a later one does not see them. Receipts and texts stay.
    const string Prune = """
        with gone as (delete from claims where retired_run <= @before returning 1),
             checks as (delete from checks where retired_run <= @before),
             articles as (delete from articles where retired_run <= @before)
        select count(*) from gone
        """;

    const string DropJobs = "delete from jobs where of_run = @run";

    const string PutRuleset = "insert into rulesets (ruleset) values (@current) on conflict do nothing";

    public async Task<long> CountAsync(Selection selection, string ruleset, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.ExecuteScalarAsync<long>(new(Count, Arguments(selection, ruleset), commandTimeout: 600, cancellationToken: ct));
    }

    public async Task<IReadOnlyList<(Guid Document, byte[] Version)>> SampleAsync(Selection selection, string ruleset, int limit, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var arguments = Arguments(selection, ruleset);
        arguments.Add("limit", limit);
        return [.. await connection.QueryAsync<(Guid, byte[])>(new(Sample, arguments, commandTimeout: 600, cancellationToken: ct))];
    }

    /// <summary>Queues all that is selected, in one transaction with the run: after a crash there is all of it or nothing.</summary>
    /// <returns>The run and how many documents it will read; no run where there is nothing to read.</returns>
    /// <exception cref="DatabaseException">Another one is under way.</exception>
    public async Task<(Run? Run, long Planned)> StartAsync(Selection selection, string ruleset, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var arguments = Arguments(selection, ruleset);
        await connection.ExecuteAsync(new("set local statement_timeout = 0", transaction: transaction, cancellationToken: ct));
        await connection.ExecuteAsync(new(PutRuleset, arguments, transaction, cancellationToken: ct));
        // Asked first, so that a run that would be empty takes no number.
        if (!await connection.ExecuteScalarAsync<bool>(new(Any, arguments, transaction, cancellationToken: ct)))
            return (null, 0);
        if (await connection.ExecuteScalarAsync<int?>(new(Insert, arguments, transaction, cancellationToken: ct)) is not { } run)
            throw new DatabaseException("another re-extraction is under way; see: extractor runs list; go on with it: extractor reextract --resume; or end it: extractor runs cancel");
        arguments.Add("run", run);
        arguments.Add("priority", Priority);
        var planned = (long)await connection.ExecuteAsync(new(Enqueue, arguments, transaction, commandTimeout: 3600, cancellationToken: ct));
        await connection.ExecuteAsync(new(Plan, new { run, planned }, transaction, cancellationToken: ct));
        await IndicatorStore.PutAsync(transaction, Catalogue.Default, ct);
        await transaction.CommitAsync(ct);
        return (new(run, ruleset), planned);
    }

    /// <summary>Takes back all that a re-extraction has written. Jobs of it that are in hand end as too late.</summary>
    /// <returns>False where it is not under way.</returns>
    public async Task<bool> AbortAsync(int run, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await RunStore.HoldAloneAsync(transaction, ct);
        var (done, parked) = await connection.QuerySingleAsync<(long, long)>(new(RunStore.Outcome, new { run }, transaction, cancellationToken: ct));
        if (await connection.ExecuteAsync(new(Abort, new { run, done, parked }, transaction, cancellationToken: ct)) == 0)
            return false;
        await Undo.RunAsync(transaction, run, document: null, ct);
        await connection.ExecuteAsync(new(DropJobs, new { run }, transaction, commandTimeout: 3600, cancellationToken: ct));
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>Deletes what was retired by a run and those before it.</summary>
    /// <returns>How many claims.</returns>
    public async Task<long> PruneAsync(int before, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new("set statement_timeout = 0", cancellationToken: ct));
        return await connection.ExecuteScalarAsync<long>(new(Prune, new { before }, commandTimeout: 0, cancellationToken: ct));
    }

    static DynamicParameters Arguments(Selection selection, string current) => new(new
    {
        current, selection = selection.ToString(), all = selection.All, ruleset = selection.Ruleset,
        from = selection.From, to = selection.To, publication = selection.Publication, scope = selection.Scope,
    });
}

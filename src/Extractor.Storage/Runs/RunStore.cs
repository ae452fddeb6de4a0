using Dapper;
using Extractor.Core.Catalogues;
using Extractor.Storage.Catalogues;
using Npgsql;

namespace Extractor.Storage.Runs;

/// <summary>The generation that a program writes under.</summary>
public sealed record Run(int Id, string Ruleset);

/// <summary>The tables <c>runs</c>, <c>rulesets</c> and <c>publication</c>.</summary>
public sealed class RunStore(NpgsqlDataSource db)
{
    const string Lock = "select pg_advisory_xact_lock(7206421914)";

    const string PutRuleset = "insert into rulesets (ruleset) values (@ruleset) on conflict do nothing";

    const string Latest = "select run_id as id, ruleset from runs where state <> 'aborted' order by run_id desc limit 1";

    // With nothing published yet there is no older generation to protect: readers may watch the first one grow.
    const string Insert = """
        with run as (
          insert into runs (ruleset, state, published_at)
          select @ruleset, case when first then 'published' else 'running' end::run_state, case when first then now() end
          from (select not exists (select from publication) as first) p
          returning run_id, state
        ), shown as (
          insert into publication (run_id) select run_id from run where state = 'published'
        )
        select run_id from run
        """;

    // Work queued under an older ruleset is done by this one; a document already queued here need not be twice.
    const string Adopt = """
        update jobs j
        set run_id = @run
        where state = 'ready' and run_id < @run
          and not exists (select from jobs n where n.run_id = @run and n.document_id = j.document_id and n.version = j.version)
        """;

    const string Publish = """
        with complete as (
          select run_id from runs
          where run_id = @run and state = 'running'
            and not exists (select from jobs where run_id = @run and state in ('ready', 'leased'))
        ), shown as (
          update publication p set run_id = c.run_id from complete c where p.run_id < c.run_id
        )
        update runs r
        set state = 'published', published_at = now()
        from complete c
        where r.run_id = c.run_id
        """;

    /// <summary>The newest run where it is of this ruleset, else a new one, which takes over what older ones left undone.</summary>
    public async Task<Run> OpenAsync(string ruleset, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync(new(Lock, transaction: transaction, cancellationToken: ct));
        await connection.ExecuteAsync(new(PutRuleset, new { ruleset }, transaction, cancellationToken: ct));
        var latest = await connection.QuerySingleOrDefaultAsync<Run>(new(Latest, transaction: transaction, cancellationToken: ct));
        var run = latest is not null && latest.Ruleset == ruleset
            ? latest
            : new(await connection.ExecuteScalarAsync<int>(new(Insert, new { ruleset }, transaction, cancellationToken: ct)), ruleset);
        if (run != latest)
            await IndicatorStore.PutAsync(transaction, Catalogue.Default, ct);
        await connection.ExecuteAsync(new(Adopt, new { run = run.Id }, transaction, cancellationToken: ct));
        await transaction.CommitAsync(ct);
        return run;
    }

    /// <summary>Shows a run to the readers once nothing of it is left to do.</summary>
    /// <returns>Whether it was this call that did.</returns>
    public async Task<bool> TryPublishAsync(Run run, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.ExecuteAsync(new(Publish, new { run = run.Id }, cancellationToken: ct)) > 0;
    }
}

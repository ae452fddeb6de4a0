using Dapper;
using Extractor.Storage.Verifications;
using Npgsql;

namespace Extractor.Faults.Tests;

/// <summary>What must be so after any fault.</summary>
sealed class Oracle(NpgsqlDataSource db)
{
    /// <summary>Kept by the database itself in the transactions of the workers: what was committed, how often, and by whom.</summary>
    public const string Audit = """
        create table effects (job_id bigint not null, of_run integer not null, document_id uuid not null, worker text not null, at timestamptz not null default clock_timestamp());
        create table stores (document_id uuid not null, run_id integer not null, version bytea not null, ruleset text not null);

        create function put_effect() returns trigger language plpgsql as $$
        begin
          insert into effects (job_id, of_run, document_id, worker) values (old.job_id, old.of_run, old.document_id, old.worker);
          return null;
        end $$;
        create trigger effect after update on jobs for each row when (old.state = 'leased' and new.state = 'done') execute function put_effect();

        create function put_store() returns trigger language plpgsql as $$
        begin
          insert into stores (document_id, run_id, version, ruleset) values (new.document_id, new.run_id, new.version, new.ruleset);
          return null;
        end $$;
        create trigger store after insert on receipts for each row execute function put_store();
        -- Not where an aborted run gives back what was before.
        create trigger store_again after update on receipts for each row when (new.stored_at > old.stored_at) execute function put_store();
        """;

    // All columns of all claims and checks that readers see, but those that tell when they were made and by which ruleset;
    // and the run that readers see, of the same moment.
    const string Digest = """
        select (select run_id from publication) as run, coalesce(md5(string_agg(row, '' order by row)), '') as digest
        from (
          select md5((to_jsonb(c) - 'first_run' - 'retired_run' - 'ruleset' - 'duplicate')::text) from published_claims c where uri < @end
          union all
          select md5((to_jsonb(c) - 'first_run' - 'retired_run' - 'duplicate')::text) from published_checks c where uri < @end
        ) as rows (row)
        """;

    // Every row of what a run writes, whether or not readers see it.
    const string Everything = """
        select md5(string_agg(row, '' order by row))
        from (
          select md5(to_jsonb(c)::text) from claims c
          union all select md5(to_jsonb(c)::text) from checks c
          union all select md5(to_jsonb(a)::text) from articles a
          union all select md5(to_jsonb(r)::text) from receipts r
        ) as rows (row)
        """;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="documents">Only of the first so many pages of the corpus.</param>
    public async Task<string> DigestAsync(int documents = 99999) => (await PublishedAsync(documents)).Digest;

    public async Task<(int Run, string Digest)> PublishedAsync(int documents = 99999)
    {
        await using var connection = await db.OpenConnectionAsync(Ct);
        return await connection.QuerySingleAsync<(int, string)>(new(
            Digest, new { end = Corpus.Page(documents).Uri }, commandTimeout: 600, cancellationToken: Ct));
    }

    public Task<string> EverythingAsync() => AskAsync<string>(Everything);

    public async Task<T> AskAsync<T>(string question)
    {
        await using var connection = await db.OpenConnectionAsync(Ct);
        return (await connection.QuerySingleAsync<T>(new(question, commandTimeout: 600, cancellationToken: Ct)))!;
    }

    /// <param name="digest">Of an undisturbed run.</param>
    /// <param name="parked">The pages that should be parked, by name; all others are innocent.</param>
    public async Task AssertAsync(string digest, params string[] parked)
    {
        Assert.Equal(parked.Order(StringComparer.Ordinal), await ListAsync(
            "select name from jobs join documents using (document_id) where state = 'parked' order by name collate \"C\""));
        Assert.Empty(await ListAsync("select format('job %s is %s', job_id, state) from jobs where state in ('ready', 'leased')"));
        Assert.Empty(await ListAsync("select format('job %s was done %s times', job_id, count(*)) from effects group by job_id having count(*) > 1"));
        Assert.Empty(await ListAsync(
            "select format('%s was stored %s times in run %s', document_id, count(*), run_id) from stores group by document_id, run_id, version, ruleset having count(*) > 1"));
        Assert.Empty(await ListAsync("select format('job %s left no effect', job_id) from jobs j where state = 'done' and not exists (select from effects e where e.job_id = j.job_id)"));
        await foreach (var finding in Verification.RunAsync(db, isSettled: true, Ct))
            Assert.Equal((finding.Invariant, 0L, (string?)null), (finding.Invariant, finding.Broken, finding.Example));
        Assert.Equal(digest, await DigestAsync());
    }

    async Task<IEnumerable<string>> ListAsync(string question)
    {
        await using var connection = await db.OpenConnectionAsync(Ct);
        return await connection.QueryAsync<string>(new(question, commandTimeout: 600, cancellationToken: Ct));
    }
}

using Dapper;
using Npgsql;

namespace Extractor.Storage.Verifications;

/// <summary>One invariant, how many rows break it, and one of them.</summary>
public sealed record Finding(string Invariant, long Broken, string? Example);

/// <summary>Asks the database whether all that it should keep is so. Only reads; each invariant in one statement and so of one moment.</summary>
public static class Verification
{
    // Each statement gives the rows that break the invariant, as text. Where tables that do not go by document meet those that
    // do, they are joined: Citus asks nothing of the one row by row of the other.
    static readonly (string Invariant, string Sql)[] Invariants =
    [
        ("every quote is the slice of its document", """
            select format('%s [%s, %s)', document_id, span_start, span_end)
            from claims c
            where quote <> (
              select substring(v.text from c.span_start + 1 for c.span_end - c.span_start)
              from document_versions v where v.document_id = c.document_id and v.version = c.version)
            """),
        ("every claim has the text it was read from", """
            select format('%s %s', document_id, claim_key)
            from claims c
            where not exists (select from document_versions v where v.document_id = c.document_id and v.version = c.version)
            """),
        ("every receipt counts the claims that stand", """
            select format('%s: %s in the receipt, %s stand', r.document_id, r.claims, n.count)
            from receipts r
            cross join lateral (select count(*) from claims c where c.document_id = r.document_id and c.retired_run is null) n
            where r.claims <> n.count
            """),
        ("every receipt counts the articles that stand", """
            select format('%s: %s in the receipt, %s stand', r.document_id, r.articles, n.count)
            from receipts r
            cross join lateral (select count(*) from articles a where a.document_id = r.document_id and a.retired_run is null) n
            where r.articles <> n.count
            """),
        ("no claim stands without a receipt", """
            select distinct format('%s', document_id)
            from claims c
            where retired_run is null and not exists (select from receipts r where r.document_id = c.document_id)
            """),
        ("no claim stands twice", """
            select format('%s %s', document_id, claim_key)
            from claims where retired_run is null group by document_id, claim_key having count(*) > 1
            """),
        ("every check ties claims that stand with it", """
            select distinct format('%s %s', k.document_id, k.check_key)
            from (select document_id, check_key, unnest(claim_keys) as claim_key from checks where retired_run is null) k
            left join claims c on c.document_id = k.document_id and c.claim_key = k.claim_key and c.retired_run is null
            where c.document_id is null
            """),
        ("no run wrote beyond what readers see, but the one under way", """
            select format('%s first_run %s', document_id, first_run)
            from claims c
            where first_run > (select run_id from publication)
              and not exists (select from runs r where r.run_id = c.first_run and r.kind = 'reextraction' and r.state = 'running')
            """),
        ("an aborted run left no trace", """
            select distinct format('run %s', run_id)
            from (
              select run_id from runs r join claims c on c.first_run = run_id where r.state = 'aborted'
              union all select run_id from runs r join claims c on c.retired_run = run_id where r.state = 'aborted'
              union all select run_id from runs r join receipts using (run_id) where r.state = 'aborted'
              union all select r.run_id from runs r join jobs j on j.of_run = r.run_id where r.state = 'aborted'
            ) traces
            """),
        ("readers see a published run", """
            select format('run %s is %s', p.run_id, r.state) from publication p join runs r using (run_id) where r.state <> 'published'
            """),
        ("every document is read, waits, or is parked", """
            select format('%s (%s)', d.name, d.document_id)
            from documents d
            left join receipts r on r.document_id = d.document_id and r.version = d.version
            left join (
              select document_id, version from jobs where state in ('ready', 'leased', 'parked')
            ) j on j.document_id = d.document_id and j.version = d.version
            where r.document_id is null and j.document_id is null
            """),
        ("no lease is long overdue", """
            select format('job %s, worker %s, until %s', job_id, worker, lease_until)
            from jobs where state = 'leased' and lease_until < now() - interval '5 minutes'
            """),
        ("every duplicate has the text of the document that it repeats", """
            with d as materialized (select document_id, text_hash, duplicate_of from documents where duplicate_of is not null)
            select format('%s', d.document_id)
            from d join documents o on o.document_id = d.duplicate_of
            where d.text_hash <> o.text_hash or o.duplicate_of is not null
            """),
    ];

    static readonly (string Invariant, string Sql) Settled =
        ("every job is settled", "select format('job %s is %s', job_id, state) from jobs where state in ('ready', 'leased')");

    /// <param name="isSettled">Whether nothing should wait, as after a drain.</param>
    public static async IAsyncEnumerable<Finding> RunAsync(
        NpgsqlDataSource db, bool isSettled, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new("set statement_timeout = 0", cancellationToken: ct));
        foreach (var (invariant, sql) in isSettled ? [.. Invariants, Settled] : Invariants)
        {
            var (broken, example) = await connection.QuerySingleAsync<(long, string?)>(
                new($"select count(*), min(broken) from ({sql}) as found (broken)", commandTimeout: 0, cancellationToken: ct));
            yield return new(invariant, broken, example);
        }
    }
}

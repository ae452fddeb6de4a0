using Dapper;
using Npgsql;

namespace Extractor.Storage.Claims;

/// <summary>Which version of a document was read last, by which ruleset under which run, and a digest of all that was found.</summary>
sealed record Receipt(Guid Document, int Run, byte[] Version, string Ruleset, byte[] Digest, int Articles, int Claims)
{
    public bool Covers(byte[] version, string ruleset) => Ruleset == ruleset && Version.AsSpan().SequenceEqual(version);
}

/// <summary>The table <c>receipts</c>.</summary>
static class ReceiptStore
{
    const string Find = """
        select document_id as document, run_id as run, version, ruleset, digest, articles, claims
        from receipts where document_id = @document
        """;

    const string Put = """
        insert into receipts (document_id, run_id, version, ruleset, digest, articles, claims, stored_at)
        values (@Document, @Run, @Version, @Ruleset, @Digest, @Articles, @Claims, now())
        on conflict (document_id) do update
        set run_id = excluded.run_id, version = excluded.version, ruleset = excluded.ruleset, digest = excluded.digest,
            articles = excluded.articles, claims = excluded.claims, stored_at = excluded.stored_at,
            previous_run = null, previous_version = null, previous_ruleset = null, previous_digest = null,
            previous_articles = null, previous_claims = null, previous_stored_at = null
        """;

    // A re-extraction keeps the receipt of before beside its own, for the case that it is aborted.
    const string PutBeside = """
        update receipts
        set previous_run = run_id, previous_version = version, previous_ruleset = ruleset, previous_digest = digest,
            previous_articles = articles, previous_claims = claims, previous_stored_at = stored_at,
            run_id = @Run, version = @Version, ruleset = @Ruleset, digest = @Digest, articles = @Articles, claims = @Claims, stored_at = now()
        where document_id = @Document
        """;

    const string Renew = """
        update receipts
        set version = @Version, ruleset = @Ruleset, digest = @Digest, articles = @Articles, claims = @Claims, stored_at = now()
        where document_id = @Document
        """;

    public static Task<Receipt?> FindAsync(NpgsqlTransaction transaction, Guid document, CancellationToken ct) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<Receipt>(new(Find, new { document }, transaction, cancellationToken: ct));

    /// <param name="before">What the document had; null if nothing.</param>
    /// <param name="isLive">Whether the run is the one that readers see.</param>
    public static Task PutAsync(NpgsqlTransaction transaction, Receipt receipt, Receipt? before, bool isLive, CancellationToken ct) =>
        transaction.Connection!.ExecuteAsync(new(
            isLive || before is null ? Put : before.Run < receipt.Run ? PutBeside : Renew, receipt, transaction, cancellationToken: ct));
}

using Dapper;
using Extractor.Storage.Runs;
using Npgsql;

namespace Extractor.Storage.Claims;

/// <summary>Which version of a document was read last, by which ruleset under which run, and a digest of all that was found.</summary>
sealed record Receipt(Guid Document, int Run, byte[] Version, string Ruleset, byte[] Digest, int Articles, int Claims)
{
    public static Receipt Of(Run run, Findings one) =>
        new(one.Document, run.Id, one.Version, run.Ruleset, one.Digest, one.Articles.Count, one.Claims.Count);

    public bool Covers(byte[] version, string ruleset) => Ruleset == ruleset && Version.AsSpan().SequenceEqual(version);
}

/// <summary>The table <c>receipts</c>.</summary>
static class ReceiptStore
{
    const string Find = """
        select document_id as document, run_id as run, version, ruleset, digest, articles, claims
        from receipts where document_id = any(@documents)
        """;

    const string New = """
        from unnest(@documents, @versions, @digests, @articles, @claims) as n (document_id, version, digest, articles, claims)
        """;

    const string Put = $"""
        insert into receipts (document_id, run_id, version, ruleset, digest, articles, claims, stored_at)
        select document_id, @run, version, @ruleset, digest, articles, claims, now() {New}
        on conflict (document_id) do update
        set run_id = excluded.run_id, version = excluded.version, ruleset = excluded.ruleset, digest = excluded.digest,
            articles = excluded.articles, claims = excluded.claims, stored_at = excluded.stored_at,
            previous_run = null, previous_version = null, previous_ruleset = null, previous_digest = null,
            previous_articles = null, previous_claims = null, previous_stored_at = null
        """;

    // A re-extraction keeps the receipt of before beside its own, for the case that it is aborted.
    const string PutBeside = $"""
        update receipts r
        set previous_run = r.run_id, previous_version = r.version, previous_ruleset = r.ruleset, previous_digest = r.digest,
            previous_articles = r.articles, previous_claims = r.claims, previous_stored_at = r.stored_at,
            run_id = @run, version = n.version, ruleset = @ruleset, digest = n.digest, articles = n.articles, claims = n.claims, stored_at = now()
        {New}
        where r.document_id = n.document_id and r.document_id = any(@documents)
        """;

    const string Renew = $"""
        update receipts r
        set version = n.version, ruleset = @ruleset, digest = n.digest, articles = n.articles, claims = n.claims, stored_at = now()
        {New}
        where r.document_id = n.document_id and r.document_id = any(@documents)
        """;

    public static async Task<Dictionary<Guid, Receipt>> FindAsync(NpgsqlTransaction transaction, Guid[] documents, CancellationToken ct) =>
        (await transaction.Connection!.QueryAsync<Receipt>(new(Find, new { documents }, transaction, cancellationToken: ct))).ToDictionary(receipt => receipt.Document);

    /// <param name="receipts">All of one run and ruleset.</param>
    /// <param name="before">What documents had.</param>
    /// <param name="isLive">Whether the run is the one that readers see.</param>
    public static async Task PutAsync(
        NpgsqlTransaction transaction, IReadOnlyList<Receipt> receipts, IReadOnlyDictionary<Guid, Receipt> before, bool isLive, CancellationToken ct)
    {
        string Statement(Receipt receipt) =>
            isLive || !before.TryGetValue(receipt.Document, out var old) ? Put : old.Run < receipt.Run ? PutBeside : Renew;
        foreach (var group in receipts.GroupBy(Statement))
            await transaction.Connection!.ExecuteAsync(new(group.Key, new
            {
                run = receipts[0].Run,
                ruleset = receipts[0].Ruleset,
                documents = group.Select(receipt => receipt.Document).ToArray(),
                versions = group.Select(receipt => receipt.Version).ToArray(),
                digests = group.Select(receipt => receipt.Digest).ToArray(),
                articles = group.Select(receipt => receipt.Articles).ToArray(),
                claims = group.Select(receipt => receipt.Claims).ToArray(),
            }, transaction, cancellationToken: ct));
    }
}

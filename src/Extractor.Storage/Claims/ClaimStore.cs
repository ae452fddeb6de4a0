using Dapper;
using Extractor.Storage.Checks;
using Extractor.Storage.Runs;
using Npgsql;

namespace Extractor.Storage.Claims;

/// <summary>What storing findings changed.</summary>
public sealed record Stored(int Added, int Retired)
{
    public static Stored Nothing { get; } = new(0, 0);
}

/// <summary>
/// The tables <c>articles</c>, <c>claims</c> and <c>receipts</c>. Only differences are written: a claim that still
/// stands keeps its row, a new one gets its first run, one that is gone its retiring run. Every statement is about all
/// documents of a batch, since it is the number of statements that makes short documents dear; and each names them by
/// themselves, so that Citus can tell that those of one document are about one shard.
/// </summary>
public static class ClaimStore
{
    // The row locks make two jobs of one document take turns; they come after the jobs' own and before the claims', and in
    // one order, so that two batches wait for each other and not in a ring.
    const string LockDocuments = """
        select document_id, version from documents where document_id = any(@documents) order by document_id for no key update
        """;

    // A page that came in and was read by another ruleset than the re-extraction's is read by that one as well; once more
    // where it had read this version already and that was taken back (a page corrected and corrected back).
    const string Remind = """
        insert into jobs (run_id, document_id, version)
        select @reextraction, document_id, version
        from unnest(@documents, @versions) as d (document_id, version)
        order by document_id
        on conflict (document_id, version, of_run) do update
        set state = 'ready', attempts = 0, crashes = 0, run_at = now(), finished_at = null, error = null
        where jobs.state in ('done', 'cancelled')
        """;

    const string Standing = """
        select document_id as document, claim_key as key, digest from claims where document_id = any(@documents) and retired_run is null
        """;

    const string Retire = """
        update claims c
        set retired_run = @run
        from unnest(@documents, @keys) as gone (document_id, claim_key)
        where c.document_id = gone.document_id and c.claim_key = gone.claim_key and c.retired_run is null and c.document_id = any(@documents)
        """;

    /// <summary>Stores what was read out of documents, within the transaction that ends their jobs.</summary>
    /// <param name="frontier">Held by the transaction from before the jobs' rows were locked.</param>
    /// <param name="reextraction">The run that the jobs are part of; null for pages that came in.</param>
    /// <param name="findings">Of different documents.</param>
    /// <returns>
    /// What changed, document by document. One that is missing came too late and is not stored: it has a newer version, or
    /// the re-extraction is over.
    /// </returns>
    public static async Task<IReadOnlyDictionary<Guid, Stored>> PutAsync(
        NpgsqlTransaction transaction, Frontier frontier, int? reextraction, string ruleset, IReadOnlyList<Findings> findings, CancellationToken ct)
    {
        var stored = new Dictionary<Guid, Stored>();
        if (reextraction is not null && reextraction != frontier.Reextraction)
            return stored;
        var run = new Run(reextraction ?? frontier.Live, ruleset);
        var timely = await LockAsync(transaction, findings, ct);
        var receipts = await ReceiptStore.FindAsync(transaction, Documents(timely), ct);
        if (reextraction is null)
            receipts = await TakeBackAsync(transaction, run, receipts, ct);
        bool IsOwed(Findings one) =>
            !(receipts.TryGetValue(one.Document, out var receipt) && receipt.Covers(one.Version, ruleset) && (reextraction is null || receipt.Run == run.Id));
        var owed = timely.FindAll(IsOwed);
        foreach (var one in timely)
            stored[one.Document] = Stored.Nothing;
        if (owed.Count == 0)
            return stored;

        if (reextraction is null && frontier.Reextraction is { } beside && frontier.ReextractionRuleset != ruleset)
            await transaction.Connection!.ExecuteAsync(new(
                Remind, new { reextraction = beside, documents = Documents(owed), versions = owed.ConvertAll(one => one.Version) }, transaction, cancellationToken: ct));
        var changed = owed.FindAll(one => !receipts.TryGetValue(one.Document, out var receipt) || !receipt.Digest.AsSpan().SequenceEqual(one.Digest));
        if (changed.Count > 0)
            await PutDifferencesAsync(transaction, run, changed, receipts, stored, ct);
        await ReceiptStore.PutAsync(
            transaction, owed.ConvertAll(one => Receipt.Of(run, one)), receipts, isLive: reextraction is null, ct);
        return stored;
    }

    /// <returns>Those whose documents still have the version that was read.</returns>
    static async Task<List<Findings>> LockAsync(NpgsqlTransaction transaction, IReadOnlyList<Findings> findings, CancellationToken ct)
    {
        var versions = (await transaction.Connection!.QueryAsync<(Guid Document, byte[] Version)>(
            new(LockDocuments, new { documents = Documents(findings) }, transaction, cancellationToken: ct))).ToDictionary();
        return [.. findings.Where(one => versions.TryGetValue(one.Document, out var version) && version.AsSpan().SequenceEqual(one.Version))];
    }

    // A page corrected while a re-extraction has read its old version: what that made of it was never seen, and goes.
    static async Task<Dictionary<Guid, Receipt>> TakeBackAsync(
        NpgsqlTransaction transaction, Run run, Dictionary<Guid, Receipt> receipts, CancellationToken ct)
    {
        var unseen = receipts.Values.Where(receipt => receipt.Run > run.Id).ToList();
        foreach (var receipt in unseen)
            await Undo.RunAsync(transaction, receipt.Run, receipt.Document, ct);
        return unseen.Count == 0 ? receipts : await ReceiptStore.FindAsync(transaction, [.. receipts.Keys], ct);
    }

    static async Task PutDifferencesAsync(
        NpgsqlTransaction transaction, Run run, List<Findings> findings, Dictionary<Guid, Receipt> receipts, Dictionary<Guid, Stored> stored, CancellationToken ct)
    {
        var connection = transaction.Connection!;
        // Nothing stands of a document without a receipt.
        Guid[] again = [.. Documents(findings).Where(receipts.ContainsKey)];
        var standing = again.Length == 0 ? [] : (await connection.QueryAsync<(Guid Document, Guid Key, Guid Digest)>(new(Standing, new { documents = again }, transaction, cancellationToken: ct)))
            .ToDictionary(row => (row.Document, row.Key), row => row.Digest);
        var added = new List<ClaimRow>();
        foreach (var one in findings)
        {
            var before = added.Count;
            foreach (var row in one.Claims)
                if (!standing.TryGetValue((one.Document, row.Key), out var digest) || digest != row.Digest)
                    added.Add(row);
                else
                    standing.Remove((one.Document, row.Key));
            stored[one.Document] = new(added.Count - before, 0);
        }
        foreach (var gone in standing.Keys.CountBy(key => key.Document))
            stored[gone.Key] = stored[gone.Key] with { Retired = gone.Value };
        if (standing.Count > 0)
            await connection.ExecuteAsync(new(Retire, new
            {
                run = run.Id, documents = standing.Keys.Select(key => key.Document).ToArray(), keys = standing.Keys.Select(key => key.Key).ToArray(),
            }, transaction, cancellationToken: ct));
        await ClaimRows.WriteAsync(transaction, run, added, again.ToHashSet(), ct);
        await ArticleRows.PutAsync(transaction, run, findings, again, ct);
        await CheckStore.PutAsync(transaction, run, again, [.. findings.SelectMany(one => one.Checks)], ct);
    }

    static Guid[] Documents(IReadOnlyList<Findings> findings) => [.. findings.Select(one => one.Document)];
}

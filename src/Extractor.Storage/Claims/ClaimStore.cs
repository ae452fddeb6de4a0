using Dapper;
using Extractor.Core.Claims;
using Extractor.Storage.Checks;
using Extractor.Storage.Runs;
using Npgsql;

namespace Extractor.Storage.Claims;

/// <summary>What storing an extraction changed.</summary>
public sealed record Stored(int Added, int Retired)
{
    public static Stored Nothing { get; } = new(0, 0);
}

/// <summary>
/// The tables <c>articles</c>, <c>claims</c> and <c>receipts</c>. Only differences are written: a claim that still
/// stands keeps its row, a new one gets its first run, one that is gone its retiring run.
/// </summary>
public static class ClaimStore
{
    // The row lock makes two jobs of one document take turns; it comes after the job's own and before the claims'.
    const string LockDocument = "select version from documents where document_id = @document for no key update";

    // A page that came in and was read by another ruleset than the re-extraction's is read by that one as well; once more
    // where it had read this version already and that was taken back (a page corrected and corrected back).
    const string Remind = """
        insert into jobs (run_id, document_id, version)
        values (@reextraction, @document, @version)
        on conflict (document_id, version, of_run) do update
        set state = 'ready', attempts = 0, crashes = 0, run_at = now(), finished_at = null, error = null
        where jobs.state in ('done', 'cancelled')
        """;

    const string Current = """
        select claim_key as key, digest from claims where document_id = @document and retired_run is null
        """;

    const string Retire = """
        update claims set retired_run = @run
        where document_id = @document and retired_run is null and claim_key = any(@keys)
        """;

    const string RetireArticles = """
        update articles set retired_run = @run
        where document_id = @document and retired_run is null
          and not exists (
            select from unnest(@starts, @ends) as kept (span_start, span_end)
            where kept.span_start = articles.span_start and kept.span_end = articles.span_end)
        """;

    const string InsertArticles = """
        insert into articles (document_id, span_start, span_end, headline_start, headline_end, first_run)
        select @document, a.span_start, a.span_end, a.headline_start, a.headline_end, @run
        from unnest(@starts, @ends, @headlineStarts, @headlineEnds) as a (span_start, span_end, headline_start, headline_end)
        where not exists (
          select from articles k
          where k.document_id = @document and k.span_start = a.span_start and k.span_end = a.span_end and k.retired_run is null)
        on conflict (document_id, span_start, span_end, first_run) do update
        set retired_run = null, headline_start = excluded.headline_start, headline_end = excluded.headline_end
        """;

    /// <summary>Stores what was read out of a document's version, within the transaction that ends its job.</summary>
    /// <param name="frontier">Held by the transaction from before the job's row was locked.</param>
    /// <param name="reextraction">The run that the job is part of; null for a page that came in.</param>
    /// <returns>Null where it came too late: the document has a newer version, or the re-extraction is over.</returns>
    public static async Task<Stored?> PutAsync(
        NpgsqlTransaction transaction, Frontier frontier, int? reextraction, string ruleset, Guid document, byte[] version, Extraction extraction, CancellationToken ct)
    {
        var connection = transaction.Connection!;
        if (reextraction is not null && reextraction != frontier.Reextraction)
            return null;
        var run = new Run(reextraction ?? frontier.Live, ruleset);
        var current = await connection.ExecuteScalarAsync<byte[]>(new(LockDocument, new { document }, transaction, cancellationToken: ct));
        if (current is null || !current.AsSpan().SequenceEqual(version))
            return null;
        var receipt = await ReceiptStore.FindAsync(transaction, document, ct);
        // A page corrected while a re-extraction has read its old version: what that made of it was never seen, and goes.
        if (reextraction is null && receipt?.Run > run.Id)
        {
            await Undo.RunAsync(transaction, receipt.Run, document, ct);
            receipt = await ReceiptStore.FindAsync(transaction, document, ct);
        }
        if (receipt?.Covers(version, ruleset) == true && (reextraction is null || receipt.Run == run.Id))
            return Stored.Nothing;
        if (reextraction is null && frontier.Reextraction is { } beside && frontier.ReextractionRuleset != ruleset)
            await connection.ExecuteAsync(new(Remind, new { reextraction = beside, document, version }, transaction, cancellationToken: ct));

        var rows = extraction.Claims.Select(claim => new ClaimRow(claim)).DistinctBy(row => row.Key).ToList();
        var checks = CheckRow.Of(extraction);
        var digest = ClaimIdentity.Digest(rows.Select(row => row.Digest), extraction.Articles, checks.Select(row => row.Key));
        var stored = receipt is not null && receipt.Digest.AsSpan().SequenceEqual(digest)
            ? Stored.Nothing
            : await PutDifferencesAsync(transaction, run, document, version, rows, extraction.Articles, checks, ct);
        await ReceiptStore.PutAsync(
            transaction, new(document, run.Id, version, ruleset, digest, extraction.Articles.Count, rows.Count), receipt, isLive: reextraction is null, ct);
        return stored;
    }

    static async Task<Stored> PutDifferencesAsync(
        NpgsqlTransaction transaction, Run run, Guid document, byte[] version,
        List<ClaimRow> rows, IReadOnlyList<Article> articles, List<CheckRow> checks, CancellationToken ct)
    {
        var connection = transaction.Connection!;
        var standing = (await connection.QueryAsync<(Guid Key, Guid Digest)>(
            new(Current, new { document }, transaction, cancellationToken: ct))).ToDictionary();
        var added = rows.FindAll(row => !standing.TryGetValue(row.Key, out var digest) || digest != row.Digest);
        foreach (var row in rows)
            if (standing.TryGetValue(row.Key, out var digest) && digest == row.Digest)
                standing.Remove(row.Key);
        if (standing.Count > 0)
            await connection.ExecuteAsync(new(
                Retire, new { document, run = run.Id, keys = standing.Keys.ToArray() }, transaction, cancellationToken: ct));
        await ClaimRows.InsertAsync(transaction, run, document, version, added, ct);

        var spans = new
        {
            document,
            run = run.Id,
            starts = articles.Select(a => a.Span.Start).ToArray(),
            ends = articles.Select(a => a.Span.End).ToArray(),
            headlineStarts = articles.Select(a => a.Headline?.Start).ToArray(),
            headlineEnds = articles.Select(a => a.Headline?.End).ToArray(),
        };
        await connection.ExecuteAsync(new(RetireArticles, spans, transaction, cancellationToken: ct));
        await connection.ExecuteAsync(new(InsertArticles, spans, transaction, cancellationToken: ct));
        await CheckStore.PutAsync(transaction, run, document, checks, ct);
        return new(added.Count, standing.Count);
    }
}

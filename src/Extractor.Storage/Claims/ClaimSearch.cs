using System.Runtime.CompilerServices;
using Dapper;
using Extractor.Core.Catalogues;
using Extractor.Storage.Catalogues;
using Npgsql;

namespace Extractor.Storage.Claims;

/// <summary>Claims as readers look for them.</summary>
public sealed class ClaimSearch(NpgsqlDataSource db)
{
    const string Published = "select run_id from publication";

    const string Edition = "select run_id, ruleset from publication join runs using (run_id)";

    const string One = $"""
        select {StoredClaim.Columns}
        from {StoredClaim.Tables}
        where c.document_id = @document and c.claim_key = @key and {StoredClaim.OfRun}
        """;

    const string Document = $"""
        select {StoredClaim.Columns}
        from {StoredClaim.Tables}
        where c.document_id = @document and {StoredClaim.OfRun}
        order by c.span_start, c.span_end, c.claim_key
        """;

    // Each text is unpacked once, however many of the claims stand in it. A sentence may be as long as its page.
    const string Sentences = """
        with texts as materialized (
          select document_id, version, text || '' as text, octet_length(wide_characters(text)) > 0 as is_wide
          from document_versions
          where (document_id, version) in (select d, v from unnest(@documents, @versions) as asked (d, v))
        )
        select substring(t.text from s.start + 1 for s.stop - s.start),
               case when t.is_wide then char_length(wide_characters(left(t.text, s.span))) else 0 end
        from unnest(@documents, @versions, @starts, @ends, @spans) with ordinality as s (document_id, version, start, stop, span, place)
        join texts t on t.document_id = s.document_id and t.version = s.version
        order by s.place
        """;

    /// <summary>How much of a sentence is given on both sides of its quote, in code points.</summary>
    public const int Around = 300;

    /// <summary>The run that readers see, and its ruleset; null in an empty database.</summary>
    public async Task<(int? Run, string? Ruleset)> FindPublishedAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<(int?, string?)>(new(Edition, cancellationToken: ct));
    }

    /// <param name="atRun">Null for the run that readers see.</param>
    public async Task<ClaimPage> FindAsync(ClaimFilter filter, ClaimOrder order, ClaimPlace? after, int limit, CancellationToken ct, int? atRun = null)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        if ((after?.Run ?? atRun ?? await connection.ExecuteScalarAsync<int?>(new(Published, cancellationToken: ct))) is not { } run)
            return new([], null);
        var conditions = await WhereAsync(connection, filter, ct);
        var (next, sort) = order == ClaimOrder.Text
            ? ("c.document_id >= @document_after and (c.document_id, c.span_start, c.claim_key) > (@document_after, @start_after, @key_after)",
               "c.document_id, c.span_start, c.claim_key")
            : ("""
               (c.period_end < @period_after or c.period_end is null and @period_after is not null
                or c.period_end is not distinct from @period_after and (c.document_id, c.span_start, c.claim_key) > (@document_after, @start_after, @key_after))
               """,
               "c.period_end desc nulls last, c.document_id, c.span_start, c.claim_key");
        if (after is not null)
            conditions.With("document_after", after.Document).With("start_after", after.Start).With("key_after", after.Key)
                .With("period_after", after.PeriodEnd).Always(next);
        // The page is found among claims alone: the join with versions, by two columns that depend on each other, would be
        // estimated at next to nothing, and an order that an index gives would be sorted anew.
        var found = await connection.QueryAsync<StoredClaim>(new($"""
            select {StoredClaim.Columns}
            from (
              select c.*
              from claims c
              join documents d using (document_id)
              where {StoredClaim.OfRun}
                and {conditions.Sql}
              order by {sort}
              limit @limit
            ) c
            join documents d using (document_id)
            join document_versions v on v.document_id = c.document_id and v.version = c.version
            order by {sort}
            """, conditions.With("run", run).With("limit", limit + 1).Parameters, cancellationToken: ct));
        var claims = found.AsList();
        var more = claims.Count > limit;
        if (more)
            claims.RemoveAt(limit);
        return new(
            await QuoteAsync(connection, claims, ct),
            more ? new(run, claims[^1].PeriodEnd, claims[^1].DocumentId, claims[^1].SpanStart, claims[^1].ClaimKey) : null);
    }

    /// <summary>All that match, page by page: no snapshot is held open, and all pages show the same run.</summary>
    public async IAsyncEnumerable<StoredClaim> StreamAsync(ClaimFilter filter, [EnumeratorCancellation] CancellationToken ct, int? atRun = null, int pageSize = 1000)
    {
        ClaimPlace? after = null;
        do
        {
            var page = await FindAsync(filter, ClaimOrder.Text, after, pageSize, ct, atRun);
            foreach (var claim in page.Claims)
                yield return claim;
            after = page.Next;
        }
        while (after is not null);
    }

    public async Task<StoredClaim?> FindOneAsync(Guid document, Guid key, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var run = await connection.ExecuteScalarAsync<int?>(new(Published, cancellationToken: ct));
        var claim = await connection.QuerySingleOrDefaultAsync<StoredClaim>(new(One, new { document, key, run }, cancellationToken: ct));
        return claim is null ? null : (await QuoteAsync(connection, [claim], ct))[0];
    }

    /// <summary>The claims of a document in the order of its text, without their sentences and their places in UTF-16.</summary>
    public async Task<IReadOnlyList<StoredClaim>> OfDocumentAsync(Guid document, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var run = await connection.ExecuteScalarAsync<int?>(new(Published, cancellationToken: ct));
        return (await connection.QueryAsync<StoredClaim>(new(Document, new { document, run }, cancellationToken: ct))).AsList();
    }

    static async Task<Conditions> WhereAsync(NpgsqlConnection connection, ClaimFilter filter, CancellationToken ct)
    {
        var conditions = new Conditions()
            .If(filter.Unit is { } unit ? new[] { unit, $"{{{unit}}}" } : null, "units", "c.unit = any(@units)")
            .If(filter.From, "from", "c.period_end >= @from")
            .If(filter.To, "to", "c.period_end <= @to")
            .If(filter.Publication, "publication", "(select v.publication from document_versions v where v.document_id = c.document_id and v.version = c.version) = @publication")
            .If(filter.Source, "source", "d.source = @source")
            .If(filter.Status, "status", "c.status = @status::claim_status")
            .If(filter.Measure, "measure", "c.measure = @measure::claim_measure")
            .If(filter.MinConfidence, "confidence", "c.confidence >= @confidence")
            .If(filter.Document, "document", "c.document_id = @document")
            .If(filter.DocumentName, "name", "d.name = @name");
        if (!filter.Duplicates && filter.Document is null && filter.DocumentName is null)
            conditions.Always("d.duplicate_of is null");
        if (filter.Indicator is { } indicator)
            Subject.Add(conditions, indicator, Catalogue.Default);
        if (filter.Scope is { } scope)
            Subject.AddScope(conditions, scope);
        var number = 0;
        foreach (var word in filter.Text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            var (indicators, scopes) = (await NameSearch.IndicatorsAsync(connection, word, ct), await NameSearch.ScopesAsync(connection, word, ct));
            conditions.With($"indicators{number}", indicators).With($"scopes{number}", scopes).With($"pattern{number}", Conditions.Like(word));
            // A word of very many names stands in so many claims that reading on until a page is full is the shorter way.
            var inIndicator = indicators.Length > NameSearch.Most ? $"c.indicator ilike @pattern{number}" : $"c.indicator = any(@indicators{number})";
            conditions.Always((indicators.Length, scopes.Length) switch
            {
                (0, 0) => "false",
                (_, 0) => inIndicator,
                (0, _) => $"c.scope = any(@scopes{number})",
                _ => $"({inIndicator} or c.scope = any(@scopes{number}))",
            });
            number++;
        }
        return conditions;
    }

    static async Task<IReadOnlyList<StoredClaim>> QuoteAsync(NpgsqlConnection connection, List<StoredClaim> claims, CancellationToken ct)
    {
        if (claims.Count == 0)
            return claims;
        var sentences = (await connection.QueryAsync<(string Sentence, int Wide)>(new(Sentences, new
        {
            documents = claims.Select(claim => claim.DocumentId).ToArray(),
            versions = claims.Select(claim => claim.Version).ToArray(),
            starts = claims.Select(claim => Math.Max(claim.SentenceStart, claim.SpanStart - Around)).ToArray(),
            ends = claims.Select(claim => Math.Min(claim.SentenceEnd, claim.SpanEnd + Around)).ToArray(),
            spans = claims.Select(claim => claim.SpanStart).ToArray(),
        }, cancellationToken: ct))).AsList();
        return [.. claims.Zip(sentences, (claim, found) => claim with { Sentence = found.Sentence, Utf16Start = claim.SpanStart + found.Wide })];
    }
}

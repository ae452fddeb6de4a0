using Extractor.Core.Claims;
using Extractor.Core.Comparisons;
using Npgsql;
using NpgsqlTypes;

namespace Extractor.Storage.Evidence;

/// <summary>Looks for published claims that may bear on a pasted one. Every look-up is bounded, whatever is stored or asked.</summary>
static class EvidenceStore
{
    const int MostNames = 30;

    // A name's pairs are counted among those of the question only for so many names.
    const string Names = """
        select name
        from (
          select name from indicator_names
          where bigrams(name) && @pairs and char_length(name) between @shortest and @longest
          limit 3000
        ) n
        order by (select count(*) from unnest(@pairs) pair where strpos(lower(name), pair) > 0) desc, char_length(name), name
        limit @most
        """;

    // One index read for each kind of indicator and scope, so that none of them crowds out another: what is most often asked,
    // the same indicator and scope, is found though a thousand counties have the same. The scope may be unsaid on either side.
    static readonly string Candidates = $"""
        select {FoundClaimRow.Columns}
        from (
          {string.Join("\n  union\n  ", from key in (string[])["c.indicator_id = @id", "c.indicator = any(@names)"] from part in Scopes select Part(key, part.Scope, part.Limit))}
        ) k
        join claims c using (document_id, claim_key, first_run)
        join documents d using (document_id)
        join document_versions v on v.document_id = c.document_id and v.version = c.version
        """;

    static (string Scope, int Limit)[] Scopes =>
        [("c.scope = any(@same)", 200), ("c.scope = any(@wider)", 100), ("c.scope is null", 50), ("@anywhere and c.scope is not null", 200)];

    static string Part(string key, string scope, int limit) => $"""
        (select c.document_id, c.claim_key, c.first_run
           from publication p
           join claims c on c.first_run <= p.run_id and (c.retired_run is null or c.retired_run > p.run_id)
           join documents d using (document_id)
           where {key} and {scope} and c.measure = @measure::claim_measure and d.duplicate_of is null
             and (@start::date is null or c.period_end is null or c.period_end >= @start and c.period_start <= @end)
           order by (c.period_start = @start and c.period_end = @end) desc nulls last, (c.period_end = @end) desc nulls last, c.period_end desc nulls last, c.confidence desc, c.document_id, c.claim_key
           limit {limit})
        """;

    /// <summary>How much of a sentence is read before and after the quote: a page may be one sentence. Code points, as everywhere.</summary>
    public const int MostAround = 200;

    const string Sentences = """
        select coalesce(substring(v.text from s.from_point + 1 for s.to_point - s.from_point), '')
        from unnest(@documents, @keys) with ordinality as k (document_id, claim_key, place)
        join lateral (
          select c.document_id, c.version,
                 greatest(c.sentence_start, c.span_start - @around) as from_point, least(greatest(c.sentence_end, c.span_end), c.span_end + @around) as to_point
          from publication p
          join claims c on c.first_run <= p.run_id and (c.retired_run is null or c.retired_run > p.run_id)
          where c.document_id = k.document_id and c.claim_key = k.claim_key
        ) s on true
        join document_versions v on v.document_id = s.document_id and v.version = s.version
        order by k.place
        """;

    /// <summary>Names that are like the one searched for, the likest first.</summary>
    public static async Task<IReadOnlyList<string>> FindNamesAsync(NpgsqlConnection connection, IndicatorSearch search, CancellationToken ct)
    {
        if (search.Pairs.Count == 0)
            return [];
        await using var command = new NpgsqlCommand(Names, connection);
        command.Parameters.AddWithValue("pairs", search.Pairs.ToArray());
        command.Parameters.AddWithValue("shortest", search.Shortest);
        command.Parameters.AddWithValue("longest", search.Longest);
        command.Parameters.AddWithValue("most", MostNames);
        var names = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            names.Add(reader.GetString(0));
        return names;
    }

    /// <summary>Claims of an indicator by id or one of these names, in the claim's scope and those above and below it, whose period overlaps.</summary>
    public static async Task<IReadOnlyList<FoundClaim>> FindAsync(
        NpgsqlConnection connection, Claim pasted, string? id, IReadOnlyCollection<string> names, CancellationToken ct)
    {
        var family = ScopeFamily.Of(pasted);
        await using var command = new NpgsqlCommand(Candidates, connection);
        command.Parameters.AddWithValue("id", NpgsqlDbType.Text, (object?)id ?? DBNull.Value);
        command.Parameters.AddWithValue("names", names.ToArray());
        command.Parameters.AddWithValue("same", family.Same.ToArray());
        command.Parameters.AddWithValue("wider", family.Above.Concat(family.Below).ToArray());
        command.Parameters.AddWithValue("anywhere", pasted.Scope is null);
        command.Parameters.AddWithValue("measure", pasted.Measure.Code());
        command.Parameters.AddWithValue("start", NpgsqlDbType.Date, (object?)pasted.Period?.Start ?? DBNull.Value);
        command.Parameters.AddWithValue("end", NpgsqlDbType.Date, (object?)pasted.Period?.End ?? DBNull.Value);
        var found = new List<FoundClaim>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            found.Add(FoundClaimRow.Read(reader));
        return found;
    }

    /// <summary>The sentences that state these claims, in their order.</summary>
    public static async Task<IReadOnlyList<string>> ReadSentencesAsync(NpgsqlConnection connection, IReadOnlyList<FoundClaim> claims, CancellationToken ct)
    {
        if (claims.Count == 0)
            return [];
        await using var command = new NpgsqlCommand(Sentences, connection);
        command.Parameters.AddWithValue("around", MostAround);
        command.Parameters.AddWithValue("documents", claims.Select(claim => claim.DocumentId).ToArray());
        command.Parameters.AddWithValue("keys", claims.Select(claim => claim.Key).ToArray());
        var sentences = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            sentences.Add(reader.GetString(0));
        return sentences;
    }
}

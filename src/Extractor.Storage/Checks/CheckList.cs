using Dapper;
using Npgsql;

namespace Extractor.Storage.Checks;

/// <summary>A check as people look at it.</summary>
public record CheckSummary
{
    public Guid CheckKey { get; init; }

    public string Kind { get; init; } = "";

    public string Outcome { get; init; } = "";

    /// <summary>Exact, as are what was found and the tolerance.</summary>
    public string Expected { get; init; } = "";

    public string Found { get; init; } = "";

    public string Tolerance { get; init; } = "";

    public string Unit { get; init; } = "";

    public string Explanation { get; init; } = "";

    /// <summary>Keys of the document's claims, in the order of the text.</summary>
    public Guid[] Claims { get; init; } = [];
}

/// <summary>A check that failed, with the document whose claims do not fit.</summary>
public sealed record Disagreement : CheckSummary
{
    public Guid DocumentId { get; init; }

    public string Document { get; init; } = "";
}

/// <summary>The view <c>published_checks</c>.</summary>
public sealed class CheckList(NpgsqlDataSource db)
{
    const string Columns = """
        check_key as checkkey, kind::text as kind, outcome::text as outcome, trim_scale(expected)::text as expected,
        trim_scale(found)::text as found, trim_scale(tolerance)::text as tolerance, unit, explanation, claim_keys as claims
        """;

    const string Sql = $"""
        select {Columns}
        from published_checks
        where document_id = @document
        order by outcome desc, kind, check_key
        """;

    const string Disagreements = $"""
        select {Columns}, document_id as documentid, document
        from published_checks
        where outcome = 'disagrees' and not duplicate
        order by first_run desc, document_id, check_key
        limit @limit
        """;

    /// <summary>Checks that failed, those of the newest run first.</summary>
    public async Task<IReadOnlyList<Disagreement>> DisagreementsAsync(int limit, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<Disagreement>(new(Disagreements, new { limit }, cancellationToken: ct))).AsList();
    }

    /// <summary>Those that disagree first.</summary>
    public async Task<IReadOnlyList<CheckSummary>> OfDocumentAsync(Guid document, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<CheckSummary>(new(Sql, new { document }, cancellationToken: ct))).AsList();
    }
}

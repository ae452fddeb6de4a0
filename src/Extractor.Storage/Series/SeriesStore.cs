using Dapper;
using Extractor.Core.Catalogues;
using Extractor.Storage.Catalogues;
using Npgsql;

namespace Extractor.Storage.Series;

/// <summary>Which points are wanted. What is null is not asked for.</summary>
/// <param name="Indicator">An id of the catalogue, or a name.</param>
/// <param name="Scope">A name, or the six-digit code of a division.</param>
public sealed record SeriesFilter(
    string? Indicator = null, string? Scope = null, string? Unit = null, string? Measure = null, string? Direction = null, string? Basis = null,
    string? Status = null, DateOnly? From = null, DateOnly? To = null, decimal? MinConfidence = null);

/// <summary>What makes the points of a series comparable, and how many there are.</summary>
/// <param name="Key">Tells series apart; nothing else is to be read from it.</param>
public sealed record SeriesSummary(
    string? IndicatorId, string Indicator, string? Scope, string? ScopeCode, string Measure, string Unit, string? Direction, string? Basis, string Status,
    long Points, DateOnly First, DateOnly Last, string Key);

/// <summary>The last series of a page.</summary>
public sealed record SeriesPlace(long Points, string Key);

/// <summary>One claim as a point of its series.</summary>
public sealed record SeriesPoint
{
    public string? IndicatorId { get; init; }

    /// <summary>The catalogue's name, else the page's words.</summary>
    public string Indicator { get; init; } = "";

    public string? Scope { get; init; }

    public string? ScopeCode { get; init; }

    public string Measure { get; init; } = "";

    public string Unit { get; init; } = "";

    public string? Direction { get; init; }

    public string? Basis { get; init; }

    public string Status { get; init; } = "";

    public DateOnly PeriodStart { get; init; }

    public DateOnly PeriodEnd { get; init; }

    /// <summary>Exact; null for a range.</summary>
    public string? ValueText { get; init; }

    public string? LowText { get; init; }

    public string? HighText { get; init; }

    public string Qualifier { get; init; } = "";

    /// <summary>The least that the printed digits and the hedge allow, exact.</summary>
    public string? LowerBound { get; init; }

    /// <summary>The most that they allow, exact.</summary>
    public string? UpperBound { get; init; }

    public string Quote { get; init; } = "";

    public decimal Confidence { get; init; }

    public string Document { get; init; } = "";

    public string Source { get; init; } = "";

    public string? Publication { get; init; }

    public DateOnly? Published { get; init; }

    public Guid DocumentId { get; init; }

    public Guid ClaimKey { get; init; }
}

/// <summary>The last point of a page.</summary>
public sealed record PointPlace(DateOnly PeriodEnd, DateOnly PeriodStart, Guid Document, Guid Key);

/// <summary>The view <c>published_series</c>.</summary>
public sealed class SeriesStore(NpgsqlDataSource db)
{
    internal const string Columns = """
        c.indicator_id, c.indicator, c.scope, c.scope_code, c.measure::text as measure, c.unit, c.direction::text as direction, c.basis,
        c.status::text as status, c.period_start, c.period_end, c.value_text, c.low_text, c.high_text, c.qualifier::text as qualifier,
        trim_scale(c.lower_bound)::text as lower_bound, trim_scale(c.upper_bound)::text as upper_bound, c.quote, c.confidence,
        c.document, c.source, c.publication, c.published, c.document_id, c.claim_key
        """;

    const string Key = """
        concat_ws(chr(31), coalesce(c.indicator_id, ''), c.indicator, coalesce(c.scope, ''), coalesce(c.scope_code, ''), c.measure, c.unit,
                  coalesce(c.direction::text, ''), coalesce(c.basis, ''), c.status)
        """;

    /// <summary>In the order of the periods.</summary>
    public async Task<IReadOnlyList<SeriesPoint>> PointsAsync(SeriesFilter filter, PointPlace? after, int limit, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var conditions = Where(filter).With("limit", limit);
        if (after is not null)
            conditions.With("end_after", after.PeriodEnd).With("start_after", after.PeriodStart).With("document_after", after.Document).With("key_after", after.Key)
                .Always("(c.period_end, c.period_start, c.document_id, c.claim_key) > (@end_after, @start_after, @document_after, @key_after)");
        return (await connection.QueryAsync<SeriesPoint>(new($"""
            select {Columns}
            from published_series c
            where {conditions.Sql}
            order by c.period_end, c.period_start, c.document_id, c.claim_key
            limit @limit
            """, conditions.Parameters, cancellationToken: ct))).AsList();
    }

    /// <summary>The series themselves, the longest first.</summary>
    public async Task<IReadOnlyList<SeriesSummary>> FindAsync(SeriesFilter filter, SeriesPlace? after, int limit, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var conditions = Where(filter).With("limit", limit);
        if (after is not null)
            conditions.With("points_after", after.Points).With("key_after", after.Key);
        return (await connection.QueryAsync<SeriesSummary>(new($"""
            select c.indicator_id as indicatorid, c.indicator, c.scope, c.scope_code as scopecode, c.measure::text as measure, c.unit,
                   c.direction::text as direction, c.basis, c.status::text as status, count(*) as points, min(c.period_end) as first, max(c.period_end) as last,
                   {Key} as key
            from published_series c
            where {conditions.Sql}
            group by c.indicator_id, c.indicator, c.scope, c.scope_code, c.measure, c.unit, c.direction, c.basis, c.status
            having {(after is null ? "true" : $"(-count(*), {Key}) > (-@points_after, @key_after)")}
            order by -count(*), key
            limit @limit
            """, conditions.Parameters, cancellationToken: ct))).AsList();
    }

    /// <param name="isConflict">Conflicts know the catalogue's name only.</param>
    internal static Conditions Where(SeriesFilter filter, bool isConflict = false)
    {
        var conditions = new Conditions()
            .If(filter.Unit is { } unit ? new[] { unit, $"{{{unit}}}" } : null, "units", "c.unit = any(@units)")
            .If(filter.Measure, "measure", "c.measure = @measure::claim_measure")
            .If(filter.Direction, "direction", "c.direction = @direction::claim_direction")
            .If(filter.Basis, "basis", "c.basis = @basis")
            .If(filter.Status, "status", "c.status = @status::claim_status")
            .If(filter.From, "from", "c.period_end >= @from")
            .If(filter.To, "to", "c.period_end <= @to")
            .If(filter.MinConfidence, "confidence", "c.confidence >= @confidence");
        if (filter.Indicator is { } indicator)
            Subject.Add(conditions, indicator, Catalogue.Default, isConflict ? "c.indicator" : "c.indicator_printed");
        if (filter.Scope is { } scope)
            Subject.AddScope(conditions, scope);
        return conditions;
    }
}

using Dapper;
using Npgsql;

namespace Extractor.Storage.Series;

/// <summary>Documents that state different values of the same thing.</summary>
public sealed record Conflict
{
    public Guid ConflictId { get; init; }

    public string? IndicatorId { get; init; }

    public string Indicator { get; init; } = "";

    public string Scope { get; init; } = "";

    public string? ScopeCode { get; init; }

    public string Measure { get; init; } = "";

    public string Unit { get; init; } = "";

    public string? Direction { get; init; }

    public string? Basis { get; init; }

    public string Status { get; init; } = "";

    public DateOnly PeriodStart { get; init; }

    public DateOnly PeriodEnd { get; init; }

    /// <summary>The smallest value that is stated, exact.</summary>
    public string Least { get; init; } = "";

    /// <summary>The largest, exact.</summary>
    public string Greatest { get; init; } = "";

    public string Difference { get; init; } = "";

    public int Documents { get; init; }

    /// <summary>Of the claim that is least sure.</summary>
    public decimal Confidence { get; init; }

    public DateOnly? LastPublished { get; init; }

    /// <summary>By rising value.</summary>
    public Guid[] DocumentIds { get; init; } = [];

    /// <summary>In the same order.</summary>
    public Guid[] ClaimKeys { get; init; } = [];

    /// <summary>What each document states, by rising value.</summary>
    public IReadOnlyList<SeriesPoint> Statements { get; init; } = [];
}

/// <summary>The last conflict of a page.</summary>
public sealed record ConflictPlace(DateOnly PeriodEnd, Guid Id);

/// <summary>The view <c>published_conflicts</c>.</summary>
public sealed class ConflictStore(NpgsqlDataSource db)
{
    const string Statements = $"""
        select {SeriesStore.Columns}
        from unnest(@documents, @keys) as k (document_id, claim_key)
        join published_series c using (document_id, claim_key)
        order by coalesce(c.value, c.low), c.document_id
        """;

    /// <summary>Those of the latest periods first, each with its statements.</summary>
    public async Task<IReadOnlyList<Conflict>> FindAsync(SeriesFilter filter, ConflictPlace? after, int limit, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var conditions = SeriesStore.Where(filter, isConflict: true).With("limit", limit);
        if (after is not null)
            conditions.With("end_after", after.PeriodEnd).With("id_after", after.Id)
                .Always("c.period_end <= @end_after and (c.period_end < @end_after or c.conflict_id > @id_after)");
        var conflicts = (await connection.QueryAsync<Conflict>(new($"""
            select c.conflict_id as conflictid, c.indicator_id as indicatorid, c.indicator, c.scope, c.scope_code as scopecode, c.measure::text as measure, c.unit,
                   c.direction::text as direction, c.basis, c.status::text as status, c.period_start as periodstart, c.period_end as periodend,
                   trim_scale(c.least)::text as least, trim_scale(c.greatest)::text as greatest, trim_scale(c.difference)::text as difference,
                   c.documents, c.confidence, c.last_published as lastpublished, c.document_ids as documentids, c.claim_keys as claimkeys
            from published_conflicts c
            where {conditions.Sql}
            order by c.period_end desc, c.conflict_id
            limit @limit
            """, conditions.Parameters, cancellationToken: ct))).AsList();
        var points = (await connection.QueryAsync<SeriesPoint>(new(Statements, new
        {
            documents = conflicts.SelectMany(conflict => conflict.DocumentIds).ToArray(),
            keys = conflicts.SelectMany(conflict => conflict.ClaimKeys).ToArray(),
        }, cancellationToken: ct))).ToDictionary(point => (point.DocumentId, point.ClaimKey));
        return conflicts.ConvertAll(conflict => conflict with
        {
            Statements = [.. conflict.DocumentIds.Zip(conflict.ClaimKeys).Where(points.ContainsKey).Select(key => points[key])],
        });
    }
}

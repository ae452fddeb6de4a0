using Dapper;
using Npgsql;

namespace Extractor.Storage.Series;

/// <summary>Documents that state different values of the same thing.</summary>
/// <param name="Least">The smallest value that is stated, exact.</param>
/// <param name="Greatest">The largest.</param>
/// <param name="Confidence">Of the claim that is least sure.</param>
/// <param name="DocumentIds">By rising value.</param>
/// <param name="ClaimKeys">In the same order.</param>
public sealed record Conflict(
    Guid ConflictId, string? IndicatorId, string Indicator, string Scope, string? ScopeCode, string Measure, string Unit, string? Direction, string? Basis,
    string Status, DateOnly PeriodStart, DateOnly PeriodEnd, string Least, string Greatest, string Difference, int Documents, decimal Confidence,
    DateOnly? LastPublished, Guid[] DocumentIds, Guid[] ClaimKeys)
{
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

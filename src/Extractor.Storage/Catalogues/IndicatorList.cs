using Dapper;
using Npgsql;

namespace Extractor.Storage.Catalogues;

/// <summary>An indicator that published claims speak of.</summary>
public sealed record IndicatorSummary
{
    /// <summary>Of the catalogue; null for one that only pages name.</summary>
    public string? Id { get; init; }

    public string Name { get; init; } = "";

    public string? English { get; init; }

    /// <summary>stock, flow, rate, index or price; null without an id.</summary>
    public string? Kind { get; init; }

    public string[] Aliases { get; init; } = [];

    public string[] Units { get; init; } = [];

    public long Claims { get; init; }

    public long Documents { get; init; }

    /// <summary>The end of the earliest period.</summary>
    public DateOnly? First { get; init; }

    public DateOnly? Last { get; init; }
}

/// <summary>The last indicator of a page.</summary>
public sealed record IndicatorPlace(long Claims, string Name, string Id);

/// <summary>What is measured, with counts: the richest first.</summary>
public sealed class IndicatorList(NpgsqlDataSource db)
{
    // A text that came under two names counts once.
    static string Sql(string where, string having) => $"""
        with counted as (
          select c.indicator_id, case when c.indicator_id is null then c.indicator end as printed, count(*) as claims,
                 count(distinct c.document_id) as documents, min(c.period_end) as first, max(c.period_end) as last
          from publication p
          join claims c on c.first_run <= p.run_id and (c.retired_run is null or c.retired_run > p.run_id)
          join documents d using (document_id)
          where c.indicator is not null and d.duplicate_of is null and {where}
          group by 1, 2
        )
        select i.indicator_id as id, coalesce(i.name, n.printed, n.indicator_id) as name, i.english, i.kind, coalesce(i.aliases, array[]::text[]) as aliases,
               coalesce(i.units, array[]::text[]) as units, n.claims, n.documents, n.first, n.last
        from counted n
        left join indicators i using (indicator_id)
        where {having}
        order by -n.claims, name, coalesce(i.indicator_id, '')
        limit @limit
        """;

    const string After = "(-n.claims, coalesce(i.name, n.printed, n.indicator_id), coalesce(i.indicator_id, '')) > (-@claims, @name, @id)";

    /// <param name="words">In the name or an alias; null for all.</param>
    public async Task<IReadOnlyList<IndicatorSummary>> FindAsync(string? words, IndicatorPlace? after, int limit, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var conditions = new Conditions();
        var number = 0;
        foreach (var word in words?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            // Of the catalogue's entries all claims are wanted, whatever their pages call them.
            conditions.With($"names{number}", await NameSearch.IndicatorsAsync(connection, word, ct, limit: null)).With($"pattern{number}", Conditions.Like(word)).Always($"""
                (c.indicator_id is null and c.indicator = any(@names{number}) or c.indicator_id = any(array(
                  select indicator_id from indicators
                  where indicator_id ilike @pattern{number} or name ilike @pattern{number} or english ilike @pattern{number} or array_to_string(aliases, '|') ilike @pattern{number})))
                """);
            number++;
        }
        conditions.With("limit", limit).With("claims", after?.Claims).With("name", after?.Name).With("id", after?.Id);
        return (await connection.QueryAsync<IndicatorSummary>(new(
            Sql(conditions.Sql, after is null ? "true" : After), conditions.Parameters, cancellationToken: ct))).AsList();
    }

    /// <summary>One indicator by its id or name; null where no published claim speaks of it.</summary>
    public async Task<IndicatorSummary?> FindOneAsync(string indicator, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var arguments = new { indicator, limit = 1 };
        return await connection.QueryFirstOrDefaultAsync<IndicatorSummary>(new(Sql("c.indicator_id = @indicator", "true"), arguments, cancellationToken: ct))
            ?? await connection.QueryFirstOrDefaultAsync<IndicatorSummary>(new(Sql("c.indicator = @indicator", "true"), arguments, cancellationToken: ct));
    }
}

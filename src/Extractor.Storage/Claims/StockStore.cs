using Dapper;
using Npgsql;

namespace Extractor.Storage.Claims;

/// <summary>What the database holds, as readers see it. A text that came under two names counts once.</summary>
public sealed record Stock(long Documents, long Duplicates, long Claims, long Parked, IReadOnlyList<(string Indicator, long Claims)> Richest);

public static class StockStore
{
    const string Counts = """
        select (select count(*) from documents),
               (select count(*) from documents where duplicate_of is not null),
               (select count(*) from published_claims where not duplicate),
               (select count(*) from jobs where state = 'parked')
        """;

    const string Richest = """
        select indicator, count(*)
        from published_claims
        where not duplicate and indicator is not null
        group by indicator
        order by count(*) desc, indicator
        limit @limit
        """;

    public static async Task<Stock> TakeAsync(NpgsqlDataSource db, int indicators, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var (documents, duplicates, claims, parked) =
            await connection.QuerySingleAsync<(long, long, long, long)>(new(Counts, cancellationToken: ct));
        var richest = await connection.QueryAsync<(string, long)>(new(Richest, new { limit = indicators }, cancellationToken: ct));
        return new(documents, duplicates, claims, parked, richest.AsList());
    }
}

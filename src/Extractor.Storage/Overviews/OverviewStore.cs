using Dapper;
using Npgsql;

namespace Extractor.Storage.Overviews;

/// <summary>The whole at a glance. Figures of claims leave out texts that came under two names.</summary>
/// <param name="Run">The run that readers see; null in an empty database.</param>
public sealed record Overview(
    long Documents, long Duplicates, long Articles, long Claims, long Indicators, long Scopes, long Disagreements,
    DateOnly? First, DateOnly? Last, DateTime? LastReceived, long Ready, long Leased, long Parked, int? Run, string? Ruleset);

public sealed class OverviewStore(NpgsqlDataSource db)
{
    const string Sql = """
        with seen as (
          select count(*) as claims, count(distinct coalesce(c.indicator_id, c.indicator)) as indicators, count(distinct c.scope) as scopes
          from publication p
          join claims c on c.first_run <= p.run_id and (c.retired_run is null or c.retired_run > p.run_id)
          join documents d using (document_id)
          where d.duplicate_of is null
        )
        select (select count(*) from documents) as documents,
               (select count(*) from documents where duplicate_of is not null) as duplicates,
               (select coalesce(sum(articles), 0) from receipts)::bigint as articles,
               s.claims, s.indicators, s.scopes,
               (select count(*) from published_checks where outcome = 'disagrees' and not duplicate) as disagreements,
               v.first, v.last, (select max(created_at) from documents) as lastreceived,
               (select count(*) from jobs where state = 'ready') as ready,
               (select count(*) from jobs where state = 'leased') as leased,
               (select count(*) from jobs where state = 'parked') as parked,
               (select run_id from publication) as run,
               (select r.ruleset from publication p join runs r using (run_id)) as ruleset
        from seen s, (select min(published) as first, max(published) as last from document_versions) v
        """;

    public async Task<Overview> ReadAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.QuerySingleAsync<Overview>(new(Sql, cancellationToken: ct));
    }
}

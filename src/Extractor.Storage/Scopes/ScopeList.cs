using Dapper;
using Extractor.Storage.Catalogues;
using Npgsql;

namespace Extractor.Storage.Scopes;

/// <summary>A place or organisation that published claims speak of.</summary>
/// <param name="Code">GB/T 2260, where it is a division.</param>
public sealed record ScopeSummary(string Name, string? Code, long Claims, long Documents, long Indicators, DateOnly? First, DateOnly? Last);

/// <summary>The last scope of a page.</summary>
public sealed record ScopePlace(long Claims, string Name, string Code);

/// <summary>Of whom and where claims are true, with counts: the richest first.</summary>
public sealed class ScopeList(NpgsqlDataSource db)
{
    static string Sql(string where, string having) => $"""
        select c.scope as name, c.scope_code as code, count(*) as claims, count(distinct c.document_id) as documents,
               count(distinct coalesce(c.indicator_id, c.indicator)) as indicators, min(c.period_end) as first, max(c.period_end) as last
        from publication p
        join claims c on c.first_run <= p.run_id and (c.retired_run is null or c.retired_run > p.run_id)
        join documents d using (document_id)
        where c.scope is not null and d.duplicate_of is null and {where}
        group by c.scope, c.scope_code
        having {having}
        order by -count(*), c.scope, coalesce(c.scope_code, '')
        limit @limit
        """;

    const string After = "(-count(*), c.scope, coalesce(c.scope_code, '')) > (-@claims, @name, @code)";

    /// <param name="words">In the name; null for all.</param>
    public async Task<IReadOnlyList<ScopeSummary>> FindAsync(string? words, ScopePlace? after, int limit, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var conditions = new Conditions();
        var number = 0;
        foreach (var word in words?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            conditions.If(await NameSearch.ScopesAsync(connection, word, ct), $"names{number}", $"c.scope = any(@names{number})");
            number++;
        }
        conditions.With("limit", limit).With("claims", after?.Claims).With("name", after?.Name).With("code", after?.Code);
        return (await connection.QueryAsync<ScopeSummary>(new(
            Sql(conditions.Sql, after is null ? "true" : After), conditions.Parameters, cancellationToken: ct))).AsList();
    }

    /// <summary>One scope by its name or code; null where no published claim speaks of it.</summary>
    public async Task<ScopeSummary?> FindOneAsync(string scope, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var conditions = new Conditions().With("limit", 1);
        Subject.AddScope(conditions, scope);
        return await connection.QueryFirstOrDefaultAsync<ScopeSummary>(new(Sql(conditions.Sql, "true"), conditions.Parameters, cancellationToken: ct));
    }
}

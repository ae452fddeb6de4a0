using Dapper;
using Npgsql;

namespace Extractor.Storage.Roles;

/// <summary>The group roles that <c>migrations/0011_roles.sql</c> makes, and what they own and may do.</summary>
public sealed class RoleStore(NpgsqlDataSource db)
{
    const string Exists = "select to_regprocedure('settle_roles()') is not null";

    const string Settle = "call settle_roles()";

    // What of it the migrating role was not allowed to do.
    const string Lacking = """
        select format('role %s is missing', name)
        from unnest(array['extractor_owner', 'extractor_worker', 'extractor_web', 'extractor_reader']) as name
        where to_regrole(name) is null
        union all
        select 'schema_migrations is not owned by extractor_owner'
        where to_regrole('extractor_owner') is not null
          and (select relowner from pg_class where oid = 'schema_migrations'::regclass) <> to_regrole('extractor_owner')
        union all
        select 'extractor_worker is no member of pg_read_all_stats: extractor_oldest_snapshot_age_transactions sees its own sessions only'
        where to_regrole('extractor_worker') is not null
          and not pg_has_role('extractor_worker', 'pg_read_all_stats', 'member')
        """;

    /// <summary>Brings owners and grants up to what the schema holds now; without the right to, it does what it may.</summary>
    internal static async Task SettleAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        if (await connection.ExecuteScalarAsync<bool>(new(Exists, cancellationToken: ct)))
            await connection.ExecuteAsync(new(Settle, commandTimeout: 600, cancellationToken: ct));
    }

    /// <summary>What is missing of the roles, a sentence each; empty where all is well.</summary>
    public async Task<IReadOnlyList<string>> LackingAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return [.. await connection.QueryAsync<string>(new(Lacking, cancellationToken: ct))];
    }
}

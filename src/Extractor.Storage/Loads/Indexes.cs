using Dapper;
using Npgsql;

namespace Extractor.Storage.Loads;

/// <summary>Indexes and foreign keys of the tables that a load fills, taken away before and built again after, within its transaction.</summary>
sealed class Indexes
{
    // Documents are looked up by id while they come, and names by themselves.
    const string Keys = """
        select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as drop,
               format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as build
        from pg_constraint c
        where c.conrelid = any(@tables::regclass[]) and (c.contype = 'f' or c.contype = 'p' and c.conrelid <> 'documents'::regclass)
        order by c.contype = 'p', 2
        """;

    const string Others = """
        select format('drop index %s', i.indexrelid::regclass) as drop, pg_get_indexdef(i.indexrelid) as build
        from pg_index i
        where i.indrelid = any(@all::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u'))
        order by 2
        """;

    static readonly string[] Tables = ["documents", "document_versions", "articles", "claims", "checks", "receipts"];

    readonly List<(string Drop, string Build)> _all;

    Indexes(List<(string, string)> all) => _all = all;

    public static async Task<Indexes> DropAsync(NpgsqlTransaction transaction, CancellationToken ct)
    {
        var arguments = new { tables = Tables, all = Tables.Append("indicator_names").Append("scope_names").ToArray() };
        List<(string, string)> all =
        [
            .. await transaction.Connection!.QueryAsync<(string, string)>(new(Keys, arguments, transaction, cancellationToken: ct)),
            .. await transaction.Connection!.QueryAsync<(string, string)>(new(Others, arguments, transaction, cancellationToken: ct)),
        ];
        var indexes = new Indexes(all);
        foreach (var (drop, _) in indexes._all)
            await transaction.Connection!.ExecuteAsync(new(drop, transaction: transaction, cancellationToken: ct));
        return indexes;
    }

    /// <summary>Foreign keys last: their check is a join that the keys may serve.</summary>
    public async Task BuildAsync(NpgsqlTransaction transaction, CancellationToken ct)
    {
        await transaction.Connection!.ExecuteAsync(new("set local maintenance_work_mem = '256MB'", transaction: transaction, cancellationToken: ct));
        foreach (var (_, build) in Enumerable.Reverse(_all))
            await transaction.Connection!.ExecuteAsync(new(build, transaction: transaction, commandTimeout: 0, cancellationToken: ct));
    }
}

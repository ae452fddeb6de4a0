using Dapper;
using Extractor.Storage.Migrations;
using Extractor.Storage.Roles;
using Extractor.Storage.Runs;
using Npgsql;

namespace Extractor.Storage.Shards;

/// <summary>What distributing a database came to.</summary>
/// <param name="Tables">Those that were moved, and what they are now; none where all stood as they should.</param>
/// <param name="Dropped">Foreign keys that Citus does not keep.</param>
/// <param name="Nodes">Nodes that hold shards.</param>
public sealed record Distribution(IReadOnlyList<(string Table, Placement Placement)> Tables, IReadOnlyList<string> Dropped, int Nodes);

/// <summary>Distributes the tables of a migrated database over the nodes of a Citus cluster, whose coordinator this is.</summary>
public sealed class Citus(NpgsqlDataSource db)
{
    const string Offered = """
        select exists (select from pg_available_extensions where name = 'citus') as isoffered,
               exists (select from pg_extension where extname = 'citus') as ismade,
               current_setting('citus.shard_count', true) is not null as isloaded,
               current_setting('server_version') as release
        """;

    /// <summary>
    /// What a transaction has done to many shards side by side, a later statement of it about a table that they refer to could
    /// not see, and Citus refuses. A server without Citus takes the setting and makes nothing of it.
    /// </summary>
    internal const string OneByOne = "set citus.multi_shard_modify_mode = 'sequential'";

    const string Known = "select to_regclass('pg_dist_partition') is not null and to_regclass('claims') is not null";

    const string IsAnyDistributed = "select exists (select from pg_dist_partition where logicalrelid = 'claims'::regclass)";

    // Partitioned by hash, or in whole on every node.
    const string Standing = """
        select logicalrelid::text, case partmethod when 'h' then 'Distributed' else 'Reference' end
        from pg_dist_partition
        where partmethod = 'h' or partmethod = 'n' and repmodel = 't'
        """;

    const string Keys = """
        select c.conrelid::regclass::text as table, c.conname as name, c.confrelid::regclass::text as target, pg_get_constraintdef(c.oid) as definition
        from pg_constraint c
        where c.contype = 'f' and c.connamespace = 'public'::regnamespace and c.conparentid = 0
        order by 1, 2
        """;

    const string Nodes = "select count(distinct groupid) from pg_dist_node where noderole = 'primary' and isactive and shouldhaveshards";

    sealed record Server(bool IsOffered, bool IsMade, bool IsLoaded, string Release);

    sealed record ForeignKey(string Table, string Name, string Target, string Definition);

    /// <summary>How many documents a transaction may lock and write: one where they are in shards, of which no statement locks rows of several.</summary>
    public static async Task<int> DocumentsPerTransactionAsync(NpgsqlDataSource db, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var isDistributed = await connection.ExecuteScalarAsync<bool>(new(Known, cancellationToken: ct))
            && await connection.ExecuteScalarAsync<bool>(new(IsAnyDistributed, cancellationToken: ct));
        return isDistributed ? 1 : int.MaxValue;
    }

    /// <summary>Asked before anything is changed.</summary>
    /// <exception cref="DatabaseException">The server does not have the extension, or has not loaded it.</exception>
    public async Task RequireAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var server = await connection.QuerySingleAsync<Server>(new(Offered, cancellationToken: ct));
        var place = $"database “{connection.Database}” at {connection.Host}:{connection.Port}";
        if (!server.IsOffered)
            throw new DatabaseException($"{place}: this PostgreSQL {server.Release} does not have the extension citus; install Citus there and on every worker node, see docs/scaling.md");
        if (!server.IsLoaded)
            throw new DatabaseException($"{place}: the extension citus is installed and not loaded; put shared_preload_libraries = 'citus' first in postgresql.conf and restart the server");
    }

    /// <summary>Moves what is not yet where it belongs, all of it or nothing. Workers wait meanwhile.</summary>
    /// <exception cref="DatabaseException">The extension cannot be made by this login.</exception>
    public async Task<Distribution> DistributeAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await MakeAsync(connection, ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        Task RunAsync(string sql) => connection.ExecuteAsync(new(sql, transaction: transaction, commandTimeout: 0, cancellationToken: ct));
        await Migrator.LockAsync(transaction, ct);
        await RunStore.HoldAloneAsync(transaction, ct);
        var standing = (await connection.QueryAsync<(string Table, string Placement)>(new(Standing, transaction: transaction, cancellationToken: ct)))
            .ToDictionary(row => row.Table, row => Enum.Parse<Placement>(row.Placement));
        var moving = TablePlacements.All.Where(known => known.Placement != Placement.Local && standing.GetValueOrDefault(known.Table) != known.Placement).ToList();
        var dropped = new List<string>();
        if (moving.Count > 0)
        {
            // Tables that refer to each other cannot be moved one by one: their keys are dropped, and made again at the end.
            var keys = (await connection.QueryAsync<ForeignKey>(new(Keys, transaction: transaction, cancellationToken: ct)))
                .Where(key => moving.Exists(known => known.Table == key.Table || known.Table == key.Target)).ToList();
            await RunAsync($"set local client_min_messages = warning; {OneByOne}");
            foreach (var key in keys)
                await RunAsync($"alter table {key.Table} drop constraint {key.Name}");
            foreach (var (table, placement) in moving)
            {
                await RunAsync(placement == Placement.Reference ? $"select create_reference_table('{table}')"
                    : table == "documents" ? "select create_distributed_table('documents', 'document_id', colocate_with => 'none')"
                    : $"select create_distributed_table('{table}', 'document_id', colocate_with => 'documents')");
                await RunAsync($"select truncate_local_data_after_distributing_table('{table}')");
            }
            foreach (var key in keys)
                if (TablePlacements.CanRefer(TablePlacements.Of(key.Table), TablePlacements.Of(key.Target)))
                    await RunAsync($"alter table {key.Table} add constraint {key.Name} {key.Definition}");
                else
                    dropped.Add($"{key.Table} ({key.Name})");
        }
        var nodes = await connection.ExecuteScalarAsync<int>(new(Nodes, transaction: transaction, cancellationToken: ct));
        if (moving.Count > 0)
            await RoleStore.SettleAsync(connection, ct);
        await transaction.CommitAsync(ct);
        return new(moving, dropped, nodes);
    }

    static async Task MakeAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        try
        {
            await connection.ExecuteAsync(new("set client_min_messages = warning; create extension if not exists citus", commandTimeout: 600, cancellationToken: ct));
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new DatabaseException($"{connection.UserName} may not make the extension citus; as a superuser run in this database: create extension citus");
        }
    }
}

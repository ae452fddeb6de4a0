using Dapper;
using Extractor.Storage.Roles;
using Extractor.Storage.Runs;
using Extractor.Storage.Shards;
using Npgsql;

namespace Extractor.Storage.Migrations;

/// <summary>Brings a database forward to the newest migration, one at a time under a lock; never back.</summary>
public sealed class Migrator(NpgsqlDataSource db, IReadOnlyList<Migration>? migrations = null)
{
    readonly IReadOnlyList<Migration> _migrations = migrations ?? Migration.All;

    /// <summary>
    /// Makes tables that a library keeps for itself, under the same lock: told whether anything was migrated, it says
    /// whether it changed anything.
    /// </summary>
    public Func<NpgsqlDataSource, bool, CancellationToken, Task<bool>>? Afterwards { get; init; }

    const int Attempts = 10;

    // Any number, the same in every version: two programs that migrate at once take turns.
    const string Key = "7206421913";

    const string Lock = $"select pg_advisory_lock({Key})";

    const string Unlock = $"select pg_advisory_unlock({Key})";

    const string LockForTransaction = $"select pg_advisory_xact_lock({Key})";

    const string CreateTable = """
        create table if not exists schema_migrations (
          number     integer     primary key,
          name       text        not null,
          checksum   text        not null,
          applied_at timestamptz not null default now()
        )
        """;

    const string Applied = "select number, name, checksum from schema_migrations order by number";

    const string Record = "insert into schema_migrations (number, name, checksum) values (@Number, @Name, @Checksum)";

    /// <returns>The migrations that were missing and are now applied.</returns>
    /// <exception cref="DatabaseException">The server is unfit, or its schema was edited or is newer than this program.</exception>
    public async Task<IReadOnlyList<Migration>> MigrateAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await ServerCheck.RunAsync(connection, ct);
        await connection.ExecuteAsync(new(Lock, commandTimeout: 600, cancellationToken: ct));
        try
        {
            await connection.ExecuteAsync(new($"set client_min_messages = warning; {Citus.OneByOne}", cancellationToken: ct));
            await connection.ExecuteAsync(new(CreateTable, cancellationToken: ct));
            var missing = await MissingAsync(connection, ct);
            foreach (var migration in missing)
                await ApplyAsync(connection, migration, ct);
            var more = Afterwards is not null && await Afterwards(db, missing.Count > 0, ct);
            if (missing.Count > 0 || more)
                await RoleStore.SettleAsync(connection, ct);
            return missing;
        }
        finally
        {
            await connection.ExecuteAsync(Unlock);
        }
    }

    /// <summary>Keeps migrations out until the transaction ends.</summary>
    internal static Task LockAsync(NpgsqlTransaction transaction, CancellationToken ct) =>
        transaction.Connection!.ExecuteAsync(new(LockForTransaction, transaction: transaction, commandTimeout: 600, cancellationToken: ct));

    // Workers go on meanwhile: those that store wait at the lock before they hold anything. Whoever else locks tables in
    // another order than the migration (a page that comes in) may meet it in a deadlock, and it is the one that can wait.
    static async Task ApplyAsync(NpgsqlConnection connection, Migration migration, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var transaction = await connection.BeginTransactionAsync(ct);
            try
            {
                await RunStore.HoldAloneAsync(transaction, ct);
                await connection.ExecuteAsync(new(migration.Sql, transaction: transaction, commandTimeout: 0, cancellationToken: ct));
                await connection.ExecuteAsync(new(Record, migration, transaction, cancellationToken: ct));
                await transaction.CommitAsync(ct);
                return;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DeadlockDetected && attempt < Attempts)
            {
                await transaction.RollbackAsync(ct);
            }
        }
    }

    /// <summary>For programs that use the schema and do not change it.</summary>
    /// <exception cref="DatabaseException">The server is unfit, or its schema is not this program's.</exception>
    public async Task VerifyAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await ServerCheck.RunAsync(connection, ct);
        var exists = await connection.ExecuteScalarAsync<bool>(
            new("select to_regclass('schema_migrations') is not null", cancellationToken: ct));
        var missing = exists ? await MissingAsync(connection, ct) : _migrations;
        if (missing.Count > 0)
            throw new DatabaseException(
                $"the database lacks {(missing.Count == 1 ? "migration" : "migrations")} {string.Join(", ", missing.Select(m => m.File))}; run: extractor migrate");
    }

    async Task<IReadOnlyList<Migration>> MissingAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var known = _migrations.ToDictionary(m => m.Number);
        var applied = new HashSet<int>();
        foreach (var (number, name, checksum) in
            await connection.QueryAsync<(int Number, string Name, string Checksum)>(new(Applied, cancellationToken: ct)))
        {
            if (!known.TryGetValue(number, out var migration))
                throw new DatabaseException(
                    $"the database is newer than this program: it has migration {number} ({name}); update the program");
            if (migration.Checksum != checksum)
                throw new DatabaseException(
                    $"migration {migration.File} was edited after it had been applied; restore it and put the change into a new file");
            applied.Add(number);
        }
        return [.. _migrations.Where(m => !applied.Contains(m.Number)).OrderBy(m => m.Number)];
    }
}

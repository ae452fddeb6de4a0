using Dapper;
using Extractor.Storage;
using Extractor.Storage.Migrations;
using Extractor.Storage.Runs;
using Npgsql;

namespace Extractor.Cli.Benchmarks;

/// <summary>A database of its own beside the one of the session, with its live run open; gone when it is disposed of.</summary>
sealed class BenchDatabase : IAsyncDisposable
{
    static int _count;

    readonly DatabaseSession _session;
    readonly string _name;

    BenchDatabase(DatabaseSession session, string name, string connection) =>
        (_session, _name, Connection, Db) = (session, name, connection, Database.Open(connection));

    public string Connection { get; }

    public NpgsqlDataSource Db { get; }

    public static async Task<BenchDatabase> CreateAsync(DatabaseSession session, string ruleset, CancellationToken ct)
    {
        var name = $"extractor_bench_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        await ExecuteAsync(session, $"create database {name} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'", ct);
        var database = new BenchDatabase(session, name, session.ConnectionOf(name));
        try
        {
            await new Migrator(database.Db).MigrateAsync(ct);
            await new RunStore(database.Db).OpenAsync(ruleset, ct);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await ExecuteAsync(_session, $"drop database {_name} with (force)", CancellationToken.None);
    }

    static async Task ExecuteAsync(DatabaseSession session, string sql, CancellationToken ct)
    {
        await using var connection = await session.Db.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new(sql, commandTimeout: 120, cancellationToken: ct));
    }
}

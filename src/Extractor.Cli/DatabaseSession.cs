using System.CommandLine;
using Extractor.Cli.Inputs;
using Extractor.Storage;
using Extractor.Storage.Migrations;
using Extractor.Storage.Servers;
using Extractor.Storage.Shards;
using Extractor.Worker;
using Extractor.Worker.Schedules;
using Npgsql;

namespace Extractor.Cli;

/// <summary>The database that a verb works on: the one named, else a private server for as long as the verb runs.</summary>
sealed class DatabaseSession : IAsyncDisposable
{
    readonly PrivateServer? _server;
    readonly string _connection;

    DatabaseSession(string connection, PrivateServer? server, string place)
    {
        (Db, _connection, _server, Place) = (Database.Open(connection), connection, server, place);
        Work = new(server is not null && !OperatingSystem.IsWindows() ? server.ReviveAsync : null);
    }

    public NpgsqlDataSource Db { get; }

    public DatabaseWork Work { get; }

    public string Place { get; }

    public bool IsPrivate => _server is not null;

    public static Option<string?> CreateOption() => new("--database")
    {
        Description = "postgres://user:password@host:port/database or Host=…;Database=…; EXTRACTOR_DATABASE where not said, a private server where neither is",
        HelpName = "CONNECTION",
        DefaultValueFactory = _ => InputOptions.Variable("EXTRACTOR_DATABASE"),
    };

    /// <summary>Opens the database; a private one is brought up to date, another must be so already.</summary>
    public static async Task<DatabaseSession> OpenAsync(string? connection, CancellationToken ct)
    {
        var session = await OpenAnyAsync(connection, ct);
        try
        {
            if (session.IsPrivate)
                await session.MigrateAsync(ct);
            else
                await session.ConnectAsync(async token => await new Migrator(session.Db).VerifyAsync(token), ct);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens the database in whatever state it is.</summary>
    public static async Task<DatabaseSession> OpenAnyAsync(string? connection, CancellationToken ct)
    {
        if (connection is not null)
            return new(connection, null, Database.Place(connection));
        if (OperatingSystem.IsWindows())
            throw new DatabaseException("a private server needs unix sockets; on Windows set EXTRACTOR_DATABASE");
        var server = await PrivateServer.OpenAsync(ct);
        return new(server.ConnectionString, server, "private server");
    }

    /// <summary>Connections apart from those of the jobs, for what must not wait for them. The caller's to dispose.</summary>
    public NpgsqlDataSource OpenAnother() => Database.Open(_connection);

    /// <summary>The way to another database of the same server.</summary>
    public string ConnectionOf(string database) => Database.ConnectionOf(_connection, database);

    public async Task<IReadOnlyList<Migration>> MigrateAsync(CancellationToken ct)
    {
        IReadOnlyList<Migration> applied = [];
        await ConnectAsync(async token => applied = await new Migrator(Db) { Afterwards = ScheduleStore.ProvisionAsync }.MigrateAsync(token), ct);
        return applied;
    }

    /// <summary>Asks first whether the server can, so that one that cannot is left as it was; then migrates, then distributes.</summary>
    public async Task<(IReadOnlyList<Migration> Applied, Distribution Distribution)> DistributeAsync(CancellationToken ct)
    {
        var citus = new Citus(Db);
        await ConnectAsync(citus.RequireAsync, ct);
        return (await MigrateAsync(ct), await citus.DistributeAsync(ct));
    }

    // The first contact: what goes wrong here is most often a wrong address, so it is tried and named at once.
    async Task ConnectAsync(Func<CancellationToken, Task> first, CancellationToken ct)
    {
        try
        {
            await first(ct);
        }
        catch (PostgresException e) when (e.SqlState is "57P03")
        {
            await Work.RunAsync(async token => await first(token), ct);
        }
        catch (NpgsqlException e)
        {
            var reason = e.InnerException is System.Net.Sockets.SocketException socket ? socket.Message : e.Message;
            throw new DatabaseException($"database {Place} cannot be used: {reason}; check --database or EXTRACTOR_DATABASE");
        }
        catch (System.Net.Sockets.SocketException e)
        {
            throw new DatabaseException($"database {Place} cannot be reached: {e.Message}; check --database or EXTRACTOR_DATABASE");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        if (_server is not null && !OperatingSystem.IsWindows())
            await _server.DisposeAsync();
    }
}

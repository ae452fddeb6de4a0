using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Dapper;
using Extractor.Storage;
using Extractor.Storage.Migrations;
using Extractor.Storage.Servers;
using Extractor.Worker;
using Extractor.Worker.Ingestion;
using Npgsql;

[assembly: AssemblyFixture(typeof(Extractor.Faults.Tests.FaultServer))]
// Each test has the processors and the server to itself.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Extractor.Faults.Tests;

/// <summary>A PostgreSQL that may be killed: a cluster in a folder of its own, on a socket and on a port of localhost.</summary>
public sealed class FaultServer : IAsyncLifetime
{
    readonly string _folder = Directory.CreateTempSubdirectory("extractor-faults-").FullName;
    readonly ServerAccount _account = ServerAccount.Find(null);
    readonly ServerPrograms _programs = ServerPrograms.Find();
    readonly Dictionary<string, string> _digests = [];
    int _databases;

    public int Port { get; } = FreePort();

    public string Cluster => Path.Combine(_folder, "cluster");

    string Socket => Path.Combine(_folder, "socket");

    /// <summary>Pool and timeouts as the product has them, by the socket.</summary>
    public string Connection(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = Socket, Port = Port, Username = "extractor", Database = database, MaxPoolSize = 20,
    }.ToString();

    public async ValueTask InitializeAsync()
    {
        File.SetUnixFileMode(_folder, File.GetUnixFileMode(_folder) | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
        await _account.TakeFolderAsync(Socket, CancellationToken.None);
        await _account.TakeFolderAsync(Cluster, CancellationToken.None);
        await ProgramRun.CheckedAsync(_account.Command(
            _programs["initdb"], "-D", Cluster, "-U", "extractor", "--encoding=UTF8", "--locale=C.UTF-8", "--auth=trust", "--no-instructions"), CancellationToken.None);
        await File.AppendAllTextAsync(Path.Combine(Cluster, "postgresql.conf"), string.Create(CultureInfo.InvariantCulture, $"""

            listen_addresses = '127.0.0.1'
            port = {Port}
            unix_socket_directories = '{Socket}'
            jit = off

            """));
        await StartAsync();
        await PrepareAsync();
    }

    public async Task StartAsync()
    {
        // After a kill the server's children may hold its memory for a moment longer.
        for (var attempt = 0; ; attempt++)
        {
            var (code, output) = await ProgramRun.RunAsync(
                _account.Command(_programs["pg_ctl"], "start", "-D", Cluster, "-l", Path.Combine(Cluster, "server.log"), "-w", "-t", "60"), CancellationToken.None);
            if (code == 0)
                return;
            Assert.True(attempt < 20, output);
            await Task.Delay(250);
        }
    }

    /// <param name="mode">«fast» ends sessions and writes all out, «immediate» is a crash.</param>
    public async Task StopAsync(string mode) =>
        await ProgramRun.CheckedAsync(_account.Command(_programs["pg_ctl"], "stop", "-D", Cluster, "-m", mode, "-w", "-t", "60"), CancellationToken.None);

    /// <summary>For what needs the server's owner: a folder that it may write into.</summary>
    public Task TakeFolderAsync(string folder) => _account.TakeFolderAsync(folder, CancellationToken.None);

    public async Task RunAsync(string sql)
    {
        await using var db = NpgsqlDataSource.Create(Connection("postgres") + ";Pooling=false");
        await using var connection = await db.OpenConnectionAsync();
        await connection.ExecuteAsync(new(sql, commandTimeout: 600));
    }

    /// <summary>A copy of a database that is made ready once: «empty», «corpus» with all pages queued, «drained_r1» after <see cref="DigestAsync"/>.</summary>
    public async Task<string> CopyAsync(string template)
    {
        var name = $"fault{Interlocked.Increment(ref _databases)}";
        await RunAsync($"create database {name} template {template}");
        return name;
    }

    /// <summary>What an undisturbed worker of a ruleset makes of the corpus.</summary>
    public async Task<string> DigestAsync(string ruleset)
    {
        if (_digests.TryGetValue(ruleset, out var known))
            return known;
        await using var scene = await Scene.OpenAsync(this);
        await scene.DrainAsync(new HostOptions { Ruleset = ruleset });
        _digests[ruleset] = await scene.Oracle.DigestAsync();
        // A database in use cannot be copied.
        await scene.Db.DisposeAsync();
        await RunAsync($"create database drained_{ruleset} template {scene.Name}");
        return _digests[ruleset];
    }

    async Task PrepareAsync()
    {
        await RunAsync("create database empty");
        await using (var db = Database.Open(Connection("empty") + ";Pooling=false"))
        {
            await new Migrator(db).MigrateAsync(CancellationToken.None);
            await using var connection = await db.OpenConnectionAsync();
            await connection.ExecuteAsync(Oracle.Audit);
        }
        await RunAsync("create database corpus template empty");
        await using (var db = Database.Open(Connection("corpus")))
        {
            var ingester = new Ingester(db, new DatabaseWork());
            await Parallel.ForEachAsync(Corpus.Pages(Form.Documents), async (page, ct) => await ingester.PutAsync(page, ct));
            await using var connection = await db.OpenConnectionAsync();
            await connection.ExecuteAsync("vacuum analyze");
        }
        NpgsqlConnection.ClearAllPools();
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await StopAsync("immediate");
        Directory.Delete(_folder, recursive: true);
    }
}

using System.Diagnostics;
using System.Globalization;
using Dapper;
using Extractor.Storage;
using Extractor.Storage.Migrations;
using Extractor.Storage.Servers;
using Npgsql;

[assembly: AssemblyFixture(typeof(Extractor.Tests.TestServer))]
// The tests count rows and processes on one server of two cores: one after the other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Extractor.Tests;

/// <summary>A private PostgreSQL in a folder of its own, for all tests of an assembly.</summary>
public sealed class TestServer : IAsyncLifetime
{
    readonly string _folder = Directory.CreateTempSubdirectory("extractor-test-").FullName;
    int _databases;

    public PrivateServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Environment.SetEnvironmentVariable("EXTRACTOR_DATA", _folder);
        Environment.SetEnvironmentVariable("EXTRACTOR_DATABASE", null);
        Server = await PrivateServer.OpenAsync(CancellationToken.None);
    }

    /// <summary>The connection string of an empty database.</summary>
    public async Task<string> CreateAsync(string options = "")
    {
        var name = $"test{Interlocked.Increment(ref _databases)}";
        await using var db = Database.Open(Server.ConnectionString);
        await using var connection = await db.OpenConnectionAsync();
        await connection.ExecuteAsync($"create database {name} {options}");
        return new NpgsqlConnectionStringBuilder(Server.ConnectionString) { Database = name }.ToString();
    }

    /// <summary>A database with the newest schema.</summary>
    public async Task<NpgsqlDataSource> MigratedAsync()
    {
        var db = Database.Open(await CreateAsync());
        await new Migrator(db).MigrateAsync(CancellationToken.None);
        return db;
    }

    /// <summary>The server's process, as if its host had killed it.</summary>
    public async Task KillAsync()
    {
        var file = Path.Combine(_folder, "postgres", "postmaster.pid");
        using var postmaster = Process.GetProcessById(int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture));
        postmaster.Kill();
        await postmaster.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

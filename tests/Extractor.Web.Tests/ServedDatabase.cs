using Extractor.Core;
using Extractor.Storage.Documents;
using Extractor.Tests;
using Extractor.Worker;
using Extractor.Worker.Ingestion;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Extractor.Web.Tests;

/// <summary>A database with claims, and a real server over it on a port of its own.</summary>
sealed class ServedDatabase : IAsyncDisposable
{
    readonly WebServer _server;

    ServedDatabase(NpgsqlDataSource db, WebServer server)
    {
        (Db, _server) = (db, server);
        Http = new() { BaseAddress = new(server.Addresses.First()) };
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public NpgsqlDataSource Db { get; }

    public HttpClient Http { get; }

    public static async Task<ServedDatabase> StartAsync(TestServer server, WebSettings? settings = null, params Document[] documents)
    {
        var db = await server.MigratedAsync();
        await ReadAsync(db, documents);
        return new(db, await WebServer.StartAsync(db, (settings ?? new()) with { Urls = ["http://127.0.0.1:0"] }, NullLogger.Instance, Ct));
    }

    /// <summary>Brings documents in and reads all that is queued, as a worker does.</summary>
    public static async Task ReadAsync(NpgsqlDataSource db, params Document[] documents)
    {
        var work = new DatabaseWork();
        var ingester = new Ingester(db, work);
        foreach (var document in documents)
            await ingester.PutAsync(document, Ct);
        await new JobLoop(
            db, work, ClaimExtractor.Default.Ruleset, ClaimExtractor.Default.Extract, JobLoop.NewName(), new() { Drain = true }, NullLogger.Instance).RunAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _server.DisposeAsync();
        await Db.DisposeAsync();
    }
}

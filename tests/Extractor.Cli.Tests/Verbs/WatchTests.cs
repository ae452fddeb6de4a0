using System.Diagnostics;
using Dapper;
using Extractor.Storage;
using Npgsql;

namespace Extractor.Cli.Tests.Verbs;

public sealed class WatchTests(TestServer server) : IAsyncLifetime
{
    readonly Folder _folder = new();
    string _connection = null!;
    NpgsqlDataSource _db = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    (string, string?)[] Variables => [("EXTRACTOR_DATABASE", _connection)];

    public async ValueTask InitializeAsync()
    {
        _connection = await server.CreateAsync();
        _db = Database.Open(_connection);
        await Command.RunAsync(["migrate"], "", Variables);
        Directory.CreateDirectory(_folder["in"]);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return _db.DisposeAsync();
    }

    async Task<string> TextsAsync()
    {
        await using var connection = await _db.OpenConnectionAsync(Ct);
        return await connection.ExecuteScalarAsync<string>("select string_agg(text, ',' order by text) from document_versions") ?? "";
    }

    async Task UntilAsync(string texts)
    {
        // A deadline that only a fault comes near.
        for (var since = Stopwatch.StartNew(); since.Elapsed < TimeSpan.FromMinutes(2) && await TextsAsync() != texts;)
            await Task.Delay(100, Ct);
        Assert.Equal(texts, await TextsAsync());
    }

    static async Task<Finished> StopAsync(Process process, string signal)
    {
        using (var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]))
            await kill.WaitForExitAsync(Ct);
        return await Command.FinishAsync(process);
    }

    [Fact]
    public async Task A_page_that_a_slow_process_writes_is_one_document_and_whole()
    {
        using var watch = Command.Start(["ingest", "--watch", "--interval", "1", "--report", _folder["report.jsonl"], _folder["in"]], Variables);
        Assert.Contains("watching", await watch.StandardError.ReadLineAsync(Ct), StringComparison.Ordinal);
        using (var writer = Process.Start("sh", ["-c", $"for i in 1 2 3 4 5 6; do printf $i >> '{_folder["in/slow.txt"]}'; sleep 1; done"]))
        {
            _folder.Write("in/.quick.tmp", "quick");
            File.Move(_folder["in/.quick.tmp"], _folder["in/quick.txt"]);
            await writer.WaitForExitAsync(Ct);
        }
        await UntilAsync("123456,quick");
        File.WriteAllBytes(_folder["in/bad.txt"], [0xE5, 0xFF, 0xFE, 0x81, 0xFF]);
        _folder.Write("in/again.txt", "quick");
        await UntilAsync("123456,quick,quick");
        var finished = await StopAsync(watch, "TERM");
        Assert.Equal(ExitCode.Done, finished.Code);
        Assert.Single(finished.Error.Split('\n'), line => line.Contains("bad.txt", StringComparison.Ordinal));
        Assert.Contains("\"duplicate\":true", Assert.Single(File.ReadAllLines(_folder["report.jsonl"]), line => line.Contains("again.txt", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watcher_interrupted_says_so_and_the_next_one_stores_nothing_twice()
    {
        _folder.Write("in/a.txt", "1");
        foreach (var signal in (string[])["INT", "TERM"])
        {
            using var watch = Command.Start(["ingest", "--watch", _folder["in"]], Variables);
            Assert.Contains("watching", await watch.StandardError.ReadLineAsync(Ct), StringComparison.Ordinal);
            Assert.Contains("brought in 1 documents", await watch.StandardError.ReadLineAsync(Ct), StringComparison.Ordinal);
            Assert.Equal(signal == "INT" ? ExitCode.Interrupted : ExitCode.Done, (await StopAsync(watch, signal)).Code);
        }
        Assert.Equal("1", await TextsAsync());
        (await Command.RunAsync(["ingest", "--watch", _folder["nowhere"]], "", Variables)).Refused(ExitCode.Missing, "nowhere", "--watch");
    }
}

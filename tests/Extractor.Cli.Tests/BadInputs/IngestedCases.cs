using System.Net.Sockets;
using System.Text.Json;
using Dapper;
using Extractor.Storage;

namespace Extractor.Cli.Tests.BadInputs;

/// <summary>All cases in one folder: ingested by one command, read by one worker. One that brings either down fails them all.</summary>
public sealed class IngestedCases(TestServer server) : IAsyncLifetime
{
    readonly Folder _folder = new();
    readonly Dictionary<string, List<JsonElement>> _rows = new(StringComparer.Ordinal);

    internal Finished Ingest { get; private set; } = null!;

    internal Finished Worker { get; private set; } = null!;

    public string Connection { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        foreach (var page in PageCases.All)
            File.WriteAllBytes(_folder.Write($"in/{page.Name}", ""), page.Bytes);
        _folder.Write("in/wrong-sidecar.txt.json", """{"published": "2021-02-30"}""");
        _folder.Write("in/x/twice.txt", "二十号页。" + PageCase.Sentence);
        _folder.Write("in/y/twice.txt", "二十号页。" + PageCase.Sentence);
        _folder.Write("in/z/folder.txt/page.txt", "二十一号页。" + PageCase.Sentence);
        _folder.Write("in/half.jsonl", $$"""{"document": "整", "text": "二十二号页。{{PageCase.Sentence}}"}""" + "\n{\"document\": \"半\", \"text\": \"二十");
        _folder.Write("in/bad.jsonl", "{\"text\": \"\\ud800\"}\n{\"text\": \"x\", \"published\": \"soon\"}\nnull\n{\"document\": \"好\", \"text\": \"x\\u0000\"}\n");
        _folder.Write("in/.hidden.txt", "x");
        _folder.Write("in/unfinished.txt.part", "x");
        _folder.Write("out/secret.txt", "secret");
        File.CreateSymbolicLink(_folder["in/leads-out.txt"], "../out/secret.txt");
        File.CreateSymbolicLink(_folder["in/leads-nowhere.txt"], "nowhere.txt");
        File.CreateSymbolicLink(_folder["in/circle.txt"], "circle.txt");
        Directory.CreateSymbolicLink(_folder["in/up"], _folder["in"]);
        using (var pipe = System.Diagnostics.Process.Start("mkfifo", [_folder["in/pipe.txt"]]))
            await pipe.WaitForExitAsync();
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, 0);
        socket.Bind(new UnixDomainSocketEndPoint(_folder["in/socket.txt"]));

        Connection = await server.CreateAsync();
        (string, string?)[] database = [("EXTRACTOR_DATABASE", Connection)];
        await Command.RunAsync(["migrate"], "", database);
        Ingest = await Command.RunAsync(["ingest", "--source", "bad", "--report", _folder["report.jsonl"], _folder["in"]], "", database);
        foreach (var line in File.ReadLines(_folder["report.jsonl"]))
        {
            var row = JsonDocument.Parse(line).RootElement;
            var below = Path.GetRelativePath(_folder["in"], row.GetProperty("path").GetString()!);
            if (!_rows.TryGetValue(below, out var rows))
                _rows[below] = rows = [];
            rows.Add(row);
        }
        Worker = await Command.RunAsync(["worker", "--drain"], "", database);
    }

    /// <summary>What the report says of a file: <c>new</c>, or the reason for which it was skipped.</summary>
    public string Outcome(string below)
    {
        var row = Assert.Single(_rows.GetValueOrDefault(below) ?? []);
        return row.TryGetProperty("reason", out var reason) ? reason.GetString()! : row.GetProperty("outcome").GetString()!;
    }

    public string Message(string below) => Assert.Single(_rows[below]).GetProperty("message").GetString()!;

    public bool IsReported(string below) => _rows.ContainsKey(below);

    public async Task<T> AskAsync<T>(string question, object? parameters = null)
    {
        await using var db = Database.Open(Connection);
        await using var connection = await db.OpenConnectionAsync();
        return (await connection.ExecuteScalarAsync<T>(question, parameters))!;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

using System.Diagnostics;
using Dapper;
using Extractor.Worker.Ingestion;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Extractor.Worker.Tests.Ingestion;

public sealed class FolderScanTests(TestServer server) : IAsyncLifetime
{
    readonly Folder _folder = new();
    readonly List<IntakeEntry> _notes = [];
    NpgsqlDataSource _db = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _db = await server.MigratedAsync();

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return _db.DisposeAsync();
    }

    FolderScan NewScan(TimeSpan patience = default, string? factsPath = null, int backlog = 1000, TimeProvider? time = null) => new(
        _db, new DatabaseWork(),
        new() { Folders = [_folder["in"]], Patience = patience, FactsPath = factsPath, Backlog = backlog, Intake = new() { Source = "s" } },
        _notes.Add, NullLogger.Instance, time);

    static async Task<string> ScanAsync(FolderScan scan)
    {
        var report = await scan.ScanAsync(Ct);
        return $"{report.New} {report.Changed} {report.Known} {report.Duplicates} {report.Skipped} {report.Waiting}";
    }

    async Task<string> StoredAsync()
    {
        await using var connection = await _db.OpenConnectionAsync(Ct);
        return await connection.ExecuteScalarAsync<string>(
            "select string_agg(d.uri || ':' || v.text || coalesce('@' || v.publication, ''), ' ' order by d.uri) from documents d join document_versions v using (document_id, version)") ?? "";
    }

    void Touch(string name, int seconds) => File.SetLastWriteTimeUtc(_folder[name], DateTime.UtcNow.AddSeconds(seconds));

    [Fact]
    public async Task What_is_new_or_corrected_comes_in_once_and_the_same_text_again_is_a_duplicate()
    {
        var scan = NewScan();
        Directory.CreateDirectory(_folder["in"]);
        Assert.Equal("0 0 0 0 0 0", await ScanAsync(scan));
        _folder.Write("in/a.txt", "1");
        Assert.Equal("1 0 0 0 0 0", await ScanAsync(scan));
        Assert.Equal("0 0 0 0 0 0", await ScanAsync(scan));
        _folder.Write("in/sub/b.md", "1");
        Assert.Equal("1 0 0 1 0 0", await ScanAsync(scan));
        Touch("in/a.txt", 5);
        Assert.Equal("0 0 1 0 0 0", await ScanAsync(scan));
        _folder.Write("in/a.txt", "2");
        Touch("in/a.txt", 10);
        Assert.Equal("0 1 0 0 0 0", await ScanAsync(scan));
        _folder.Write("in/a.txt.json", """{"publication": "西藏日报"}""");
        Assert.Equal("0 1 0 0 0 0", await ScanAsync(scan));
        Assert.Equal("a.txt:2@西藏日报 sub/b.md:1", await StoredAsync());
        // Another scan, as after a restart, stores nothing twice.
        Assert.Equal("0 0 2 0 0 0", await ScanAsync(NewScan()));
        File.Delete(_folder["in/a.txt"]);
        Assert.Equal("0 0 0 0 0 0", await ScanAsync(scan));
    }

    [Fact]
    public async Task A_corrected_row_of_facts_is_a_new_version_and_a_broken_one_is_told_once_and_changes_nothing()
    {
        var facts = _folder.Write("facts.jsonl", """{"document": "a.txt", "publication": "西藏日报"}""");
        _folder.Write("in/a.txt", "1");
        _folder.Write("in/b.txt", "2");
        var scan = NewScan(factsPath: facts);
        Assert.Equal("2 0 0 0 0 0", await ScanAsync(scan));
        _folder.Write("facts.jsonl", """{"document": "a.txt", "publication": "拉萨晚报"}""");
        Touch("facts.jsonl", 5);
        Assert.Equal("0 1 1 0 0 0", await ScanAsync(scan));
        _folder.Write("facts.jsonl", "{");
        Touch("facts.jsonl", 10);
        _notes.Clear();
        Assert.Equal("0 0 0 0 1 0", await ScanAsync(scan));
        await ScanAsync(scan);
        Assert.Contains("facts.jsonl(1)", Assert.Single(_notes).Message, StringComparison.Ordinal);
        Assert.Equal("a.txt:1@拉萨晚报 b.txt:2", await StoredAsync());
    }

    [Fact]
    public async Task A_file_that_grows_waits_until_two_looks_see_it_the_same()
    {
        var scan = NewScan(patience: TimeSpan.FromHours(1), time: new ManualTime(out var clock));
        _folder.Write("in/a.txt", "1");
        // Each scan looks twice at what is young; the clock is moved on while it waits.
        async Task<string> Scan(Action meanwhile)
        {
            var scanning = ScanAsync(scan);
            await clock.AwaitedAsync(Ct);
            meanwhile();
            clock.Advance(TimeSpan.FromHours(1));
            return await scanning;
        }
        Assert.Equal("0 0 0 0 0 1", await Scan(() => File.AppendAllText(_folder["in/a.txt"], "2")));
        Assert.Equal("0 0 0 0 0 1", await Scan(() => File.AppendAllText(_folder["in/a.txt"], "3")));
        Assert.Equal("1 0 0 0 0 0", await Scan(() => { }));
        Assert.Equal("a.txt:123", await StoredAsync());
    }

    [Fact]
    public async Task Hidden_and_unfinished_names_are_passed_over_and_a_rename_publishes()
    {
        foreach (var name in (string[])[".a.txt", "b.txt.tmp", "c.txt.part", ".d/e.txt", "f.pdf"])
            _folder.Write($"in/{name}", "1");
        var scan = NewScan();
        Assert.Equal("0 0 0 0 0 0", await ScanAsync(scan));
        File.Move(_folder["in/b.txt.tmp"], _folder["in/b.txt"]);
        Assert.Equal("1 0 0 0 0 0", await ScanAsync(scan));
    }

    [Fact]
    public async Task Links_that_lead_out_and_what_is_no_file_are_refused_by_name_and_once()
    {
        _folder.Write("in/a.txt", "1");
        _folder.Write("in2/secret.txt", "secret");
        File.CreateSymbolicLink(_folder["in/within.txt"], "a.txt");
        File.CreateSymbolicLink(_folder["in/out.txt"], "../in2/secret.txt");
        File.CreateSymbolicLink(_folder["in/etc.txt"], "/etc/passwd");
        File.CreateSymbolicLink(_folder["in/circle.txt"], "circle.txt");
        File.CreateSymbolicLink(_folder["in/hollow.txt"], "nowhere.txt");
        Directory.CreateSymbolicLink(_folder["in/way"], _folder["in2"]);
        File.CreateSymbolicLink(_folder["in/through.txt"], "way/secret.txt");
        Run("mkfifo", _folder["in/pipe.txt"]);
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, 0);
        socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(_folder["in/socket.txt"]));

        var scan = NewScan();
        Assert.Equal("2 0 0 1 7 0", await ScanAsync(scan));
        var refused = _notes.Where(note => note.Fault == InputFault.Irregular).Select(note => Path.GetFileName(note.Path));
        Assert.Equal(["circle.txt", "etc.txt", "out.txt", "pipe.txt", "socket.txt", "through.txt"], refused.Order(StringComparer.Ordinal));
        Assert.Equal("hollow.txt", Path.GetFileName(Assert.Single(_notes, note => note.Fault == InputFault.Missing).Path));
        Assert.Equal("a.txt:1 within.txt:1", await StoredAsync());
        _notes.Clear();
        await ScanAsync(scan);
        Assert.Empty(_notes);
    }

    [Fact]
    public async Task A_bad_page_is_told_once_and_read_again_when_it_is_mended()
    {
        Directory.CreateDirectory(_folder["in"]);
        File.WriteAllBytes(_folder["in/a.txt"], [0xE5, 0xFF, 0xFE, 0x81, 0xFF]);
        var scan = NewScan();
        Assert.Equal("0 0 0 0 1 0", await ScanAsync(scan));
        Assert.Equal("0 0 0 0 0 0", await ScanAsync(scan));
        Assert.Equal(InputFault.Charset, Assert.Single(_notes).Fault);
        _folder.Write("in/a.txt", "mended");
        Assert.Equal("1 0 0 0 0 0", await ScanAsync(scan));
    }

    [Fact]
    public async Task A_folder_that_goes_away_is_told_once_and_found_again()
    {
        var scan = NewScan();
        Assert.Equal("0 0 0 0 1 0", await ScanAsync(scan));
        await ScanAsync(scan);
        Assert.Equal(InputFault.Missing, Assert.Single(_notes).Fault);
        _folder.Write("in/a.txt", "1");
        Assert.Equal("1 0 0 0 0 0", await ScanAsync(scan));
    }

    [Fact]
    public async Task Nothing_comes_in_while_too_much_waits_to_be_read()
    {
        _folder.Write("in/a.txt", "1");
        _folder.Write("in/b.txt", "2");
        Assert.Equal("2 0 0 0 0 0", await ScanAsync(NewScan()));
        _folder.Write("in/c.txt", "3");
        var scanning = ScanAsync(NewScan(backlog: 1, time: new ManualTime(out var clock)));
        await clock.AwaitedAsync(Ct);
        Assert.False(scanning.IsCompleted);
        await using (var connection = await _db.OpenConnectionAsync(Ct))
            await connection.ExecuteAsync("update jobs set state = 'done', finished_at = now()");
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("1 0 2 0 0 0", await scanning);
    }

    static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}

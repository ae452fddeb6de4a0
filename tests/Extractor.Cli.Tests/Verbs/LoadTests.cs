using Dapper;
using Extractor.Storage;

namespace Extractor.Cli.Tests.Verbs;

/// <summary>The verbs <c>generate</c> and <c>load</c>: what is read without a database comes to the same as what workers store.</summary>
public sealed class LoadTests(TestServer server) : IDisposable
{
    static readonly string Pages = Path.Combine(AppContext.BaseDirectory, "fixtures", "pages");
    static readonly string Facts = Path.Combine(AppContext.BaseDirectory, "fixtures", "documents.jsonl");

    readonly Folder _folder = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    async Task<string> MigratedAsync()
    {
        var connection = await server.CreateAsync();
        await DoneAsync(connection, "migrate");
        return connection;
    }

    static async Task<string> DoneAsync(string connection, params string[] arguments)
    {
        var finished = await Command.RunAsync(arguments, "", ("EXTRACTOR_DATABASE", connection));
        Assert.True(finished.Code == 0, $"{string.Join(' ', arguments)}: {finished.Code} {finished.Error}");
        return finished.Out;
    }

    static Task<Finished> LoadAsync(string connection, params string[] parts) =>
        Command.RunAsync(["load", .. parts], "", ("EXTRACTOR_DATABASE", connection));

    async Task<string> GenerateAsync(string name, params string[] pages)
    {
        var part = _folder[name];
        await DoneAsync("", ["generate", "--source", "t", "--documents", Facts, "--output", part, .. pages]);
        return part;
    }

    // Everything but when it came in. Names of constraints and indexes are part of it: they were taken away and built again.
    static async Task<IReadOnlyList<string>> ContentsAsync(string connection)
    {
        await using var db = Database.Open(connection);
        await using var opened = await db.OpenConnectionAsync(Ct);
        return (await opened.QueryAsync<string>("""
            select document_id || source || uri || name || version::text || text_hash::text || coalesce(duplicate_of::text, '') from documents
            union all select document_id || version::text || text || concat_ws('|', publication, region, published) from document_versions
            union all select a::text from articles a
            union all select c::text from claims c
            union all select c::text from checks c
            union all select document_id || concat_ws('|', run_id, version::text, ruleset, digest::text, articles, claims, previous_run) from receipts
            union all select 'indicator ' || name from indicator_names
            union all select 'scope ' || name || code from scope_names
            union all select 'publication ' || run_id from publication
            union all select conname || conrelid::regclass || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
            union all select indexdef from pg_indexes where schemaname = 'public'
            """)).Order(StringComparer.Ordinal).ToList();
    }

    [Fact]
    public async Task A_loaded_generation_is_what_workers_store()
    {
        // The same text under another name counts once, whichever way it comes.
        var again = _folder.Write("again.txt", await File.ReadAllTextAsync(Path.Combine(Pages, "finance.txt"), Ct));
        var (stored, loaded) = (await MigratedAsync(), await MigratedAsync());
        await DoneAsync(stored, "ingest", "--source", "t", "--documents", Facts, Pages, again);
        await DoneAsync(stored, "worker", "--drain");
        var part = await GenerateAsync("part.jsonl", Pages, again);
        Assert.StartsWith("26 documents with ", await DoneAsync(loaded, "load", part), StringComparison.Ordinal);
        Assert.Equal(await ContentsAsync(stored), await ContentsAsync(loaded));
        await DoneAsync(loaded, "verify", "--settled");
        // And the day goes on from there.
        Assert.Contains("26 known; 0 queued", await DoneAsync(loaded, "ingest", "--source", "t", "--documents", Facts, Pages, again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_come_one_after_the_other_and_again()
    {
        var (stored, loaded) = (await MigratedAsync(), await MigratedAsync());
        string[] pages = [.. Directory.GetFiles(Pages, "*.txt").Order(StringComparer.Ordinal).Take(4)];
        await DoneAsync(stored, ["ingest", "--source", "t", "--documents", Facts, .. pages]);
        await DoneAsync(stored, "worker", "--drain");
        var (one, two) = (await GenerateAsync("1.jsonl", pages[..2]), await GenerateAsync("2.jsonl", pages[1..]));
        await DoneAsync(loaded, "load", one);
        Assert.Contains("2 documents with", await DoneAsync(loaded, "load", one, two), StringComparison.Ordinal);
        Assert.Equal(await ContentsAsync(stored), await ContentsAsync(loaded));
        Assert.Contains("0 documents with 0 claims loaded; 5 known before", await DoneAsync(loaded, "load", one, two), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Broken => new()
    {
        { "\"articles\":[", "\"articles\":[}", "no JSON from byte" },
        { "\"text\":\"", "\"text\":\"又", "text or facts were changed" },
        { "\"measure\":\"level\"", "\"measure\":\"share\"", "not those that were written" },
        { "\"start\":", "\"start\":1", "is not what stands at" },
        { "\"articles\":", "\"article\":", "no document with its claims" },
        {
            "\"checks\":",
            "\"checks\":[{\"kind\":\"growth\",\"claims\":[99999],\"expected\":\"1\",\"found\":\"1\",\"tolerance\":\"0\",\"unit\":\"%\",\"outcome\":\"agrees\",\"explanation\":\"\"}],\"were\":",
            "a check of claims that are not there"
        },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_line_is_refused_by_place_and_loses_nothing_else(string text, string instead, string reason)
    {
        var part = await GenerateAsync("part.jsonl", [.. Directory.GetFiles(Pages, "*.txt").Order(StringComparer.Ordinal).Take(3)]);
        var lines = await File.ReadAllLinesAsync(part, Ct);
        var claims = lines[2].IndexOf("\"claims\":", StringComparison.Ordinal);
        var at = lines[2].IndexOf(text, text.Contains("start", StringComparison.Ordinal) ? claims : 0, StringComparison.Ordinal);
        lines[2] = lines[2][..at] + instead + lines[2][(at + text.Length)..];
        await File.WriteAllLinesAsync(part, lines, Ct);
        var database = await MigratedAsync();
        var finished = await LoadAsync(database, part);
        finished.Refused(8, "part.jsonl(3): ", reason, "extractor generate");
        Assert.StartsWith("2 documents with", finished.Out, StringComparison.Ordinal);
        await DoneAsync(database, "verify", "--settled");
    }

    [Fact]
    public async Task A_part_that_was_cut_short_or_is_none_is_told()
    {
        var part = await GenerateAsync("part.jsonl", Path.Combine(Pages, "finance.txt"), Path.Combine(Pages, "taiwan.txt"));
        var lines = await File.ReadAllLinesAsync(part, Ct);
        var cut = _folder.Write("cut.jsonl", string.Join('\n', lines[..^2]) + "\n");
        var other = _folder.Write("other.jsonl", lines[0].Replace("ruleset\":\"", "ruleset\":\"0", StringComparison.Ordinal));
        var none = _folder.Write("none.jsonl", "no part");
        var database = await MigratedAsync();
        (await LoadAsync(database, none)).Refused(2, "none.jsonl(1): ", "extractor generate");
        (await LoadAsync(database, other)).Refused(2, "other.jsonl(1): ", "was read by ruleset 0");
        (await LoadAsync(database, _folder["missing.jsonl"])).Refused(3, "no such file");
        (await LoadAsync(database, cut)).Refused(8, "cut short");
        Assert.Contains("1 known before", await DoneAsync(database, "load", part), StringComparison.Ordinal);
    }
}

using System.Diagnostics;
using Dapper;
using Extractor.Storage;

namespace Extractor.Cli.Tests.Verbs;

public sealed class DemoTests(TestServer server)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_demo_adds_no_claim_and_every_quote_is_its_slice_of_the_text()
    {
        var connection = await server.CreateAsync();
        (string, string?)[] turkish = [("EXTRACTOR_DATABASE", connection), ("LC_ALL", "tr_TR.UTF-8"), ("LANG", "tr_TR.UTF-8")];
        var first = await Command.RunAsync(["demo", "--no-serve"], "", turkish);
        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.Contains("ten richest indicators", first.Out, StringComparison.Ordinal);
        Assert.Contains(" claims were added.", first.Out, StringComparison.Ordinal);

        await using var db = Database.Open(connection);
        await using var opened = await db.OpenConnectionAsync(Ct);
        var claims = await opened.ExecuteScalarAsync<int>("select count(*)::int from claims");
        Assert.True(claims > 0);
        Assert.True(await opened.ExecuteScalarAsync<bool>(
            "select bool_and(substring(text from span_start + 1 for span_end - span_start) = quote) from claims join document_versions using (document_id, version)"));

        var second = await Command.RunAsync(["demo", "--no-serve"], "", turkish);
        Assert.Equal((0, ""), (second.Code, second.Error));
        Assert.Contains("No claim was added", second.Out, StringComparison.Ordinal);
        Assert.Equal(claims, await opened.ExecuteScalarAsync<int>("select count(*)::int from claims"));
    }

    [Fact]
    public async Task A_demo_ends_in_pages_on_a_port_that_is_free()
    {
        using var demo = Command.Start(["demo"], ("EXTRACTOR_DATABASE", await server.CreateAsync()));
        string? line;
        while ((line = await demo.StandardOutput.ReadLineAsync(Ct)) is not null && !line.Contains("http://", StringComparison.Ordinal))
            Assert.DoesNotContain("fault", line, StringComparison.Ordinal);
        using var http = new HttpClient();
        Assert.Contains("快递业务量", await http.GetStringAsync(line!.Split(' ').First(word => word.StartsWith("http", StringComparison.Ordinal)), Ct), StringComparison.Ordinal);
        using (var kill = Process.Start("kill", ["-INT", $"{demo.Id}"]))
            await kill.WaitForExitAsync(Ct);
        await demo.WaitForExitAsync(Ct);
        Assert.Equal(ExitCode.Interrupted, demo.ExitCode);
    }

    [Fact]
    public async Task Pages_are_ingested_once_and_read_by_a_worker_that_drains()
    {
        using var folder = new Folder();
        foreach (var i in Enumerable.Range(0, 5))
            folder.Write($"{i}.txt", $"2021年，全区快递业务量{i + 10}万件。");
        (string, string?)[] database = [("EXTRACTOR_DATABASE", await server.CreateAsync())];
        (await Command.RunAsync(["ingest", folder.Path], "", database)).Refused(ExitCode.Database, "extractor migrate");
        var migrated = await Command.RunAsync(["migrate"], "", database);
        Assert.Contains("applied 0001_documents.sql", migrated.Out, StringComparison.Ordinal);
        Assert.Contains("up to date", (await Command.RunAsync(["migrate"], "", database)).Out, StringComparison.Ordinal);

        Assert.Contains("5 new, 0 changed, 0 known; 5 queued", (await Command.RunAsync(["ingest", folder.Path], "", database)).Out, StringComparison.Ordinal);
        using var one = Command.Start(["worker", "--drain"], database);
        using var two = Command.Start(["worker", "--drain"], database);
        Assert.Equal((0, 0), ((await Command.FinishAsync(one)).Code, (await Command.FinishAsync(two)).Code));
        folder.Write("0.txt", "2021年，全区快递业务量9万件。");
        Assert.Contains("0 new, 1 changed, 4 known; 1 queued", (await Command.RunAsync(["ingest", folder.Path], "", database)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_told_to_end_ends_well_and_one_interrupted_says_so()
    {
        (string, string?)[] database = [("EXTRACTOR_DATABASE", await server.CreateAsync())];
        await Command.RunAsync(["migrate"], "", database);
        foreach (var (signal, code) in (ReadOnlySpan<(string, int)>)[("TERM", ExitCode.Done), ("INT", ExitCode.Interrupted)])
            Assert.Equal(code, SignalledWorker(signal, database));
    }

    static int SignalledWorker(string signal, (string, string?)[] variables)
    {
        using var worker = Command.Start(["worker"], variables);
        Assert.Contains("reads with ruleset", worker.StandardError.ReadLine(), StringComparison.Ordinal);
        using (var kill = Process.Start("kill", [$"-{signal}", $"{worker.Id}"]))
            kill.WaitForExit();
        worker.StandardError.ReadToEnd();
        worker.WaitForExit();
        return worker.ExitCode;
    }
}

using System.Text.Json;
using Extractor.Cli.Tests.Verbs;

namespace Extractor.Cli.Tests;

public sealed class JsonLogTests(TestServer server)
{
    [Fact]
    public async Task Each_line_is_an_object_that_names_worker_job_document_and_run()
    {
        using var folder = new Folder();
        folder.Write("a.txt", "2021年，全区快递业务量10万件。");
        (string, string?)[] database = [("EXTRACTOR_DATABASE", await server.CreateAsync())];
        await Command.RunAsync(["migrate"], "", database);
        await Command.RunAsync(["ingest", folder.Path], "", database);
        await using (var db = Storage.Database.Open(database[0].Item2!))
        await using (var connection = await db.OpenConnectionAsync(TestContext.Current.CancellationToken))
        {
            // Refuses the claim, and says so with a break of the line and a command to the terminal.
            await Dapper.SqlMapper.ExecuteAsync(connection, """
                create function refuse() returns trigger language plpgsql as
                $$ begin raise exception E'no\r\n\x1b[31mnever password=hush host=x postgres://me:hush@db/x' using errcode = '23514'; end $$;
                create trigger refuse before insert on claims for each row execute function refuse()
                """);
        }
        await using var worker = await WorkerProcess.StartAsync(["--log", "json"], database);
        await worker.UntilAsync("/metrics", (_, text) => text.Contains("{outcome=\"parked\"} 1\n", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Done, await worker.EndAsync());

        var lines = worker.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Single(lines.Select(line => line.GetProperty("worker").GetString()).Distinct());
        Assert.All(lines, line => Assert.EndsWith("Z", line.GetProperty("timestamp").GetString(), StringComparison.Ordinal));
        var parked = Assert.Single(lines, line => line.GetProperty("event").GetInt32() == 4);
        Assert.Equal("error", parked.GetProperty("level").GetString());
        Assert.Equal((JsonValueKind.Number, JsonValueKind.Number), (parked.GetProperty("job").ValueKind, parked.GetProperty("run").ValueKind));
        Assert.True(Guid.TryParse(parked.GetProperty("document").GetString(), out _));
        Assert.Contains("no [31mnever password=*** host=x postgres://me:***@db/x", parked.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("快递", worker.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EXTRACTOR_LOG", "xml", "--log")]
    [InlineData("EXTRACTOR_WORKER_PORT", "many", "EXTRACTOR_WORKER_PORT")]
    [InlineData("EXTRACTOR_LANES", "many", "EXTRACTOR_LANES")]
    public async Task A_setting_that_cannot_be_read_is_refused_by_name(string variable, string value, string words) =>
        (await Command.RunAsync(["worker", "--drain"], "", (variable, value))).Refused(ExitCode.Usage, words);
}

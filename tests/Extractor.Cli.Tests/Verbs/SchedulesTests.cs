using System.Diagnostics;
using System.Text.Json;

namespace Extractor.Cli.Tests.Verbs;

public sealed class SchedulesTests(TestServer server)
{
    (string, string?)[] _database = [];

    async Task MigrateAsync()
    {
        _database = [("EXTRACTOR_DATABASE", await server.CreateAsync())];
        Assert.Equal(0, (await Command.RunAsync(["migrate"], "", _database)).Code);
    }

    Task<Finished> RunAsync(params string[] arguments) => Command.RunAsync(["schedules", .. arguments], "", _database);

    async Task<string> SayAsync(params string[] arguments)
    {
        var finished = await RunAsync(arguments);
        Assert.Equal((0, ""), (finished.Code, finished.Error));
        return finished.Out;
    }

    async Task<List<JsonElement>> LinesAsync(params string[] arguments) =>
        [.. (await SayAsync([.. arguments, "--format", "jsonl"])).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    [Fact]
    public async Task A_schedule_is_added_listed_run_by_a_worker_and_removed()
    {
        await MigrateAsync();
        Assert.Equal("added 夜间: verify at 0 30 2 * * ?, Asia/Shanghai\n", await SayAsync("add", "夜间", "--kind", "verify", "--cron", "30 2 * * *"));
        (await RunAsync("add", "夜间", "--kind", "verify", "--cron", "30 2 * * *")).Refused(ExitCode.Usage, "夜间", "already");
        var listed = Assert.Single(await LinesAsync("list"));
        Assert.Equal(("夜间", "verify", "Asia/Shanghai", "waiting"), (Text(listed, "name"), Text(listed, "kind"), Text(listed, "timeZone"), Text(listed, "state")));
        Assert.EndsWith("18:30:00+00:00", Text(listed, "next"), StringComparison.Ordinal);
        Assert.Contains("夜间", await SayAsync("list", "--format", "table"), StringComparison.Ordinal);

        Assert.Equal("paused 夜间\n", await SayAsync("pause", "夜间"));
        Assert.Equal("paused", Text(Assert.Single(await LinesAsync("list")), "state"));
        Assert.Equal("resumed 夜间\n", await SayAsync("resume", "夜间"));
        Assert.StartsWith("no worker is alive", await SayAsync("run", "夜间"), StringComparison.Ordinal);
        Assert.Empty(await LinesAsync("history"));
        using (var worker = Command.Start(["worker"], _database))
        {
            JsonElement fired;
            do
                fired = (await LinesAsync("history", "夜间")).SingleOrDefault();
            while (fired.ValueKind == JsonValueKind.Undefined || Text(fired, "outcome") is null);
            Assert.Equal(("夜间", "verify"), (Text(fired, "schedule"), Text(fired, "kind")));
            Assert.Contains("fired by one of 1 workers", await SayAsync("run", "夜间"), StringComparison.Ordinal);
            using (var kill = Process.Start("kill", ["-TERM", $"{worker.Id}"]))
                kill.WaitForExit();
            Assert.Equal(ExitCode.Done, (await Command.FinishAsync(worker)).Code);
        }
        Assert.NotNull(Text(Assert.Single(await LinesAsync("list")), "lastOutcome"));
        Assert.Equal("removed 夜间\n", await SayAsync("remove", "夜间"));
        Assert.Empty(await LinesAsync("list"));
        Assert.NotEmpty(await LinesAsync("history", "夜间"));
        foreach (var verb in (string[])["remove", "pause", "resume", "run"])
            (await RunAsync(verb, "夜间")).Refused(ExitCode.Usage, "夜间", "extractor schedules list");
    }

    [Theory]
    [InlineData("--cron", "daily", "0 30 2 * * ?")]
    [InlineData("--cron", "0 0 0 30 2 ?", "never due")]
    [InlineData("--time-zone", "Peking", "Asia/Shanghai")]
    [InlineData("--kind", "dance", "verify")]
    public async Task What_cannot_be_scheduled_is_refused_before_any_database_is_asked(string option, string value, string words)
    {
        var options = new Dictionary<string, string> { ["--cron"] = "0 0 2 * * ?", ["--time-zone"] = "Asia/Shanghai", ["--kind"] = "verify", [option] = value };
        (await RunAsync(["add", "x", .. options.SelectMany(pair => (string[])[pair.Key, pair.Value])])).Refused(ExitCode.Usage, words);
    }

    [Fact]
    public async Task A_folder_needs_its_path_and_a_database_its_tables()
    {
        _database = [("EXTRACTOR_DATABASE", await server.CreateAsync())];
        (await RunAsync("list")).Refused(ExitCode.Database, "extractor migrate");
        await MigrateAsync();
        (await RunAsync("add", "in", "--kind", "folder", "--cron", "0 0 2 * * ?")).Refused(ExitCode.Usage, "--argument");
    }

    static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();
}

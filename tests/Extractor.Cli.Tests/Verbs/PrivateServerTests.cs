namespace Extractor.Cli.Tests.Verbs;

public sealed class PrivateServerTests : IDisposable
{
    readonly Folder _folder = new();

    string ProcessFile => _folder["postgres/postmaster.pid"];

    (string, string?)[] Variables => [("EXTRACTOR_DATA", _folder.Path), ("EXTRACTOR_DATABASE", null)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_commands_at_once_share_the_server_and_the_last_one_out_stops_it()
    {
        var both = await Task.WhenAll(
            Command.RunAsync(["demo", "--no-serve"], "", Variables), Command.RunAsync(["demo", "--no-serve"], "", Variables));
        Assert.All(both, run => Assert.Equal((0, ""), (run.Code, run.Error)));
        Assert.False(File.Exists(ProcessFile));
    }

    [Fact]
    public async Task A_command_that_is_killed_leaves_a_server_that_the_next_one_adopts_and_stops()
    {
        using (var worker = Command.Start(["worker"], Variables))
        {
            Assert.Contains("reads with ruleset", await worker.StandardError.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            worker.Kill();
            await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        var server = File.ReadLines(ProcessFile).First();
        using (var other = Command.Start(["worker"], Variables))
        {
            Assert.Contains("reads with ruleset", await other.StandardError.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Equal(server, File.ReadLines(ProcessFile).First());
            var migrate = await Command.RunAsync(["migrate"], "", Variables);
            Assert.Equal((0, "the schema is up to date\n", ""), (migrate.Code, migrate.Out, migrate.Error));
            Assert.True(File.Exists(ProcessFile));
            other.Kill();
            await other.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal(0, (await Command.RunAsync(["migrate"], "", Variables)).Code);
        Assert.False(File.Exists(ProcessFile));
    }
}

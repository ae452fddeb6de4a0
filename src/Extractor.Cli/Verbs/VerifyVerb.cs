using System.CommandLine;
using System.Globalization;
using Extractor.Storage.Verifications;

namespace Extractor.Cli.Verbs;

/// <summary><c>verify</c>: whether the database keeps what it should.</summary>
static class VerifyVerb
{
    public static Command Create(Terminal terminal)
    {
        var database = DatabaseSession.CreateOption();
        var settled = new Option<bool>("--settled") { Description = "Also that nothing waits: every job is done, cancelled or parked" };
        var command = new Command("verify", "Check every invariant of the database; changes nothing") { database, settled };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = await DatabaseSession.OpenAsync(parsed.GetValue(database), ct);
            var broken = 0;
            await foreach (var finding in Verification.RunAsync(session.Db, parsed.GetValue(settled), ct))
            {
                broken += finding.Broken > 0 ? 1 : 0;
                terminal.Out.WriteLine(finding.Broken == 0 ? $"ok   {finding.Invariant}" : string.Create(
                    CultureInfo.InvariantCulture, $"BAD  {finding.Invariant}: broken {finding.Broken:N0} times, such as {Terminal.OneLine(finding.Example ?? "")}"));
                terminal.Out.Flush();
            }
            return broken == 0 ? ExitCode.Done : ExitCode.Found;
        });
        return command.WithExamples("extractor verify", "extractor worker --drain && extractor verify --settled");
    }
}

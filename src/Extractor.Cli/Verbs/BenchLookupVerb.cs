using System.CommandLine;
using System.Globalization;
using Extractor.Cli.Benchmarks;
using Spectre.Console;

namespace Extractor.Cli.Verbs;

/// <summary><c>bench lookup</c>: how fast readers are answered over a million claims.</summary>
static class BenchLookupVerb
{
    public static Command Create(Terminal terminal)
    {
        var database = DatabaseSession.CreateOption();
        var claims = new Option<int>("--claims") { Description = "How many to make up", HelpName = "N", DefaultValueFactory = _ => 1_000_000 };
        var plans = new Option<bool>("--plans") { Description = "Print the server's plans; the login must be a superuser's" };
        var command = new Command("lookup", "Make claims up in a database of their own, time what readers ask, and drop the database") { database, claims, plans };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = await DatabaseSession.OpenAnyAsync(parsed.GetValue(database), ct);
            await using var bench = await BenchDatabase.CreateAsync(session, "catalogue", ct);
            await RunAsync(terminal, bench, parsed.GetValue(claims), parsed.GetValue(plans), ct);
            return ExitCode.Done;
        });
        return command.WithExamples("extractor bench lookup", "extractor bench lookup --claims 100000 --plans");
    }

    static async Task RunAsync(Terminal terminal, BenchDatabase bench, int claims, bool plans, CancellationToken ct)
    {
        await terminal.ShowAsync("making claims up", claims, async progress =>
        {
            await MillionClaims.FillAsync(bench.Db, claims, progress, ct);
            return true;
        });
        var table = new Table().Border(TableBorder.Rounded).AddColumns(
            new("question"), new TableColumn("rows").RightAligned(), new TableColumn("p50 ms").RightAligned(), new TableColumn("p95 ms").RightAligned(), new TableColumn("most ms").RightAligned());
        foreach (var (question, ask) in LookupBench.Questions)
        {
            var timing = await LookupBench.TakeAsync(bench.Db, question, ask, ct);
            table.AddRow([question, .. ((IFormattable[])[timing.Rows, timing.P50, timing.P95, timing.Most]).Select(figure => figure.ToString(figure is int ? "N0" : "0.0", CultureInfo.InvariantCulture))]);
        }
        terminal.Tables().Write(table);
        if (plans)
            await PrintPlansAsync(terminal, bench.Connection, ct);
        terminal.Out.Flush();
    }

    static async Task PrintPlansAsync(Terminal terminal, string connection, CancellationToken ct)
    {
        var log = new PlanLog();
        await using var db = log.Open(connection);
        foreach (var (question, ask) in LookupBench.Questions)
        {
            await ask(db, 0, ct);
            log.Clear();
            await ask(db, 0, ct);
            terminal.Out.WriteLine($"\n== {question}");
            foreach (var plan in log.Plans)
                terminal.Out.WriteLine(plan);
        }
    }
}

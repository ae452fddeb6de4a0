using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Extractor.Cli.Inputs;
using Extractor.Storage.Claims;
using Extractor.Worker;
using Extractor.Worker.Ingestion;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace Extractor.Cli.Verbs;

/// <summary><c>demo</c>: the whole way once, on the pages that come with the program, and then its pages in a browser.</summary>
static class DemoVerb
{
    /// <param name="interrupted">The exit code after a signal.</param>
    public static Command Create(Terminal terminal, Func<int> interrupted)
    {
        var database = DatabaseSession.CreateOption();
        var noServe = new Option<bool>("--no-serve") { Description = "End with the summary instead of serving the pages" };
        var command = new Command("demo", "Store the claims of the pages that come with the program, and show what was stored")
        {
            database, noServe,
        };
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = await DatabaseSession.OpenAnyAsync(parsed.GetValue(database), ct);
            var code = await RunAsync(terminal, session, ct);
            terminal.Out.Flush();
            if (parsed.GetValue(noServe) || code is not (ExitCode.Done or ExitCode.Partly))
                return code;
            await ServeVerb.RunAnywhereAsync(terminal, session, ct);
            return code == ExitCode.Done ? interrupted() : code;
        });
        return command.WithExamples("extractor demo", "extractor demo --no-serve");
    }

    static async Task<int> RunAsync(Terminal terminal, DatabaseSession session, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        var fixtures = Path.Combine(AppContext.BaseDirectory, "fixtures");
        var failures = new Failures(terminal);
        var list = InputList.Find([Path.Combine(fixtures, "pages")], FolderRules.Ingestion);
        if (list.Files.Count == 0)
        {
            foreach (var failure in list.Failures)
                failures.Add(failure);
            return failures.Code(0);
        }
        var factsPath = Path.Combine(fixtures, "documents.jsonl");
        var facts = FactsFile.Read(File.Exists(factsPath) ? factsPath : null);

        await session.MigrateAsync(ct);
        var ingested = await IngestVerb.IngestAsync(
            terminal, session, list, new IntakeOptions { Source = "fixtures", Facts = document => facts[document] }, failures, note: null, ct);
        var loop = WorkerVerb.NewLoop(session, new WorkerOptions { Drain = true }, new ErrorLog(terminal, LogLevel.Warning));
        var tally = await terminal.ShowAsync("reading pages", ingested.Queued, async progress =>
        {
            var running = loop.RunAsync(ct);
            while (await Task.WhenAny(running, Task.Delay(TimeSpan.FromMilliseconds(100), CancellationToken.None)) != running)
                progress(loop.Tally.Documents);
            return await running;
        });
        ct.ThrowIfCancellationRequested();
        Show(terminal, await StockStore.TakeAsync(session.Db, indicators: 10, ct), tally, clock.Elapsed);
        return tally.Parked > 0 ? ExitCode.Partly : failures.Code(ingested.Total);
    }

    static void Show(Terminal terminal, Stock stock, Tally tally, TimeSpan elapsed)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns(new TableColumn("stored"), new TableColumn("count").RightAligned());
        void Row(string label, long count) => table.AddRow(new Text(label), new Text(count.ToString("N0", CultureInfo.InvariantCulture)));
        Row("documents", stock.Documents);
        if (stock.Duplicates > 0)
            Row("of them the same text again", stock.Duplicates);
        Row("claims", stock.Claims);
        if (stock.Parked > 0)
            Row("documents that could not be read", stock.Parked);
        table.AddEmptyRow();
        table.AddRow(new Text("the ten richest indicators"), new Text("claims"));
        foreach (var (indicator, claims) in stock.Richest)
            Row(Terminal.OneLine(indicator), claims);
        var console = terminal.Tables();
        console.Write(table);
        var change = tally switch
        {
            { Documents: 0 } => "No claim was added: every page had been read by this ruleset before.",
            { Added: 0, Retired: 0 } => "No claim was added: the pages say what was stored already.",
            { Retired: 0 } => string.Create(CultureInfo.InvariantCulture, $"{tally.Added:N0} claims were added."),
            _ => string.Create(CultureInfo.InvariantCulture, $"{tally.Added:N0} claims were added, {tally.Retired:N0} retired."),
        };
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{change} It took {elapsed.TotalSeconds:0.0} seconds."));
    }
}

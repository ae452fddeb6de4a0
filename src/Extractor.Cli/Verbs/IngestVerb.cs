using System.CommandLine;
using Extractor.Cli.Inputs;
using Extractor.Cli.Output;
using Extractor.Worker.Ingestion;

namespace Extractor.Cli.Verbs;

/// <summary><c>ingest</c>: stores documents and queues them for the workers.</summary>
static class IngestVerb
{
    /// <param name="interrupted">The exit code after a signal, for folders that are watched until one comes.</param>
    public static Command Create(Terminal terminal, Func<int> interrupted)
    {
        var (inputs, own) = (new InputOptions(), new IngestOptions());
        var database = DatabaseSession.CreateOption();
        var command = new Command("ingest", "Store documents and queue them to be read by workers") { database };
        inputs.AddTo(command);
        own.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var facts = inputs.Facts(parsed);
            var intake = new IntakeOptions
            {
                Source = own.Source(parsed), Charset = inputs.Charset(parsed), MaxSize = inputs.MaxSize(parsed),
                Facts = document => facts[document], Pattern = own.Pattern(parsed),
            };
            using var report = IntakeReportFile.Open(own.Report(parsed));
            if (own.IsWatching(parsed))
            {
                var scan = new FolderScanOptions
                {
                    Folders = inputs.Paths(parsed), Intake = intake, FactsPath = inputs.FactsPath(parsed), Backlog = own.Backlog(parsed),
                };
                await WatchAsync(terminal, parsed.GetValue(database), scan, own.Interval(parsed), report, ct);
                return interrupted();
            }
            var list = inputs.Files(parsed, FolderRules.Ingestion);
            var failures = new Failures(terminal);
            if (list.Files.Count == 0)
            {
                foreach (var failure in list.Failures)
                    failures.Add(failure);
                return failures.Code(0);
            }
            await using var session = await DatabaseSession.OpenAsync(parsed.GetValue(database), ct);
            var count = await IngestAsync(terminal, session, list, intake, failures, report is null ? null : report.Write, ct);
            terminal.Out.WriteLine(count.ToString());
            terminal.Out.Flush();
            return failures.Code(count.Total);
        });
        return command.WithExamples(
            "extractor ingest --documents facts.jsonl pages/",
            "extractor ingest --source 西藏日报 2024-03-01/",
            "extractor ingest --path-pattern '{publication}/{published:yyyy-MM-dd}/*' --report report.jsonl archive/",
            "extractor ingest --watch --documents facts.jsonl /srv/pages",
            "curl -s https://example.org/page.html | extractor ingest -");
    }

    /// <summary>Stores and queues documents one by one; what cannot be read is reported and passed over.</summary>
    public static async Task<IntakeReport> IngestAsync(
        Terminal terminal, DatabaseSession session, InputList list, IntakeOptions options,
        Failures failures, Action<IntakeEntry>? note, CancellationToken ct)
    {
        var ingester = new Ingester(session.Db, session.Work);
        return await terminal.ShowAsync("storing documents", list.Files.Count, async progress =>
        {
            var intake = new Intake(ingester, options, entry =>
            {
                note?.Invoke(entry);
                if (entry.Fault is { } fault)
                    failures.Add(new(fault, entry.Message!));
                else if (entry.Message is { } notice)
                    terminal.Say(notice);
            });
            foreach (var failure in list.Failures)
                intake.Skip(failure.Place, failure);
            var done = 0;
            foreach (var file in list.Files)
            {
                ct.ThrowIfCancellationRequested();
                if (await intake.TakeAsync(file, ct) is { Fault: InputFault.Unfinished } unfinished)
                    intake.Skip(file.Path, unfinished);
                progress(++done);
            }
            return intake.Report;
        });
    }

    static async Task WatchAsync(
        Terminal terminal, string? connection, FolderScanOptions options, TimeSpan interval, IntakeReportFile? report, CancellationToken ct)
    {
        foreach (var folder in options.Folders)
            if (!Directory.Exists(folder))
                throw new CliException(ExitCode.Missing, $"{folder}: no such folder; --watch takes folders");
        await using var session = await DatabaseSession.OpenAsync(connection, ct);
        var log = new ErrorLog(terminal);
        var scan = new FolderScan(session.Db, session.Work, options, entry =>
        {
            report?.Write(entry);
            if (entry.Message is not null)
                terminal.Say(entry.Message);
        }, log);
        terminal.Say($"watching {string.Join(", ", options.Folders)}");
        await new FolderWatch(scan, options.Folders, interval, log).RunAsync(ct);
    }
}

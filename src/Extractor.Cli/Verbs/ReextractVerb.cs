using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Extractor.Cli.Inputs;
using Extractor.Cli.Output;
using Extractor.Core;
using Extractor.Storage.Runs;
using Extractor.Worker;
using Extractor.Worker.Reextractions;

namespace Extractor.Cli.Verbs;

/// <summary><c>reextract</c>: reads stored documents again with this program's ruleset.</summary>
static class ReextractVerb
{
    const int Examples = 20;

    static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(30);

    /// <param name="interrupted">The exit code after a signal: the run goes on where it was.</param>
    public static Command Create(Terminal terminal, Func<int> interrupted)
    {
        var (database, selection) = (DatabaseSession.CreateOption(), new SelectionOptions());
        var dryRun = new Option<bool>("--dry-run") { Description = "Only say how many documents would be read, and what would change in a sample of them" };
        var sample = new Option<int>("--sample") { Description = "How many documents a dry run reads", HelpName = "N", DefaultValueFactory = _ => 200 };
        var queueOnly = new Option<bool>("--queue-only") { Description = "Leave the reading to the workers" };
        var resume = new Option<bool>("--resume") { Description = "Go on with the one that is under way" };
        var command = new Command("reextract", "Read stored documents again with this program's ruleset, and show readers the result when all of it is done")
        {
            database, dryRun, sample, queueOnly, resume,
        };
        selection.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            await using var session = await DatabaseSession.OpenAsync(parsed.GetValue(database), ct);
            if (parsed.GetValue(dryRun))
                return await PreviewAsync(terminal, session, selection.Read(parsed), parsed.GetValue(sample), ct);
            var reextraction = new Reextraction(session.Db, session.Work, ClaimExtractor.Default.Ruleset);
            var run = parsed.GetValue(resume) ? await UnderWayAsync(session, ct) : await StartAsync(terminal, reextraction, selection.Read(parsed), ct);
            if (run is null || parsed.GetValue(queueOnly))
                return ExitCode.Done;
            return await ReadAsync(terminal, session, run, interrupted, ct);
        });
        return command.WithExamples(
            "extractor reextract --dry-run",
            "extractor reextract --from 2021-01-01 --scope 西藏自治区",
            "extractor reextract --queue-only && extractor runs list",
            "extractor reextract --resume");
    }

    static async Task<int> PreviewAsync(Terminal terminal, DatabaseSession session, Selection selection, int sample, CancellationToken ct)
    {
        var reextraction = new Reextraction(session.Db, session.Work, ClaimExtractor.Default.Ruleset);
        var preview = await terminal.ShowAsync("reading a sample", sample, progress => reextraction.PreviewAsync(selection, sample, ClaimExtractor.Default.Extract, progress, ct));
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{preview.Selected:N0} documents would be read; of {preview.Sampled:N0} of them {preview.Differing:N0} differ: {preview.Count(ChangeKind.Added):N0} claims added, {preview.Count(ChangeKind.Retired):N0} retired, {preview.Count(ChangeKind.Changed):N0} changed"));
        foreach (var change in preview.Changes.Take(Examples))
            ChangeLines.Write(terminal, "table", change);
        if (preview.Changes.Count > Examples)
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… and {preview.Changes.Count - Examples:N0} more"));
        terminal.Out.Flush();
        return ExitCode.Done;
    }

    static async Task<Run?> StartAsync(Terminal terminal, Reextraction reextraction, Selection selection, CancellationToken ct)
    {
        var (run, planned) = await reextraction.StartAsync(selection, ct);
        terminal.Say(run is null
            ? $"nothing to do: all that is selected was read by ruleset {ClaimExtractor.Default.Ruleset} before (--all reads it all the same)"
            : string.Create(CultureInfo.InvariantCulture, $"run {run.Id}: {planned:N0} documents queued"));
        return run;
    }

    static async Task<Run> UnderWayAsync(DatabaseSession session, CancellationToken ct)
    {
        var run = await new RunStore(session.Db).FindReextractionAsync(ct)
            ?? throw new CliException(ExitCode.Usage, "no re-extraction is under way; see: extractor runs list");
        return run.Ruleset == ClaimExtractor.Default.Ruleset ? run : throw new CliException(
            ExitCode.Usage, $"run {run.Id} is of ruleset {run.Ruleset} and this program's is {ClaimExtractor.Default.Ruleset}; let workers of that version end it, or: extractor runs cancel");
    }

    static async Task<int> ReadAsync(Terminal terminal, DatabaseSession session, Run run, Func<int> interrupted, CancellationToken ct)
    {
        var history = new RunHistory(session.Db);
        var summary = (await history.FindAsync(run.Id, ct))!;
        var (clock, told) = (Stopwatch.StartNew(), TimeSpan.Zero);
        var loop = WorkerVerb.NewLoop(session, new WorkerOptions { Drain = true }, new ErrorLog(terminal, Microsoft.Extensions.Logging.LogLevel.Warning));
        await terminal.ShowAsync($"run {run.Id}", (int)Math.Min(int.MaxValue, summary.Planned), async progress =>
        {
            var reading = loop.RunAsync(ct);
            while (await Task.WhenAny(reading, Task.Delay(TimeSpan.FromMilliseconds(500), CancellationToken.None)) != reading)
                if (await history.FindWaitingAsync(run.Id, CancellationToken.None) is { } waiting)
                {
                    progress(summary.Planned - waiting);
                    if (!terminal.ShowsProgress && clock.Elapsed - told > BetweenLines)
                    {
                        told = clock.Elapsed;
                        var read = summary.Planned - waiting;
                        var left = read > 0 ? clock.Elapsed * ((double)waiting / read) : TimeSpan.Zero;
                        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"run {run.Id}: {read:N0} of {summary.Planned:N0}, about {left:hh\\:mm\\:ss} left"));
                    }
                }
            return await reading;
        });
        summary = (await history.FindAsync(run.Id, CancellationToken.None))!;
        if (summary.State == "running")
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture,
                $"run {run.Id} stands at {summary.Planned - summary.Waiting:N0} of {summary.Planned:N0}; go on: extractor reextract --resume; take it back: extractor runs cancel"));
            return interrupted();
        }
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"run {run.Id} is {summary.State}: {summary.Done:N0} documents read, {summary.Parked:N0} parked; {summary.Added:N0} claims added, {summary.Retired:N0} retired"));
        terminal.Out.Flush();
        return summary.Parked > 0 ? ExitCode.Partly : ExitCode.Done;
    }
}

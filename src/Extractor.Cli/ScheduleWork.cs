using System.CommandLine;
using System.Globalization;
using Extractor.Cli.Inputs;
using Extractor.Core;
using Extractor.Storage.Runs;
using Extractor.Storage.Verifications;
using Extractor.Worker.Feeds;
using Extractor.Worker.Ingestion;
using Extractor.Worker.Reextractions;
using Extractor.Worker.Schedules;
using Microsoft.Extensions.Logging;

namespace Extractor.Cli;

/// <summary>The one place that ties each kind of schedule to its work.</summary>
sealed class ScheduleWork(DatabaseSession session, ILogger logger)
{
    // A scan remembers what it saw, so that an unchanged folder costs a look and no reading.
    readonly Dictionary<string, FolderScan> _scans = new(StringComparer.Ordinal);

    public ScheduleKinds Kinds() => new(new Dictionary<string, Schedule.Work>
    {
        [ScheduleKinds.Reextract] = ReextractAsync,
        [ScheduleKinds.Feeds] = PollAsync,
        [ScheduleKinds.Folder] = ScanAsync,
        [ScheduleKinds.Verify] = (_, ct) => VerifyAsync(ct),
    });

    async Task<string> ReextractAsync(string? filters, CancellationToken ct)
    {
        if (await new RunStore(session.Db).FindReextractionAsync(ct) is { } running)
            return $"run {running.Id} is still under way";
        var (run, planned) = await new Reextraction(session.Db, session.Work, ClaimExtractor.Default.Ruleset).StartAsync(Selected(filters), ct);
        return run is null ? "nothing to do" : string.Create(CultureInfo.InvariantCulture, $"run {run.Id}: {planned:N0} documents queued");
    }

    /// <param name="filters">As on the command line: <c>--from 2021-01-01 --scope 西藏自治区</c>.</param>
    /// <exception cref="CliException">They are no filters.</exception>
    public static Selection Selected(string? filters)
    {
        var options = new SelectionOptions();
        var command = new Command("reextract");
        options.AddTo(command);
        var parsed = command.Parse(filters ?? "");
        return parsed.Errors.Count == 0 ? options.Read(parsed) : throw new CliException(
            ExitCode.Usage, $"{parsed.Errors[0].Message} The argument of a re-extraction is its filters, such as: --from 2021-01-01 --publication 西藏日报");
    }

    async Task<string> PollAsync(string? name, CancellationToken ct)
    {
        using var client = new FeedClient(InputOptions.AllowsPrivateFeeds);
        var poller = new FeedPoller(session.Db, session.Work, client);
        var reports = name is null ? await poller.PollDueAsync(ct)
            : [await poller.PollAsync(name, ct) ?? throw new CliException(ExitCode.Missing, $"{name}: no such feed; see: extractor feeds list")];
        var failed = reports.Where(report => report.Error is not null).ToList();
        var line = string.Create(CultureInfo.InvariantCulture,
            $"{reports.Count} feeds: {reports.Sum(report => report.Intake.New)} new, {reports.Sum(report => report.Intake.Changed)} changed, {failed.Count} failed");
        return failed.Count == 0 ? line : $"{line}, such as {failed[0].Feed}: {failed[0].Error}";
    }

    async Task<string> ScanAsync(string? folder, CancellationToken ct)
    {
        if (!_scans.TryGetValue(folder!, out var scan))
            _scans[folder!] = scan = new(session.Db, session.Work, new FolderScanOptions { Folders = [folder!] }, _ => { }, logger);
        return (await scan.ScanAsync(ct)).ToString();
    }

    async Task<string> VerifyAsync(CancellationToken ct)
    {
        var (kept, broken) = (0, new List<Finding>());
        await foreach (var finding in Verification.RunAsync(session.Db, isSettled: false, ct))
            if (finding.Broken == 0)
                kept++;
            else
                broken.Add(finding);
        return broken.Count == 0 ? $"{kept} invariants hold"
            : throw new CliException(ExitCode.Found, string.Join("; ", broken.Select(finding => $"{finding.Invariant}: broken {finding.Broken} times, such as {finding.Example}")));
    }
}

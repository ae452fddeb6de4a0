using Extractor.Storage.Queue;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Extractor.Worker.Ingestion;

/// <summary>
/// Looks through folders and brings in what is new or changed and finished. It remembers what it saw: keep one for as
/// long as the folders are watched. A new one looks at everything again, which stores nothing twice.
/// </summary>
/// <param name="note">Gets a row for every document and every failure; a failure that stays is told once.</param>
public sealed class FolderScan(
    NpgsqlDataSource db, DatabaseWork work, FolderScanOptions options, Action<IntakeEntry> note, ILogger logger, TimeProvider? time = null)
{
    const int FilesPerLookAtBacklog = 500;

    static readonly TimeSpan BacklogPause = TimeSpan.FromSeconds(5);

    readonly TimeProvider _time = time ?? TimeProvider.System;
    readonly Backlog _backlog = new(db);
    readonly Dictionary<string, (PageStamp Stamp, long At)> _waiting = new(StringComparer.Ordinal);
    readonly Dictionary<string, (PageStamp Stamp, InputException? Failure)> _seen = new(StringComparer.Ordinal);
    HashSet<string> _told = new(StringComparer.Ordinal);
    FactsFile _facts = FactsFile.Read(null);
    FileStamp _factsStamp;

    /// <summary>One look through all folders; a second one at files that are new, once they had time to grow.</summary>
    public async Task<IntakeReport> ScanAsync(CancellationToken ct)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        var ingester = new Ingester(db, work);
        void Note(IntakeEntry entry)
        {
            if (entry.Fault is null || told.Add(entry.Message!) && !_told.Contains(entry.Message!))
                note(entry);
        }
        var factsFailure = ReadFacts();
        var intake = new Intake(ingester, options.Intake with { Facts = options.FactsPath is null ? options.Intake.Facts : document => _facts[document] }, Note);
        if (factsFailure is not null)
            intake.Skip(options.FactsPath!, factsFailure);

        var list = InputList.Find(options.Folders, FolderRules.Ingestion, isEmptyFault: false);
        foreach (var failure in list.Failures)
            intake.Skip(failure.Place, failure);
        Forget(list.Files);
        var young = await TakeFinishedAsync(list.Files, intake, ct);
        if (young.Count > 0)
        {
            var wait = options.Patience - young.Min(file => _time.GetElapsedTime(_waiting[file.Path].At));
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, _time, ct);
            young = await TakeFinishedAsync(young, intake, ct);
        }
        intake.Report.Waiting = young.Count;
        // What is not wrong any more may be told again when it is.
        told.UnionWith(_seen.Values.Where(seen => seen.Failure is not null).Select(seen => seen.Failure!.Message));
        _told = told;
        return intake.Report;
    }

    InputException? ReadFacts()
    {
        if (options.FactsPath is null || FileStamp.Of(options.FactsPath) is var stamp && stamp == _factsStamp && stamp != default)
            return null;
        try
        {
            _facts = FactsFile.Read(options.FactsPath);
            _factsStamp = stamp;
            return null;
        }
        catch (InputException e)
        {
            // The rows that were there before hold until the file is mended.
            return e;
        }
    }

    void Forget(IReadOnlyList<InputFile> files)
    {
        var there = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var path in _seen.Keys.Where(path => !there.Contains(path)).ToList())
            _seen.Remove(path);
        foreach (var path in _waiting.Keys.Where(path => !there.Contains(path)).ToList())
            _waiting.Remove(path);
    }

    /// <returns>The files that may still be growing.</returns>
    async Task<List<InputFile>> TakeFinishedAsync(IReadOnlyList<InputFile> files, Intake intake, CancellationToken ct)
    {
        var young = new List<InputFile>();
        var taken = 0;
        foreach (var file in files)
        {
            ct.ThrowIfCancellationRequested();
            var stamp = PageStamp.Of(file, _factsStamp);
            if (_seen.TryGetValue(file.Path, out var seen) && seen.Stamp == stamp && seen.Failure is null or { IsFinal: true })
                continue;
            if (!IsFinished(file.Path, stamp))
            {
                young.Add(file);
                continue;
            }
            if (taken++ % FilesPerLookAtBacklog == 0)
                await WaitForWorkersAsync(ct);
            var failure = await intake.TakeAsync(file, ct);
            if (failure?.Fault == InputFault.Unfinished)
            {
                young.Add(file);
                _waiting[file.Path] = (PageStamp.Of(file, _factsStamp), _time.GetTimestamp());
                continue;
            }
            _waiting.Remove(file.Path);
            _seen[file.Path] = (stamp, failure);
        }
        return young;
    }

    bool IsFinished(string path, PageStamp stamp)
    {
        if (_waiting.TryGetValue(path, out var look) && look.Stamp == stamp)
            return _time.GetElapsedTime(look.At) >= options.Patience;
        _waiting[path] = (stamp, _time.GetTimestamp());
        return options.Patience == TimeSpan.Zero;
    }

    async Task WaitForWorkersAsync(CancellationToken ct)
    {
        for (var isTold = false; await work.RunAsync(async token => await _backlog.IsOverAsync(options.Backlog, token), ct);)
        {
            if (!isTold)
                IntakeLog.BacklogIsFull(logger, options.Backlog);
            isTold = true;
            await Task.Delay(BacklogPause, _time, ct);
        }
    }

    /// <summary>By what a page is known to be as it was: the file and its facts beside it.</summary>
    readonly record struct PageStamp(FileStamp Page, FileStamp Beside, FileStamp Facts)
    {
        public static PageStamp Of(InputFile file, FileStamp facts) => new(FileStamp.Of(file.Path), FileStamp.Of(Sidecar.Find(file)), facts);
    }
}

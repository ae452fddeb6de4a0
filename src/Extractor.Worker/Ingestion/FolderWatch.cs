using Microsoft.Extensions.Logging;

namespace Extractor.Worker.Ingestion;

/// <summary>Scans folders again and again until told to stop: at an interval, and sooner where the system hints at a change.</summary>
public sealed class FolderWatch(FolderScan scan, IReadOnlyList<string> folders, TimeSpan interval, ILogger logger)
{
    // Hints come in bursts, and more of them than are worth a scan each.
    static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(500);

    public async Task RunAsync(CancellationToken stop)
    {
        using var hint = new SemaphoreSlim(0, 1);
        var watchers = folders.Select(folder => Watch(folder, hint)).OfType<FileSystemWatcher>().ToList();
        try
        {
            while (true)
            {
                await ScanAsync(stop);
                await Task.Delay(Shortest, stop);
                await hint.WaitAsync(interval, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked to; every document that was begun is stored whole.
        }
        finally
        {
            watchers.ForEach(watcher => watcher.Dispose());
        }
    }

    async Task ScanAsync(CancellationToken stop)
    {
        try
        {
            var report = await scan.ScanAsync(stop);
            if (report.Total > 0)
                IntakeLog.Scanned(logger, report);
        }
        catch (Exception e) when (DatabaseErrors.IsAway(e))
        {
            // What was not stored is found again by the next scan.
            Log.Away(logger, DatabaseErrors.Describe(e));
        }
    }

    // Only a hint: the system drops events, knows none of network folders, and may have no watches left.
    static FileSystemWatcher? Watch(string folder, SemaphoreSlim hint)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            watcher.Changed += (_, _) => Release();
            watcher.Created += (_, _) => Release();
            watcher.Renamed += (_, _) => Release();
            watcher.Error += (_, _) => Release();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return null;
        }

        void Release()
        {
            try
            {
                hint.Release();
            }
            catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
            {
                // A scan is due already, or none will come.
            }
        }
    }
}

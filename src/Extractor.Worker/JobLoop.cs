using System.Collections.Concurrent;
using System.Diagnostics;
using Extractor.Core.Claims;
using Extractor.Core.Documents;
using Extractor.Storage.Queue;
using Extractor.Storage.Runs;
using Extractor.Worker.Observability;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Extractor.Worker;

/// <summary>
/// Takes documents from the queue, reads them and stores their claims until told to stop. Any number of loops, in any
/// number of processes, share a queue. A loop survives the loss of the database; a job survives the loss of its loop.
/// </summary>
/// <param name="extract">The ruleset: a document's text and facts in, claims out. Called by several threads at once.</param>
/// <param name="worker">A name that no other process has, nor will have.</param>
public sealed class JobLoop(
    NpgsqlDataSource db, DatabaseWork work, string ruleset, Func<string, DocumentFacts, Extraction> extract,
    string worker, WorkerOptions options, ILogger logger)
{
    // So many failures in a row, each with its retries, end a drain; an ordinary worker waits for ever.
    const int AwayRoundsOfDrain = 3;

    const int BeatsPerPruning = 12;

    static readonly TimeSpan WatermarkAge = TimeSpan.FromSeconds(5);

    readonly JobQueue _queue = new(db, options.Limits);
    readonly RunStore _runs = new(db);
    readonly JobReader _reader = new(db, work, ruleset, extract, options.Limits, logger);
    readonly ConcurrentDictionary<long, Job> _held = new();

    // Whether jobs may have been leased by a statement whose answer never came.
    bool _unheard;

    /// <summary>A worker's name: host, process and a random part, since both of the others come again.</summary>
    public static string NewName() => $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid().ToString("N")[..8]}";

    public Tally Tally => _reader.Tally;

    /// <param name="stop">Finishes what is in hand, gives the rest back, and returns.</param>
    public async Task<Tally> RunAsync(CancellationToken stop)
    {
        using var beating = new CancellationTokenSource();
        Task heartbeat = Task.CompletedTask;
        try
        {
            heartbeat = HeartbeatAsync(beating.Token);
            await TakeAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked to: what was in hand is finished.
        }
        finally
        {
            await ReturnHeldAsync();
            await beating.CancelAsync();
            await heartbeat;
        }
        Log.Stopped(logger, worker, Tally);
        return Tally;
    }

    async Task TakeAsync(CancellationToken stop)
    {
        var (live, beside) = (new JobLane(JobQueue.Live), (JobLane?)null);
        var (opened, marked) = (false, 0L);
        var (pause, away) = (options.Pause.First, 0);
        while (!stop.IsCancellationRequested)
        {
            WorkerMetrics.Beat();
            try
            {
                if (!opened)
                {
                    await work.RunAsync(async ct => await _runs.OpenAsync(ruleset, ct), stop);
                    Log.Started(logger, worker, ruleset);
                    opened = true;
                }
                await ReturnHeldAsync(throws: true);
                if (marked == 0 || Environment.TickCount64 - marked > WatermarkAge.TotalMilliseconds)
                {
                    // Only its own ruleset's: what another version of the program began, that version ends.
                    var run = await work.RunAsync(async ct => await _runs.FindReextractionAsync(ct), stop);
                    beside = run?.Ruleset == ruleset ? new(run.Id) : null;
                    live.Rewind();
                    marked = Environment.TickCount64;
                }
                if (await TakeOnceAsync(live, beside, stop))
                {
                    (pause, away) = (options.Pause.First, 0);
                    continue;
                }
                away = 0;
                if (live.Rewind() | beside?.Rewind() == true)
                    continue;
                if (beside is not null && await work.RunAsync(async ct => await _runs.TryPublishAsync(beside.Run, ct), stop))
                {
                    Log.Published(logger, beside.Run);
                    marked = 0;
                }
                if (options.Drain && !await work.RunAsync(async ct => await _queue.AnyUnsettledAsync(Runs(beside), ct), stop)
                    && !(await work.RunAsync(async ct => await _runs.FindReextractionAsync(ct), stop) is { } left && left.Ruleset == ruleset))
                    return;
            }
            catch (Exception e) when (DatabaseErrors.IsAway(e) || DatabaseErrors.IsCutOff(e))
            {
                Log.Away(logger, DatabaseErrors.Describe(e));
                if (options.Drain && ++away >= AwayRoundsOfDrain)
                    throw;
                pause = options.Pause.Longest;
            }
            await Task.Delay(pause * (0.7 + Random.Shared.NextDouble() * 0.6), stop);
            pause = pause * 2 < options.Pause.Longest ? pause * 2 : options.Pause.Longest;
        }
    }

    static int[] Runs(JobLane? beside) => beside is null ? [JobQueue.Live] : [JobQueue.Live, beside.Run];

    /// <summary>Takes and reads a suspect, alone, and one batch: pages that came in before those of a re-extraction.</summary>
    /// <returns>Whether there was anything to read.</returns>
    async Task<bool> TakeOnceAsync(JobLane live, JobLane? beside, CancellationToken stop)
    {
        var suspect = await HearAsync(ct => _queue.TakeSuspectAsync(Runs(beside), worker, ct), stop);
        if (suspect is not null)
        {
            WorkerMetrics.JobsTaken(1);
            await ReadAsync([suspect], stop);
        }
        foreach (var lane in beside is null ? [live] : new[] { live, beside })
        {
            var jobs = await HearAsync(ct => _queue.TakeAsync(lane.Run, worker, options.Batch, lane.Mark, ct), stop);
            if (jobs.Count == 0)
                continue;
            WorkerMetrics.JobsTaken(jobs.Count);
            lane.Mark = new(jobs[^1].Priority, jobs[^1].Id);
            await ReadAsync(jobs, stop);
            return true;
        }
        return suspect is not null;
    }

    // The connection may break, or the stop come, after the leases were committed and before they were heard of. Nobody
    // would renew them, and a crash would be counted of jobs that nobody has touched. While it takes, a worker holds no others.
    async Task<T> HearAsync<T>(Func<CancellationToken, Task<T>> take, CancellationToken stop) => await work.RunAsync(async ct =>
    {
        if (_unheard)
            await _queue.ReturnAllAsync(worker, ct);
        _unheard = true;
        var taken = await take(ct);
        _unheard = false;
        return taken;
    }, stop);

    // What has begun is brought to its end whatever happens; what has not is given back by the caller.
    async Task ReadAsync(IReadOnlyList<Job> jobs, CancellationToken stop)
    {
        foreach (var job in jobs)
            _held[job.Id] = job;
        var lanes = Math.Max(1, options.Lanes);
        var units = jobs.Chunk(Math.Clamp((jobs.Count + lanes - 1) / lanes, 1, options.Unit));
        await Parallel.ForEachAsync(units, new ParallelOptions { MaxDegreeOfParallelism = lanes }, async (unit, failed) =>
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, failed);
            await _reader.ReadAsync(unit, job => _held.TryRemove(job.Id, out _), either.Token);
        });
    }

    /// <summary>Jobs taken and not ended: after a stop, or after the database went away under them.</summary>
    async Task ReturnHeldAsync(bool throws = false)
    {
        if (_held.IsEmpty && !_unheard)
            return;
        var jobs = _held.Values.ToList();
        try
        {
            await work.RunAsync(async ct => await (_unheard ? _queue.ReturnAllAsync(worker, ct) : _queue.ReturnAsync(jobs, ct)), CancellationToken.None);
            _held.Clear();
            _unheard = false;
            WorkerMetrics.JobFinished(JobEnd.Returned, jobs.Count);
        }
        catch (Exception e) when (DatabaseErrors.IsAway(e) && !throws)
        {
            // Their leases lapse, and another worker takes them.
            Log.Away(logger, DatabaseErrors.Describe(e));
        }
    }

    async Task HeartbeatAsync(CancellationToken ct)
    {
        // After an outage all leases have lapsed at once, those of living workers too. Whoever comes back first would call
        // the others lost: so none is taken back before every worker has had the length of a lease to renew its own.
        var (lease, heard, last) = (options.Limits.Lease, Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp());
        for (var beat = 0; !ct.IsCancellationRequested; beat++)
        {
            WorkerMetrics.Beat();
            if (Stopwatch.GetElapsedTime(last) > lease)
                heard = Stopwatch.GetTimestamp(); // this very process has slept
            last = Stopwatch.GetTimestamp();
            if (!await BeatAsync(isSweeping: Stopwatch.GetElapsedTime(heard) >= lease, isPruning: beat % BeatsPerPruning == 0, ct))
                heard = Stopwatch.GetTimestamp();
            await Task.Delay(options.Heartbeat * (0.8 + Random.Shared.NextDouble() * 0.4), ct).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <returns>Whether the database answered, in time for another beat before the leases lapse.</returns>
    async Task<bool> BeatAsync(bool isSweeping, bool isPruning, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(options.Limits.Lease / 3);
        try
        {
            // First of all: whatever this process stores may be waiting for one of them.
            await _queue.EndSilentAsync(patience.Token);
            if (Living() is { Count: > 0 } held)
                await _queue.RenewAsync(held, patience.Token);
            var swept = isSweeping ? await _queue.SweepAsync(patience.Token) : 0;
            if (swept > 0)
                Log.Swept(logger, swept);
            if (isPruning)
                await _queue.PruneAsync(options.KeepSettled, patience.Token);
            return true;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return true; // the loop has ended
        }
#pragma warning disable CA1031 // Whatever it was, the leases must go on being renewed.
        catch (Exception e)
        {
            Log.Away(logger, DatabaseErrors.Describe(e));
            return false;
        }
#pragma warning restore CA1031
    }

    /// <summary>Jobs whose leases are renewed. A thread that hangs in a document cannot be stopped: its process ends, and the queue counts a crash.</summary>
    List<Job> Living()
    {
        var stuck = _reader.Begun.Where(begun => Stopwatch.GetElapsedTime(begun.Value) > options.Budget).Select(begun => begun.Key).ToList();
        if (stuck.Count > 0)
        {
            Log.Stuck(logger, stuck[0], options.Budget);
            Environment.FailFast($"extractor: job {stuck[0]} has been read for more than {options.Budget}");
        }
        return [.. _held.Values.Where(job => !stuck.Contains(job.Id))];
    }
}

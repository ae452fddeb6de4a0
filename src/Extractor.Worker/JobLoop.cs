using System.Collections.Concurrent;
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

    static readonly TimeSpan WatermarkAge = TimeSpan.FromSeconds(5);

    readonly JobQueue _queue = new(db, options.Limits);
    readonly RunStore _runs = new(db);
    readonly JobReader _reader = new(db, work, extract, options.Limits, logger);
    readonly ConcurrentDictionary<long, Job> _held = new();

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
            var run = await work.RunAsync(async ct => await _runs.OpenAsync(ruleset, ct), stop);
            Log.Started(logger, worker, ruleset, run.Id);
            heartbeat = HeartbeatAsync(beating.Token);
            await TakeAsync(run, stop);
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

    async Task TakeAsync(Run run, CancellationToken stop)
    {
        var (mark, marked) = (Watermark.Start, Environment.TickCount64);
        var (pause, away) = (options.Pause.First, 0);
        for (var round = 0; !stop.IsCancellationRequested; round++)
        {
            WorkerMetrics.Beat();
            try
            {
                await ReturnHeldAsync(throws: true);
                if (Environment.TickCount64 - marked > WatermarkAge.TotalMilliseconds)
                    (mark, marked) = (Watermark.Start, Environment.TickCount64);
                var suspect = round % 3 == 0 || mark == Watermark.Start ? await TakeSuspectAsync(run, stop) : null;
                IReadOnlyList<Job> jobs = suspect is not null
                    ? [suspect]
                    : await work.RunAsync(async ct => await _queue.TakeAsync(run, worker, options.Batch, mark, ct), stop);
                if (jobs.Count > 0)
                {
                    WorkerMetrics.JobsTaken(jobs.Count);
                    if (suspect is null)
                        mark = new(jobs[^1].Priority, jobs[^1].Id);
                    await ReadAsync(run, jobs, stop);
                    (pause, away) = (options.Pause.First, 0);
                    continue;
                }
                away = 0;
                if (mark != Watermark.Start)
                {
                    mark = Watermark.Start;
                    continue;
                }
                if (await work.RunAsync(async ct => await _runs.TryPublishAsync(run, ct), stop))
                    Log.Published(logger, run.Id);
                if (options.Drain && !await work.RunAsync(async ct => await _queue.AnyUnsettledAsync(run, ct), stop))
                    return;
            }
            catch (Exception e) when (DatabaseErrors.IsAway(e))
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

    async Task<Job?> TakeSuspectAsync(Run run, CancellationToken stop) =>
        await work.RunAsync(async ct => await _queue.TakeSuspectAsync(run, worker, ct), stop);

    // What has begun is brought to its end whatever happens; what has not is given back by the caller.
    async Task ReadAsync(Run run, IReadOnlyList<Job> jobs, CancellationToken stop)
    {
        foreach (var job in jobs)
            _held[job.Id] = job;
        var lanes = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Lanes) };
        await Parallel.ForEachAsync(jobs, lanes, async (job, failed) =>
        {
            if (stop.IsCancellationRequested || failed.IsCancellationRequested)
                return;
            await _reader.ReadAsync(run, job);
            _held.TryRemove(job.Id, out _);
        });
    }

    /// <summary>Jobs taken and not ended: after a stop, or after the database went away under them.</summary>
    async Task ReturnHeldAsync(bool throws = false)
    {
        if (_held.IsEmpty)
            return;
        var jobs = _held.Values.ToList();
        try
        {
            await work.RunAsync(async ct => await _queue.ReturnAsync(jobs, ct), CancellationToken.None);
            _held.Clear();
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
        try
        {
            while (true)
            {
                WorkerMetrics.Beat();
                try
                {
                    if (_held.Values.ToList() is { Count: > 0 } held)
                        await _queue.RenewAsync(held, ct);
                    var swept = await _queue.SweepAsync(ct);
                    if (swept > 0)
                        Log.Swept(logger, swept);
                }
                catch (NpgsqlException e)
                {
                    Log.Away(logger, DatabaseErrors.Describe(e));
                }
                await Task.Delay(options.Heartbeat * (0.8 + Random.Shared.NextDouble() * 0.4), ct);
            }
        }
        catch (OperationCanceledException)
        {
            // The loop has ended.
        }
    }
}

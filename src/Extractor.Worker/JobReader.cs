using System.Collections.Concurrent;
using System.Diagnostics;
using Extractor.Core.Claims;
using Extractor.Core.Documents;
using Extractor.Storage.Claims;
using Extractor.Storage.Documents;
using Extractor.Storage.Queue;
using Extractor.Storage.Runs;
using Extractor.Storage.Shards;
using Extractor.Worker.Observability;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Extractor.Worker;

/// <summary>
/// Brings jobs to their ends: reads a few documents, stores their claims in one transaction. Where that is refused, each is
/// stored by itself, so that the one at fault fails alone.
/// </summary>
sealed class JobReader(
    NpgsqlDataSource db, DatabaseWork work, string ruleset, Func<string, DocumentFacts, Extraction> extract, QueueLimits limits, ILogger logger)
{
    // Texts in memory at once, for each lane.
    const int Characters = 256 * 1024;

    readonly DocumentStore _documents = new(db);
    readonly JobQueue _queue = new(db, limits);
    readonly ConcurrentDictionary<long, long> _begun = new();
    int _perTransaction;
    int _read, _failures, _parked, _dropped;
    long _added, _retired;

    /// <summary>Jobs whose documents are being read at this moment, and since when (<see cref="Stopwatch.GetTimestamp"/>).</summary>
    public IReadOnlyDictionary<long, long> Begun => _begun;

    public Tally Tally => new(
        Volatile.Read(ref _read), Volatile.Read(ref _added), Volatile.Read(ref _retired),
        Volatile.Read(ref _failures), Volatile.Read(ref _parked), Volatile.Read(ref _dropped));

    /// <param name="jobs">Of one run.</param>
    /// <param name="settled">Called of each job that has come to its end.</param>
    /// <param name="stop">What was read by then is stored; the rest is left as it is.</param>
    /// <exception cref="NpgsqlException">The database is away; of jobs not settled nothing is known to have been stored.</exception>
    public async Task ReadAsync(IReadOnlyList<Job> jobs, Action<Job> settled, CancellationToken stop)
    {
        for (var left = jobs; left.Count > 0 && !stop.IsCancellationRequested;)
        {
            var asked = left;
            var found = await work.RunAsync(
                async ct => await _documents.FindCurrentAsync([.. asked.Select(job => (job.DocumentId, job.Version))], Characters, ct), CancellationToken.None);
            var (read, later) = (new List<(Job, Findings)>(), new List<Job>());
            for (var i = 0; i < asked.Count && !stop.IsCancellationRequested; i++)
            {
                if (!found.TryGetValue(i, out var document))
                {
                    await CancelAsync(asked[i], "the document has a newer version");
                    settled(asked[i]);
                }
                else if (document.Text is not { } text)
                    later.Add(asked[i]);
                else if (await TryExtractAsync(asked[i], text, document.Facts) is { } findings)
                    read.Add((asked[i], findings));
                else
                    settled(asked[i]);
            }
            if (_perTransaction == 0)
                _perTransaction = await work.RunAsync(async ct => await Citus.DocumentsPerTransactionAsync(db, ct), CancellationToken.None);
            foreach (var unit in read.Chunk(_perTransaction))
                await StoreAsync(unit, settled);
            left = later;
        }
    }

    /// <returns>Null where it failed, and the queue knows.</returns>
    async Task<Findings?> TryExtractAsync(Job job, string text, DocumentFacts facts)
    {
        using var activity = WorkerMetrics.Source.StartActivity("extract");
        activity?.SetTag("extractor.job", job.Id).SetTag("extractor.document", job.DocumentId).SetTag("extractor.run", job.RunId ?? JobQueue.Live);
        try
        {
            var began = Stopwatch.GetTimestamp();
            _begun[job.Id] = began;
            var findings = new Findings(job.DocumentId, job.Version, extract(text, facts));
            WorkerMetrics.Extracted(began);
            return findings;
        }
        catch (Exception e) when (!DatabaseErrors.IsAway(e) && !DatabaseErrors.IsMisfit(e))
        {
            await FailAsync(job, e);
            return null;
        }
        finally
        {
            _begun.TryRemove(job.Id, out _);
        }
    }

    async Task StoreAsync((Job Job, Findings Findings)[] read, Action<Job> settled)
    {
        HashSet<long> held;
        IReadOnlyDictionary<Guid, Stored> stored;
        try
        {
            using var activity = WorkerMetrics.Source.StartActivity("store");
            activity?.SetTag("extractor.documents", read.Length);
            var began = Stopwatch.GetTimestamp();
            (held, stored) = await work.RunAsync(async ct => await StoreOnceAsync(read, ct), CancellationToken.None);
            WorkerMetrics.Stored(began);
        }
        catch (Exception e) when (!DatabaseErrors.IsAway(e) && !DatabaseErrors.IsMisfit(e))
        {
            if (read.Length > 1)
            {
                foreach (var one in read)
                    await StoreAsync([one], settled);
                return;
            }
            await FailAsync(read[0].Job, e);
            settled(read[0].Job);
            return;
        }
        foreach (var (job, findings) in read)
        {
            if (!held.Contains(job.Id))
                Lost(job);
            else if (stored.TryGetValue(findings.Document, out var changes))
                Done(changes);
            else
                await CancelAsync(job, "the document has a newer version, or its run was aborted");
            settled(job);
        }
    }

    // Claims, receipts and the ends of the jobs stand or fall together. What readers see is held in place first, by a lock
    // that nobody waits for while holding a row; then come the jobs: of one without its lease, nothing.
    async Task<(HashSet<long> Held, IReadOnlyDictionary<Guid, Stored> Stored)> StoreOnceAsync((Job Job, Findings Findings)[] read, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var frontier = await RunStore.HoldAsync(transaction, limits.Lease, ct);
        var held = await JobQueue.HoldAsync(transaction, Array.ConvertAll(read, one => one.Job), ct);
        var findings = read.Where(one => held.Contains(one.Job.Id)).Select(one => one.Findings).ToList();
        var stored = await ClaimStore.PutAsync(transaction, frontier, read[0].Job.RunId, ruleset, findings, ct);
        await JobQueue.FinishAsync(transaction, [.. read.Where(one => stored.ContainsKey(one.Findings.Document)).Select(one => one.Job)], ct);
        await transaction.CommitAsync(ct);
        return (held, stored);
    }

    void Done(Stored changes)
    {
        WorkerMetrics.JobFinished(JobEnd.Done);
        WorkerMetrics.DocumentRead(changes.Added, changes.Retired);
        Interlocked.Increment(ref _read);
        Interlocked.Add(ref _added, changes.Added);
        Interlocked.Add(ref _retired, changes.Retired);
    }

    async Task CancelAsync(Job job, string reason)
    {
        if (!await SettleAsync(job, new JobOutcome.Cancelled(reason)))
            return;
        Interlocked.Increment(ref _dropped);
        WorkerMetrics.JobFinished(JobEnd.Cancelled);
    }

    async Task FailAsync(Job job, Exception e)
    {
        using var scope = Scope(job);
        var error = DatabaseErrors.Describe(e);
        var last = DatabaseErrors.IsPoison(e) || job.Attempts >= limits.Attempts;
        if (!await SettleAsync(job, last ? new JobOutcome.Parked(error) : new JobOutcome.Failed(error, Delay(job))))
            return;
        Interlocked.Increment(ref _failures);
        WorkerMetrics.JobFinished(last ? JobEnd.Parked : JobEnd.Failed);
        if (last)
        {
            Interlocked.Increment(ref _parked);
            Log.Parked(logger, job.Id, error);
        }
        else
            Log.Failed(logger, job.Id, error);
    }

    async Task<bool> SettleAsync(Job job, JobOutcome outcome)
    {
        var held = await work.RunAsync(async ct => await _queue.SettleAsync(job, outcome, ct), CancellationToken.None);
        if (!held)
            Lost(job);
        return held;
    }

    void Lost(Job job)
    {
        using var scope = Scope(job);
        Interlocked.Increment(ref _dropped);
        WorkerMetrics.JobFinished(JobEnd.LeaseLost);
        Log.LeaseLost(logger, job.Id);
    }

    IDisposable? Scope(Job job) =>
        logger.BeginScope(new LogScope(("job", job.Id), ("document", job.DocumentId), ("run", job.RunId ?? JobQueue.Live)));

    // 1, 3, 9, 27 seconds, each a quarter less or more, so that what failed together does not come back together.
    static TimeSpan Delay(Job job) =>
        TimeSpan.FromSeconds(Math.Min(300, Math.Pow(3, job.Attempts - 1)) * (0.75 + Random.Shared.NextDouble() / 2));
}

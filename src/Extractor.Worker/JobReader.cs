using System.Collections.Concurrent;
using System.Diagnostics;
using Extractor.Core.Claims;
using Extractor.Core.Documents;
using Extractor.Storage.Claims;
using Extractor.Storage.Documents;
using Extractor.Storage.Queue;
using Extractor.Storage.Runs;
using Extractor.Worker.Observability;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Extractor.Worker;

/// <summary>Brings one job to its end. Not cancelled by a shutdown: a job begun is a job settled.</summary>
sealed class JobReader(
    NpgsqlDataSource db, DatabaseWork work, string ruleset, Func<string, DocumentFacts, Extraction> extract, QueueLimits limits, ILogger logger)
{
    readonly DocumentStore _documents = new(db);
    readonly JobQueue _queue = new(db, limits);
    readonly ConcurrentDictionary<long, long> _begun = new();
    int _read, _failures, _parked, _dropped;
    long _added, _retired;

    /// <summary>Jobs whose documents are being read at this moment, and since when (<see cref="Stopwatch.GetTimestamp"/>).</summary>
    public IReadOnlyDictionary<long, long> Begun => _begun;

    public Tally Tally => new(
        Volatile.Read(ref _read), Volatile.Read(ref _added), Volatile.Read(ref _retired),
        Volatile.Read(ref _failures), Volatile.Read(ref _parked), Volatile.Read(ref _dropped));

    /// <exception cref="NpgsqlException">The database is away; nothing is known to have been stored.</exception>
    public async Task ReadAsync(Job job)
    {
        using var activity = WorkerMetrics.Source.StartActivity("job");
        activity?.SetTag("extractor.job", job.Id).SetTag("extractor.document", job.DocumentId).SetTag("extractor.run", job.RunId ?? JobQueue.Live);
        using var scope = logger.BeginScope(new LogScope(("job", job.Id), ("document", job.DocumentId), ("run", job.RunId ?? JobQueue.Live)));
        try
        {
            var document = await work.RunAsync(
                async ct => await _documents.FindCurrentAsync(job.DocumentId, job.Version, ct), CancellationToken.None);
            if (document is not { } found)
            {
                await CancelAsync(job, "the document has a newer version");
                return;
            }
            var began = Stopwatch.GetTimestamp();
            var extraction = Extract(job, found.Text, found.Facts);
            WorkerMetrics.Extracted(began);
            began = Stopwatch.GetTimestamp();
            var (end, stored) = await work.RunAsync(async ct => await StoreAsync(job, extraction, ct), CancellationToken.None);
            WorkerMetrics.Stored(began);
            switch (end)
            {
                case End.Stored:
                    WorkerMetrics.JobFinished(JobEnd.Done);
                    WorkerMetrics.DocumentRead(stored.Added, stored.Retired);
                    Interlocked.Increment(ref _read);
                    Interlocked.Add(ref _added, stored.Added);
                    Interlocked.Add(ref _retired, stored.Retired);
                    break;
                case End.Late:
                    await CancelAsync(job, "the document has a newer version, or its run was aborted");
                    break;
                case End.LeaseLost:
                    Lost(job);
                    break;
            }
        }
        catch (Exception e) when (!DatabaseErrors.IsAway(e) && !DatabaseErrors.IsMisfit(e))
        {
            await FailAsync(job, e);
        }
    }

    Extraction Extract(Job job, string text, DocumentFacts facts)
    {
        _begun[job.Id] = Stopwatch.GetTimestamp();
        try
        {
            return extract(text, facts);
        }
        finally
        {
            _begun.TryRemove(job.Id, out _);
        }
    }

    enum End { Stored, Late, LeaseLost }

    // Claims, receipt and the end of the job stand or fall together. What readers see is held in place first, by a lock
    // that nobody waits for while holding a row; then comes the job: without its lease, nothing.
    async Task<(End, Stored)> StoreAsync(Job job, Extraction extraction, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var frontier = await RunStore.HoldAsync(transaction, limits.Lease, ct);
        if (!await JobQueue.FinishAsync(transaction, job, ct))
            return (End.LeaseLost, Stored.Nothing);
        if (await ClaimStore.PutAsync(transaction, frontier, job.RunId, ruleset, job.DocumentId, job.Version, extraction, ct) is not { } stored)
            return (End.Late, Stored.Nothing);
        await transaction.CommitAsync(ct);
        return (End.Stored, stored);
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
        Interlocked.Increment(ref _dropped);
        WorkerMetrics.JobFinished(JobEnd.LeaseLost);
        Log.LeaseLost(logger, job.Id);
    }

    // 1, 3, 9, 27 seconds, each a quarter less or more, so that what failed together does not come back together.
    static TimeSpan Delay(Job job) =>
        TimeSpan.FromSeconds(Math.Min(300, Math.Pow(3, job.Attempts - 1)) * (0.75 + Random.Shared.NextDouble() / 2));
}

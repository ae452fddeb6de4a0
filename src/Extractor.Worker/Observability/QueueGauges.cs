using System.Diagnostics;
using System.Diagnostics.Metrics;
using Extractor.Storage.Observations;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Extractor.Worker.Observability;

/// <summary>
/// Gauges over the queue, read from the database when someone asks and kept for a few seconds, so that scrapers cost the
/// same however many they are. While the database is away, or too busy to count, they are left out; <c>extractor_database_up</c> tells the two apart.
/// </summary>
public sealed class QueueGauges : IDisposable
{
    static readonly TimeSpan Kept = TimeSpan.FromSeconds(3);

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    readonly Meter _meter = new(WorkerMetrics.Name);
    readonly QueueObserver _observer;
    readonly ILogger _logger;
    readonly Lock _lock = new();
    QueueFigures? _figures;
    bool _answers;
    long _readAt;

    public QueueGauges(NpgsqlDataSource db, ILogger logger)
    {
        (_observer, _logger) = (new(db), logger);
        _meter.CreateObservableGauge(
            "extractor_database_up", Up, description: "1 while the database answers.");
        _meter.CreateObservableGauge(
            "extractor_queue_jobs",
            () => (Figures()?.Depths ?? []).Select(depth => new Measurement<long>(
                depth.Jobs, new("state", depth.State), new KeyValuePair<string, object?>("priority", depth.Priority))),
            description: "Jobs in the queue, by state and priority (3: fresh pages, 5: re-reading).");
        _meter.CreateObservableGauge(
            "extractor_queue_parked_jobs",
            () => One(figures => figures.Depths.Where(depth => depth.State == "parked").Sum(depth => depth.Jobs)),
            description: "Jobs that failed for good and wait for a person.");
        _meter.CreateObservableGauge(
            "extractor_queue_oldest_ready_seconds", () => One(figures => figures.OldestReady ?? 0), "s",
            "How long the oldest job has been due.");
        _meter.CreateObservableGauge(
            "extractor_queue_oldest_overdue_lease_seconds", () => One(figures => figures.OldestOverdue ?? 0), "s",
            "How long the oldest lapsed lease has not been taken back.");
        _meter.CreateObservableGauge(
            "extractor_oldest_snapshot_age_transactions", () => One(figures => figures.OldestSnapshot),
            description: "Transactions since the oldest snapshot held by any session: a forgotten one slows the queue.");
        _meter.CreateObservableGauge(
            "extractor_queue_dead_tuples", () => One(figures => figures.DeadJobs), description: "Dead rows of the table jobs.");
    }

    int Up()
    {
        Figures();
        return _answers ? 1 : 0;
    }

    IEnumerable<Measurement<T>> One<T>(Func<QueueFigures, T> value) where T : struct =>
        Figures() is { } figures ? [new(value(figures))] : [];

    // The library asks synchronously, on the thread of whoever scrapes.
    QueueFigures? Figures()
    {
        lock (_lock)
        {
            if (_readAt != 0 && Stopwatch.GetElapsedTime(_readAt) < Kept)
                return _figures;
            _figures = null;
            // A server that is too busy to count is not away.
            _answers = Try(_observer.AskAsync);
            if (_answers)
                Try(async ct => _figures = await _observer.ReadAsync(ct));
            _readAt = Stopwatch.GetTimestamp();
            return _figures;
        }
    }

    bool Try(Func<CancellationToken, Task> ask)
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            Task.Run(() => ask(patience.Token)).GetAwaiter().GetResult();
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException)
        {
            Log.Unobserved(_logger, DatabaseErrors.Describe(e));
            return false;
        }
    }

    public void Dispose() => _meter.Dispose();
}

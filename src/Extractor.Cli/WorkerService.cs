using System.Net;
using Extractor.Worker.Observability;
using Extractor.Worker.Schedules;
using Microsoft.Extensions.Logging;

namespace Extractor.Cli;

/// <summary>What runs beside the job loop of a worker: telemetry, its port, and schedules where it stays.</summary>
sealed class WorkerService : IAsyncDisposable
{
    readonly CancellationTokenSource _stop;
    readonly Stack<object> _parts = new();
    Task _schedules = Task.CompletedTask;

    WorkerService(CancellationToken ct) => _stop = CancellationTokenSource.CreateLinkedTokenSource(ct);

    /// <param name="fires">Whether this worker fires schedules; one that ends with the queue does not.</param>
    public static async Task<WorkerService> StartAsync(
        DatabaseSession session, string worker, (IPAddress Address, int Port)? port, bool fires, ILogger logger, CancellationToken ct)
    {
        var service = new WorkerService(ct);
        try
        {
            await ServerWarnings.LogAsync(session.Db, logger, ct);
            await service.ObserveAsync(session, worker, port, logger, ct);
            if (fires)
                service.Schedule(session, worker, logger);
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    async Task ObserveAsync(
        DatabaseSession session, string worker, (IPAddress Address, int Port)? port, ILogger logger, CancellationToken ct)
    {
        if (port is null && !Telemetry.Sends)
            return;
        // Gauges and health have connections of their own: a pool that the jobs have emptied must not look like a dead server.
        var db = Own(session.OpenAnother());
        var telemetry = Own(new Telemetry(worker));
        Own(new QueueGauges(db, logger));
        if (port is not { } at)
            return;
        try
        {
            Own(await WorkerPort.OpenAsync(at.Address, at.Port, db, telemetry, logger, ct));
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            throw new CliException(ExitCode.Usage, $"--port {at.Port} at {at.Address} cannot be used: {e.Message}");
        }
    }

    void Schedule(DatabaseSession session, string worker, ILogger logger)
    {
        var kinds = new ScheduleWork(session, logger).Kinds();
        WorkerMetrics.Begin(ScheduleKinds.Arguments.Keys);
        var db = Own(session.OpenAnother());
        _schedules = new ScheduleRunner(db, session.Work, kinds, worker, logger).RunAsync(_stop.Token);
    }

    T Own<T>(T part) where T : notnull
    {
        _parts.Push(part);
        return part;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _schedules;
        foreach (var part in _parts)
        {
            if (part is IAsyncDisposable later)
                await later.DisposeAsync();
            else
                ((IDisposable)part).Dispose();
        }
        _stop.Dispose();
    }
}

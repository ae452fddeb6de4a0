using Extractor.Storage.Schedules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace Extractor.Worker.Schedules;

/// <summary>Fires schedules until told to stop. Of all workers of a database exactly one fires each time.</summary>
/// <param name="db">A data source for schedules alone: Quartz must not wait for the connections of the jobs.</param>
/// <param name="worker">A name that no other process has, nor will have.</param>
public sealed class ScheduleRunner(NpgsqlDataSource db, DatabaseWork work, ScheduleKinds kinds, string worker, ILogger logger)
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    static readonly TimeSpan Farewell = TimeSpan.FromSeconds(15);

    /// <summary>Returns when told to; a database that is away, or lacks the tables, is waited for.</summary>
    /// <param name="stop">Cancels what is being done, waits a while until it has ended, and returns.</param>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await FireAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever it is, the jobs go on, and schedules must not have stopped unseen.
            catch (Exception e)
            {
                Log.SchedulesAway(logger, DatabaseErrors.Describe(e is SchedulerException ? e.GetBaseException() : e));
                await Task.Delay(Pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
#pragma warning restore CA1031
        }
    }

    async Task FireAsync(CancellationToken stop)
    {
        using var log = new OneLogger(logger);
        var scheduler = await QuartzStore.JoinAsync(db, worker, log, services => services
            .AddSingleton(kinds)
            .AddSingleton(new FiringStore(db))
            .AddSingleton(work)
            .AddSingleton(new FiringJob.Worker(worker))
            .AddSingleton(logger), stop);
        try
        {
            await scheduler.Start(stop);
            await Task.Delay(Timeout.Infinite, stop);
        }
        finally
        {
            // Quartz tries for ever to tell a database that is away what has ended: the process does not wait so long.
            await scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None).AsTask().WaitAsync(Farewell, CancellationToken.None);
        }
    }

    /// <summary>Quartz's own words, where they are a warning or worse, among the worker's.</summary>
    sealed class OneLogger(ILogger logger) : ILoggerFactory, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning && logger.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                logger.Log(logLevel, eventId, state, exception, formatter);
        }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => logger.BeginScope(state);

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }
}

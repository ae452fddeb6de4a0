using System.Diagnostics;
using Extractor.Storage.Schedules;
using Extractor.Worker.Observability;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Extractor.Worker.Schedules;

/// <summary>Fires a schedule: does its work and keeps on record what came of it.</summary>
[DisallowConcurrentExecution]
sealed class FiringJob(ScheduleKinds kinds, FiringStore firings, DatabaseWork work, FiringJob.Worker worker, ILogger logger) : IJob
{
    /// <summary>The name of the process, in a type that the container can tell from other words.</summary>
    public sealed record Worker(string Name);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken ct)
    {
        var schedule = context.JobDetail.Key.Name;
        var kind = context.JobDetail.JobDataMap.GetString(ScheduleStore.Kind)!;
        var argument = context.JobDetail.JobDataMap.GetString(ScheduleStore.Argument);
        var due = context.ScheduledFireTimeUtc ?? context.FireTimeUtc;
        using var activity = WorkerMetrics.Source.StartActivity("schedule");
        activity?.SetTag("extractor.schedule", schedule).SetTag("extractor.kind", kind);
        using var scope = logger.BeginScope(new LogScope(("schedule", schedule)));
        var id = await work.RunAsync(async token => await firings.BeginAsync(schedule, kind, due, worker.Name, token), ct);
        var (done, summary) = await DoAsync(kind, argument == "" ? null : argument, ct);
        activity?.SetStatus(done ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
        // What was done is put down, also where the worker is asked to end meanwhile.
        await work.RunAsync(async token => await firings.FinishAsync(id, done, summary, token), CancellationToken.None);
        WorkerMetrics.ScheduleFired(kind, done);
        if (done)
            Log.Fired(logger, schedule, summary);
        else
            Log.FiringFailed(logger, schedule, summary);
    }

    async Task<(bool Done, string Summary)> DoAsync(string kind, string? argument, CancellationToken ct)
    {
        try
        {
            return (true, await kinds[kind](argument, ct));
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return (false, "the worker was told to end");
        }
#pragma warning disable CA1031 // A schedule that fails is put down as failed; it must not end the worker.
        catch (Exception e)
        {
            return (false, DatabaseErrors.Describe(e));
        }
#pragma warning restore CA1031
    }
}

using Extractor.Storage.Schedules;
using Npgsql;
using Quartz;

namespace Extractor.Worker.Schedules;

/// <summary>The schedules of a database, whichever worker fires them.</summary>
public sealed class ScheduleStore : IAsyncDisposable
{
    internal const string Group = "schedules";
    internal const string Kind = "kind";
    internal const string Argument = "argument";

    readonly IScheduler _quartz;

    ScheduleStore(IScheduler quartz) => _quartz = quartz;

    /// <param name="db">A data source for this store alone, which stays the caller's.</param>
    /// <exception cref="SchedulerException">The database is away, or its tables are not there.</exception>
    public static async Task<ScheduleStore> OpenAsync(NpgsqlDataSource db, CancellationToken ct) =>
        new(await QuartzStore.ObserveAsync(db, ct));

    /// <summary>Makes what is missing of the tables that hold schedules. For those who migrate, with the owner's rights.</summary>
    /// <param name="migrated">Whether the schema changed before, as it does with a new version of this program.</param>
    /// <returns>Whether anything was looked after.</returns>
    public static async Task<bool> ProvisionAsync(NpgsqlDataSource db, bool migrated, CancellationToken ct)
    {
        if (!migrated && await QuartzTables.ExistAsync(db, ct))
            return false;
        await QuartzStore.ProvisionAsync(db, ct);
        return true;
    }

    /// <returns>False where there is one of that name.</returns>
    public async Task<bool> AddAsync(Schedule schedule, CancellationToken ct)
    {
        var job = JobBuilder.Create<FiringJob>()
            .WithIdentity(Key(schedule.Name))
            .UsingJobData(Kind, schedule.Kind)
            .UsingJobData(Argument, schedule.Argument ?? "")
            .Build();
        var trigger = TriggerBuilder.Create()
            .WithIdentity(schedule.Name, Group)
            .ForJob(job)
            // Missed while no worker ran: once now, however many times it was.
            .WithSchedule(CronScheduleBuilder.Create(schedule.Cron)
                .InTimeZone(TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone))
                .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
            .Build();
        try
        {
            await _quartz.ScheduleJob(job, trigger, default, ct);
            return true;
        }
        catch (ObjectAlreadyExistsException)
        {
            return false;
        }
    }

    public async Task<IReadOnlyList<ScheduleStatus>> ListAsync(CancellationToken ct)
    {
        var headers = (await _quartz.QueryTriggers(new() { Group = GroupMatcher<TriggerKey>.GroupEquals(Group), Take = PagedQuery.All }, ct)).Items;
        var jobs = (await _quartz.GetJobDetails([.. headers.Select(header => header.JobKey)], ct)).ToDictionary(job => job.Key);
        var triggers = (await _quartz.GetTriggers([.. headers.Select(header => header.Key)], ct)).ToDictionary(trigger => trigger.Key);
        var list = new List<ScheduleStatus>();
        foreach (var header in headers)
        {
            // Removed since it was listed.
            if (!jobs.TryGetValue(header.JobKey, out var job) || triggers.GetValueOrDefault(header.Key) is not ICronTrigger trigger)
                continue;
            var argument = job.JobDataMap.GetString(Argument);
            list.Add(new(
                new(header.Key.Name, job.JobDataMap.GetString(Kind)!, argument == "" ? null : argument, trigger.CronExpressionString!, trigger.TimeZone.Id),
                header.State switch
                {
                    TriggerState.Paused => "paused",
                    TriggerState.Blocked => "running",
                    TriggerState.Error => "broken",
                    _ => "waiting",
                },
                header.State == TriggerState.Paused ? null : header.NextFireTimeUtc,
                header.PreviousFireTimeUtc));
        }
        return list;
    }

    public async Task<bool> ExistsAsync(string name, CancellationToken ct) => await _quartz.Exists(Key(name), ct);

    /// <summary>What it did stays on record.</summary>
    /// <returns>False where there is none of that name.</returns>
    public async Task<bool> RemoveAsync(string name, CancellationToken ct) => await _quartz.DeleteJob(Key(name), ct);

    /// <returns>False where there is none of that name.</returns>
    public async Task<bool> PauseAsync(string name, CancellationToken ct)
    {
        if (!await ExistsAsync(name, ct))
            return false;
        await _quartz.PauseTrigger(new(name, Group), ct);
        return true;
    }

    /// <summary>What it missed while it was paused is made up for once.</summary>
    /// <returns>False where there is none of that name.</returns>
    public async Task<bool> ResumeAsync(string name, CancellationToken ct)
    {
        if (!await ExistsAsync(name, ct))
            return false;
        await _quartz.ResumeTrigger(new(name, Group), ct);
        return true;
    }

    /// <summary>Has a worker fire it now, paused or not; the one that does is not told apart from any other.</summary>
    /// <returns>False where there is none of that name.</returns>
    public async Task<bool> RunAsync(string name, CancellationToken ct)
    {
        if (!await ExistsAsync(name, ct))
            return false;
        await _quartz.TriggerJob(Key(name), null, ct);
        return true;
    }

    /// <summary>The workers that fire schedules and were heard of lately.</summary>
    public async Task<IReadOnlyList<string>> WorkersAsync(CancellationToken ct) =>
        [.. (await _quartz.QueryClusterNodes(ct))
            .Where(node => !node.IsCurrentNode && node.State != ClusterNodeState.Failed)
            .Select(node => node.InstanceId)];

    static JobKey Key(string name) => new(name, Group);

    public async ValueTask DisposeAsync() => await _quartz.Shutdown(waitForJobsToComplete: false);
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace Extractor.Worker.Schedules;

/// <summary>Quartz over its tables in the schema <c>quartz</c>, put together in one place for all its users.</summary>
static class QuartzStore
{
    // The same in every process: it is what makes them one cluster.
    const string Name = "extractor";

    const int ThreadsOfWorker = 4;

    /// <summary>Makes what is missing of the tables; needs the owner's rights.</summary>
    public static async Task ProvisionAsync(NpgsqlDataSource db, CancellationToken ct)
    {
        var scheduler = await BuildAsync(db, store => store.SchemaProvisioning = SchemaProvisioning.CreateIfMissing, null, null, ct);
        await scheduler.Shutdown(waitForJobsToComplete: false, ct);
    }

    /// <summary>For looking and for changing schedules: as it is never started, it fires nothing and is no worker to the others.</summary>
    public static Task<IScheduler> ObserveAsync(NpgsqlDataSource db, CancellationToken ct) => BuildAsync(db, _ => { }, null, null, ct);

    /// <summary>One of the workers of which one fires. Not started yet.</summary>
    /// <param name="worker">A name that no other process has, nor will have.</param>
    public static Task<IScheduler> JoinAsync(
        NpgsqlDataSource db, string worker, ILoggerFactory log, Action<IServiceCollection> services, CancellationToken ct) =>
        BuildAsync(db, _ => { }, worker, q =>
        {
            q.Services.AddSingleton(log);
            services(q.Services);
        }, ct);

    // A data source of its own: Quartz holds connections for long, and must not wait for those of the jobs.
    static async Task<IScheduler> BuildAsync(
        NpgsqlDataSource db, Action<AdoJobStoreOptions> configure, string? worker, Action<IQuartzBuilder>? more, CancellationToken ct) =>
        await QuartzSchedulerBuilder.Create(q =>
        {
            q.ConfigureScheduler(options =>
            {
                options.InstanceName = Name;
                // “AUTO” would be taken for a name that all share.
                options.GenerateInstanceId = worker is null;
                if (worker is not null)
                    options.InstanceId = worker;
                options.IdleWaitTime = TimeSpan.FromSeconds(5);
                options.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            q.UseDefaultThreadPool(ThreadsOfWorker);
            q.UsePersistentStore(store =>
            {
                store.UsePostgres(source => source.DataSourceFactory = _ => db);
                store.UseSystemTextJsonSerializer();
                store.UseClustering(cluster =>
                {
                    cluster.CheckinInterval = TimeSpan.FromSeconds(5);
                    cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(15);
                });
                store.ConfigureStore(options =>
                {
                    options.TablePrefix = "quartz.qrtz_";
                    options.StoreJobDataAsStrings = true;
                    options.MisfireThreshold = TimeSpan.FromMinutes(1);
                    options.DbRetryInterval = TimeSpan.FromSeconds(5);
                    // A thread that still waits for a database that is away must not keep the process.
                    options.UseBackgroundThreads = true;
                    configure(options);
                });
            });
            more?.Invoke(q);
        }).BuildScheduler(ct);
}

namespace Extractor.Faults.Tests.Processes;

/// <summary>Workers that are killed, or stopped for longer than their leases.</summary>
public sealed class LostWorkerTests(FaultServer server)
{
    static readonly HostOptions Paced = new() { PaceMilliseconds = Form.IsLong ? 20 : 8 };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F1_workers_killed_with_jobs_in_hand_lose_nothing()
    {
        var digest = await server.DigestAsync("r1");
        await using var scene = await Scene.OpenAsync(server);
        await using var fleet = scene.Start(Form.IsLong ? 4 : 2, Paced);
        var kills = 0;
        // Not to the very end: a suspect that is killed four times is parked, and rightly so.
        while (kills < Form.Times(6, 60) && await scene.WaitingAsync() > Form.Documents / 8 && await fleet.FindBusyAsync() is { } worker)
        {
            await worker.SignalAsync("KILL");
            kills++;
            await Task.Delay(Random.Shared.Next(300, 1000), Ct);
        }
        await fleet.DrainedAsync();
        await scene.Oracle.AssertAsync(digest);
        var (jobs, attempts, crashes) = await scene.Oracle.AskAsync<(long, long, long)>("select count(*), sum(attempts), sum(crashes) from jobs");
        Form.Print("F1", $"{jobs} jobs, {kills} workers killed, {attempts} attempts, {crashes} crashes counted, {scene.Seconds:0.0} s");
        Assert.InRange(kills, 3, int.MaxValue);
        Assert.InRange(attempts, jobs + kills, long.MaxValue);
        Assert.InRange(crashes, kills, long.MaxValue);
    }

    [Fact]
    public async Task F2_a_worker_that_wakes_after_its_lease_changes_nothing()
    {
        var digest = await server.DigestAsync("r1");
        await using var scene = await Scene.OpenAsync(server);
        await using var fleet = scene.Start(2, Paced);
        var stops = 0;
        while (stops < Form.Times(2, 12) && await scene.WaitingAsync() > Form.Documents / 8 && await fleet.FindBusyAsync() is { } worker)
        {
            var swept = await scene.Oracle.AskAsync<long>("select coalesce(sum(crashes), 0) from jobs");
            await worker.SignalAsync("STOP");
            if (!(await scene.HoldersAsync()).Contains(worker.Id))
            {
                await worker.SignalAsync("CONT"); // it had just settled all it held
                continue;
            }
            await Scene.UntilAsync(async () => !(await scene.HoldersAsync()).Contains(worker.Id), () => fleet.Logs);
            Assert.InRange(await scene.Oracle.AskAsync<long>("select sum(crashes) from jobs"), swept + 1, long.MaxValue);
            await worker.SignalAsync("CONT");
            stops++;
            await Task.Delay(200, Ct);
        }
        await fleet.DrainedAsync();
        await scene.Oracle.AssertAsync(digest);
        var dropped = fleet.All.Sum(worker => worker.Said(5));
        Form.Print("F2", $"{stops} workers stopped beyond their leases, {dropped} late results dropped, {scene.Seconds:0.0} s");
        Assert.Empty(fleet.Ended);
        Assert.InRange(stops, 1, int.MaxValue);
        Assert.InRange(dropped, 1, int.MaxValue);
    }

    [Fact]
    public async Task F2_a_worker_that_stops_while_it_stores_gives_its_rows_up()
    {
        var digest = await server.DigestAsync("r1");
        await using var scene = await Scene.OpenAsync(server);
        await using var fleet = scene.Start(2, Paced);
        var stops = 0;
        while (stops < Form.Times(2, 12) && await scene.WaitingAsync() > Form.Documents / 8)
        {
            var worker = fleet.Workers[stops % 2];
            await Scene.UntilAsync(() => IsStoringAsync(scene, worker.Id), () => fleet.Logs);
            await worker.SignalAsync("STOP");
            if (await IsStoringAsync(scene, worker.Id))
            {
                await Scene.UntilAsync(async () => !(await scene.HoldersAsync()).Contains(worker.Id), () => fleet.Logs);
                stops++;
            }
            await worker.SignalAsync("CONT");
        }
        await fleet.DrainedAsync();
        await scene.Oracle.AssertAsync(digest);
        Form.Print("F2", $"{stops} workers stopped in the midst of a transaction, {scene.Seconds:0.0} s");
        Assert.Empty(fleet.Ended);
        Assert.InRange(stops, 1, int.MaxValue);
    }

    // Whether a transaction of the worker's holds the lock of those who write.
    static Task<bool> IsStoringAsync(Scene scene, int worker) => scene.Oracle.AskAsync<bool>($"""
        select exists (
          select from pg_stat_activity a
          where a.datname = current_database() and a.application_name = 'extractor-{worker}' and a.xact_start is not null and a.query ilike '%claims%')
        """);
}

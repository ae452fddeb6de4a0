using Extractor.Storage.Runs;

namespace Extractor.Faults.Tests.Runs;

public sealed class ReextractionTests(FaultServer server)
{
    static readonly HostOptions Newer = new() { Ruleset = "r2", PaceMilliseconds = Form.IsLong ? 10 : 3 };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F15_readers_see_the_old_run_to_the_end_whatever_becomes_of_the_new()
    {
        var (older, newer) = (await server.DigestAsync("r1"), await server.DigestAsync("r2"));
        Assert.NotEqual(older, newer);
        await using var scene = await Scene.OpenAsync(server, "drained_r1");
        Assert.Equal(older, await scene.Oracle.DigestAsync());
        var everything = await scene.Oracle.EverythingAsync();
        var store = new ReextractionStore(scene.Db);

        var (run, _) = await store.StartAsync(new Selection(All: true), "r2", Ct);
        await using (var fleet = scene.Start(2, Newer))
        {
            await scene.ProgressAsync(Form.Documents / 3, () => fleet.Logs);
            Assert.InRange(await scene.Oracle.AskAsync<int>($"select count(*)::int from claims where {run!.Id} in (first_run, retired_run)"), 1, int.MaxValue);
            Assert.Equal(older, await scene.Oracle.DigestAsync());
            Assert.True(await store.AbortAsync(run.Id, Ct));
            await fleet.DrainedAsync();
            Assert.Empty(fleet.Ended);
        }
        Assert.Equal((older, everything), (await scene.Oracle.DigestAsync(), await scene.Oracle.EverythingAsync()));

        (run, _) = await store.StartAsync(new Selection(All: true), "r2", Ct);
        var (looks, kills) = (0, 0);
        await using (var fleet = scene.Start(2, Newer))
        {
            while (await scene.LeftAsync() > 0)
            {
                // The run and what is seen of it in one statement: the new one is shown in one moment.
                var (published, digest) = await scene.Oracle.PublishedAsync();
                Assert.Equal(published < run!.Id ? older : newer, digest);
                looks++;
                if (kills < Form.Times(2, 10) && await scene.WaitingAsync() > Form.Documents / 8 && await fleet.FindBusyAsync() is { } worker)
                {
                    await worker.SignalAsync("KILL");
                    kills++;
                }
                await Task.Delay(200, Ct);
            }
            await Scene.UntilAsync(async () => (await scene.Oracle.PublishedAsync()).Run > run!.Id, () => fleet.Logs);
            await fleet.EndAsync();
        }
        await scene.Oracle.AssertAsync(newer);
        Assert.InRange(kills, 1, int.MaxValue);
        Assert.InRange(looks, 3, int.MaxValue);

        // Read again, with nothing to change: no claim is written.
        var before = await scene.Oracle.AskAsync<(long Rows, long Wal)>("select (select count(*) from claims), pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
        await scene.ExecuteAsync("truncate stores");
        await store.StartAsync(new Selection(All: true), "r2", Ct);
        await scene.DrainAsync(Newer with { PaceMilliseconds = 0 });
        var after = await scene.Oracle.AskAsync<(long Rows, long Wal)>("select (select count(*) from claims), pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
        Assert.Equal(before.Rows, after.Rows);
        await scene.Oracle.AssertAsync(newer);
        Form.Print("F15", $"{looks} looks of a reader, {kills} workers killed, {(after.Wal - before.Wal) / Form.Documents} bytes of WAL a document read again unchanged (audit, job and receipt), {scene.Seconds:0.0} s");
    }
}

using Dapper;

namespace Extractor.Faults.Tests.Processes;

/// <summary>SIGTERM, of the program itself.</summary>
public sealed class StopTests(FaultServer server)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F13_a_worker_told_to_end_burns_nothing()
    {
        var digest = await server.DigestAsync("r1");
        await using var scene = await Scene.OpenAsync(server);
        var stops = 0;
        for (; stops < Form.Times(4, 30) && await scene.LeftAsync() > Form.Documents / 3; stops++)
        {
            await using var worker = HostProcess.StartProduct(["worker", "--lanes", "2"], scene.Connection);
            await scene.ProgressAsync(1, () => worker.Log);
            await worker.SignalAsync("TERM");
            Assert.True(await worker.ExitAsync() == 0, worker.Log);
            // Nothing leased, nothing tried in vain, no crash.
            Assert.Equal((0, 0, 0), await scene.Oracle.AskAsync<(int, int, int)>(
                "select count(*) filter (where state = 'leased')::int, count(*) filter (where attempts <> (state = 'done')::int)::int, sum(crashes)::int from jobs"));
        }
        var left = await scene.LeftAsync();
        Assert.InRange(left, 1, Form.Documents - 1);
        Assert.InRange(stops, 2, int.MaxValue);
        await scene.DrainAsync(new());
        await scene.Oracle.AssertAsync(digest);
        Form.Print("F13", $"{stops} workers told to end while they read, {left} of {Form.Documents} documents left after them");
    }

    [Fact]
    public async Task F13_told_twice_it_ends_at_once_and_its_leases_lapse()
    {
        await using var scene = await Scene.OpenAsync(server);
        await using var blocking = await scene.Db.OpenConnectionAsync(Ct);
        await using var transaction = await blocking.BeginTransactionAsync(Ct);
        await blocking.ExecuteAsync("select from documents for update"); // no document can be stored
        await using var worker = HostProcess.StartProduct(["worker"], scene.Connection);
        await Scene.UntilAsync(async () => await scene.Oracle.AskAsync<bool>(
            $"select exists (select from pg_stat_activity where datname = '{scene.Name}' and wait_event_type = 'Lock')"), () => worker.Log);
        await worker.SignalAsync("TERM");
        await Task.Delay(500, Ct);
        Assert.False(worker.HasExited); // it finishes what is in hand
        await worker.SignalAsync("TERM");
        Assert.NotEqual(0, await worker.ExitAsync());
        Assert.InRange(await scene.Oracle.AskAsync<int>("select count(*)::int from jobs where state = 'leased'"), 1, int.MaxValue);
        Assert.Equal(0, await scene.Oracle.AskAsync<int>("select count(*)::int from effects"));
    }
}

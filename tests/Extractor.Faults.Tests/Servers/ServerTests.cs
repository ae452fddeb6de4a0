using Dapper;
using Extractor.Storage;

namespace Extractor.Faults.Tests.Servers;

/// <summary>The server crashes, its sessions are killed, and a commit whose answer is lost.</summary>
public sealed class ServerTests(FaultServer server)
{
    // Longer than a busy machine keeps a living worker waiting: no crash may be counted.
    static readonly HostOptions Paced = new() { PaceMilliseconds = Form.IsLong ? 20 : 6, LeaseSeconds = 5 };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F3_a_server_that_crashes_and_comes_back_ends_no_worker_and_counts_no_crash()
    {
        var digest = await server.DigestAsync("r1");
        await using var scene = await Scene.OpenAsync(server);
        await using var fleet = scene.Start(2, Paced);
        var restarts = 0;
        for (; restarts < Form.Times(3, 12) && await fleet.FindBusyAsync() is not null; restarts++)
        {
            await server.StopAsync("immediate");
            // Now and then for longer than all leases: they lapse together, and nobody is to blame.
            await Task.Delay(restarts % 3 == 1 ? TimeSpan.FromSeconds(Paced.LeaseSeconds * 1.2) : TimeSpan.FromMilliseconds(200), Ct);
            await server.StartAsync();
            await scene.ProgressAsync(Form.Documents / 8, () => fleet.Logs);
        }
        await fleet.DrainedAsync();
        await scene.Oracle.AssertAsync(digest);
        var away = fleet.All.Sum(worker => worker.Said(6));
        Form.Print("F3", $"{restarts} crashes of the server, {away} messages that it is away, {scene.Seconds:0.0} s");
        Assert.InRange(restarts, 2, int.MaxValue);
        Assert.InRange(away, 1, int.MaxValue);
        Assert.Empty(fleet.Ended);
        Assert.Equal(0, await scene.Oracle.AskAsync<long>("select sum(crashes) from jobs"));
    }

    [Fact]
    public async Task F4_sessions_ended_and_backends_killed_park_nothing()
    {
        var digest = await server.DigestAsync("r1");
        await using var scene = await Scene.OpenAsync(server);
        await using var fleet = scene.Start(2, Paced);
        var (ended, inTransaction, killed) = (0L, 0L, 0);
        while (await fleet.FindBusyAsync() is not null && ended < Form.Times(300, 3000))
        {
            try
            {
                var (sessions, midway) = await scene.Oracle.AskAsync<(long, long)>("""
                    select count(pg_terminate_backend(pid)), count(*) filter (where xact_start is not null)
                    from (select pid, xact_start from pg_stat_activity where datname = current_database() and application_name like 'extractor%' and pid <> pg_backend_pid()
                          order by xact_start limit 2) t
                    """);
                (ended, inTransaction) = (ended + sessions, inTransaction + midway);
                // A killed backend takes the whole server through recovery.
                if (killed < Form.Times(1, 5) && ended > (killed + 1) * 20)
                {
                    var victim = await scene.Oracle.AskAsync<int?>("select min(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
                    if (victim is { } pid)
                    {
                        killed++;
                        using var kill = System.Diagnostics.Process.Start("kill", ["-KILL", $"{pid}"]);
                        await kill.WaitForExitAsync(Ct);
                    }
                }
            }
            catch (Npgsql.NpgsqlException)
            {
                // This session was hit as well.
            }
            await Task.Delay(100, Ct);
        }
        await fleet.DrainedAsync();
        await scene.Oracle.AssertAsync(digest);
        var crashes = await scene.Oracle.AskAsync<long>("select sum(crashes) from jobs");
        Form.Print("F4", $"{ended} sessions ended, {inTransaction} of them in a transaction, {killed} backends killed, {crashes} crashes counted, {scene.Seconds:0.0} s");
        Assert.InRange(ended, 10, long.MaxValue);
        Assert.InRange(inTransaction, 1, long.MaxValue);
        Assert.Equal(Form.Times(1, 5), killed);
        Assert.Empty(fleet.Ended);
    }

    [Fact]
    public async Task F5_a_commit_whose_answer_is_lost_counts_once()
    {
        var digest = await server.DigestAsync("r1");
        await using var scene = await Scene.OpenAsync(server);
        await using var fleet = scene.Start(2, Paced);
        var (commits, others) = (0L, 0L);
        for (var round = 0; round < Form.Times(4, 20); round++)
        {
            await scene.ProgressAsync(Form.Documents / Form.Times(8, 30), () => fleet.Logs);
            var (stores, rest) = await LoseAnswersAsync(scene);
            (commits, others) = (commits + stores, others + rest);
        }
        await fleet.DrainedAsync();
        await scene.Oracle.AssertAsync(digest);
        var (crashes, lost) = (await scene.Oracle.AskAsync<long>("select sum(crashes) from jobs"), fleet.All.Sum(worker => worker.Said(5)));
        Form.Print("F5", $"{commits} commits and {others} other statements done and not heard of, {lost} found done by their second try, {crashes} crashes counted, {scene.Seconds:0.0} s");
        Assert.Equal(0, crashes);
        Assert.InRange(commits, 1, long.MaxValue);
        Assert.InRange(others, 1, long.MaxValue);
        Assert.InRange(lost, 1, int.MaxValue);
        Assert.Empty(fleet.Ended);
    }

    // A standby that is not there: for a moment every commit is done, waits for it, and is never heard of.
    async Task<(long Commits, long Others)> LoseAnswersAsync(Scene scene)
    {
        var (commits, others) = (0L, 0L);
        await using var db = Database.Open(server.Connection("postgres") + ";Pooling=false");
        await using var connection = await db.OpenConnectionAsync(Ct);
        await connection.ExecuteAsync("alter system set synchronous_standby_names = 'nosuch'");
        await connection.ExecuteAsync("select pg_reload_conf()");
        try
        {
            while (commits + others < 12 && await scene.LeftAsync() > 0)
            {
                var (stores, rest) = await connection.QuerySingleAsync<(long, long)>("""
                    select count(*) filter (where query ilike 'commit%'), count(*) filter (where query not ilike 'commit%')
                    from (select pid, query from pg_stat_activity where datname = @database and wait_event = 'SyncRep') t
                    cross join lateral pg_terminate_backend(pid)
                    """, new { database = scene.Name });
                (commits, others) = (commits + stores, others + rest);
                await Task.Delay(20, Ct);
            }
        }
        finally
        {
            await connection.ExecuteAsync("alter system reset synchronous_standby_names");
            await connection.ExecuteAsync("select pg_reload_conf()");
        }
        return (commits, others);
    }
}

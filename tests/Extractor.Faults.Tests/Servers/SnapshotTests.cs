using System.Data;
using Dapper;
using Extractor.Storage.Queue;

namespace Extractor.Faults.Tests.Servers;

public sealed class SnapshotTests(FaultServer server)
{
    const int Batch = 16;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F8_a_snapshot_kept_open_slows_no_take_behind_the_watermark()
    {
        await using var scene = await Scene.OpenAsync(server);
        await using var pinning = await scene.Db.OpenConnectionAsync(Ct);
        await using var pin = await pinning.BeginTransactionAsync(IsolationLevel.RepeatableRead, Ct);
        await pinning.ExecuteAsync("select count(*) from jobs");
        // Half of the queue has gone through many times: each entry that died stands in the index before those that wait.
        var (rounds, half) = (Form.Times(10, 100), Form.Documents / 2);
        for (var round = 0; round < rounds; round++)
            await scene.ExecuteAsync($"""
                update jobs set state = 'ready', finished_at = null where job_id <= {half};
                update jobs set state = 'done', finished_at = now() where job_id <= {half}
                """);

        var queue = new JobQueue(scene.Db, QueueLimits.Default);
        var (mark, first, last) = (Watermark.Start, 0L, 0L);
        for (var take = 0; take < half / Batch; take++)
        {
            var before = await BlocksAsync(scene);
            var jobs = await queue.TakeAsync(JobQueue.Live, "w", Batch, mark, Ct);
            Assert.Equal(Batch, jobs.Count);
            var taken = await BlocksAsync(scene);
            mark = new(jobs[^1].Priority, jobs[^1].Id);
            await using (var connection = await scene.Db.OpenConnectionAsync(Ct))
            await using (var transaction = await connection.BeginTransactionAsync(Ct))
            {
                Assert.Equal(Batch, (await JobQueue.HoldAsync(transaction, jobs, Ct)).Count);
                Assert.Equal(Batch, await JobQueue.FinishAsync(transaction, jobs, Ct));
                await transaction.CommitAsync(Ct);
            }
            var finished = await BlocksAsync(scene);
            if (take == 0)
                first = taken - before;
            else
                last = Math.Max(taken - before, finished - taken);
        }
        Form.Print("F8", $"blocks read for {Batch} jobs: {first} from the head of a queue of {rounds * half} dead entries, {last} behind the watermark, {scene.Seconds:0.0} s");
        // Each job moves in six indexes of two or three levels; no block is there for what died. The watermark spared that.
        Assert.InRange(last, 1, Batch * 40);
        Assert.InRange(first, last * 2, long.MaxValue);
    }

    [Fact]
    public async Task F8_workers_drain_the_queue_while_a_snapshot_is_kept()
    {
        var digest = await server.DigestAsync("r1");
        await using var scene = await Scene.OpenAsync(server);
        await using (var pinning = await scene.Db.OpenConnectionAsync(Ct))
        await using (await pinning.BeginTransactionAsync(IsolationLevel.RepeatableRead, Ct))
        {
            await pinning.ExecuteAsync("select count(*) from jobs");
            await using var fleet = scene.Start(2, new());
            await fleet.DrainedAsync();
        }
        await scene.Oracle.AssertAsync(digest);
        Form.Print("F8", $"two workers drained {Form.Documents} documents under the snapshot in {scene.Seconds:0.0} s");
    }

    // What the server itself counts of the product's own statements; no copy of them stands here.
    static async Task<long> BlocksAsync(Scene scene)
    {
        await using var connection = await scene.Db.OpenConnectionAsync(Ct);
        // All idle sessions of the pool have told their counts by then.
        await connection.ExecuteAsync("select pg_stat_force_next_flush()");
        return await connection.QuerySingleAsync<long>(
            "select heap_blks_read + heap_blks_hit + idx_blks_read + idx_blks_hit from pg_statio_user_tables where relname = 'jobs'");
    }
}

using Dapper;
using Extractor.Storage.Documents;
using Extractor.Storage.Queue;
using Extractor.Tests;
using Npgsql;

namespace Extractor.Storage.Tests.Queue;

public sealed class JobQueueTests(TestServer server) : IAsyncLifetime
{
    NpgsqlDataSource _db = null!;
    JobQueue _queue = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _db = await server.MigratedAsync();
        _queue = new(_db, new QueueLimits(TimeSpan.FromMinutes(1), Attempts: 3, Crashes: 2));
    }

    public ValueTask DisposeAsync() => _db.DisposeAsync();

    async Task EnqueueAsync(int from, int count, short priority = 5)
    {
        await using var connection = await _db.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        foreach (var i in Enumerable.Range(from, count))
        {
            var document = Samples.Document($"{i}", $"{i}");
            await DocumentStore.PutAsync(transaction, document, Ct);
            await JobQueue.EnqueueAsync(transaction, document.Id, document.Version, priority, Ct);
        }
        await transaction.CommitAsync(Ct);
    }

    Task<IReadOnlyList<Job>> TakeAsync(int limit) => _queue.TakeAsync(JobQueue.Live, "w", limit, Watermark.Start, Ct);

    async Task<string> StatesAsync()
    {
        await using var connection = await _db.OpenConnectionAsync(Ct);
        return await connection.ExecuteScalarAsync<string>(
            "select string_agg(concat_ws(' ', state, attempts, crashes, error), ', ' order by job_id) from jobs") ?? "";
    }

    async Task LapseAsync()
    {
        await using var connection = await _db.OpenConnectionAsync(Ct);
        await connection.ExecuteAsync("update jobs set lease_until = now() - interval '1 second' where state = 'leased'");
        await _queue.SweepAsync(Ct);
        await connection.ExecuteAsync("update jobs set run_at = now() where state = 'ready'");
    }

    async Task<bool> FinishAsync(Job job)
    {
        await using var connection = await _db.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        var held = await JobQueue.HoldAsync(transaction, [job], Ct);
        Assert.Equal(held.Count, await JobQueue.FinishAsync(transaction, [job], Ct));
        await transaction.CommitAsync(Ct);
        return held.Contains(job.Id);
    }

    [Fact]
    public async Task Two_workers_never_take_the_same_job()
    {
        await EnqueueAsync(0, 100);
        var taken = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => TakeAsync(10)));
        Assert.Equal(100, taken.SelectMany(jobs => jobs).Select(job => job.Id).Distinct().Count());
        Assert.Empty(await TakeAsync(10));
    }

    [Fact]
    public async Task The_urgent_come_first_and_the_watermark_passes_over_what_was_taken()
    {
        await EnqueueAsync(0, 2);
        await EnqueueAsync(2, 1, priority: 1);
        var first = (await TakeAsync(1)).Single();
        Assert.Equal(1, first.Priority);
        var rest = await _queue.TakeAsync(JobQueue.Live, "w", 5, new(first.Priority, first.Id), Ct);
        Assert.Equal(2, rest.Count);
    }

    [Fact]
    public async Task A_worker_that_was_given_up_for_lost_changes_nothing()
    {
        await EnqueueAsync(0, 1);
        var lost = (await TakeAsync(1)).Single();
        await LapseAsync();
        Assert.Empty(await TakeAsync(1)); // suspects are not among the ordinary ones
        var held = (await _queue.TakeSuspectAsync([JobQueue.Live], "other", Ct))!;
        Assert.False(await FinishAsync(lost));
        Assert.False(await _queue.SettleAsync(lost, new JobOutcome.Parked("late"), Ct));
        Assert.Equal(0, await _queue.RenewAsync([lost], Ct));
        Assert.True(await FinishAsync(held));
        Assert.Equal("done 2 1", await StatesAsync());
    }

    [Fact]
    public async Task A_job_that_kills_its_workers_is_parked()
    {
        await EnqueueAsync(0, 1);
        await TakeAsync(1);
        await LapseAsync();
        await _queue.TakeSuspectAsync([JobQueue.Live], "w", Ct);
        await LapseAsync();
        Assert.Equal("parked 2 2 its worker w was lost", await StatesAsync());
    }

    [Fact]
    public async Task A_job_that_fails_is_tried_again_and_then_parked_and_can_be_brought_again()
    {
        await EnqueueAsync(0, 1);
        for (var attempt = 1; attempt <= 3; attempt++)
            await _queue.SettleAsync((await TakeAsync(1)).Single(), new JobOutcome.Failed("boom", TimeSpan.Zero), Ct);
        Assert.Equal("parked 3 0 boom", await StatesAsync());
        await EnqueueAsync(0, 1);
        Assert.Equal("ready 0 0", await StatesAsync());
    }

    [Fact]
    public async Task What_is_returned_or_snoozed_has_not_been_tried()
    {
        await EnqueueAsync(0, 2);
        var jobs = await TakeAsync(2);
        await _queue.ReturnAsync([jobs[0]], Ct);
        await _queue.SettleAsync(jobs[1], new JobOutcome.Snoozed(TimeSpan.FromHours(1)), Ct);
        Assert.Equal("ready 0 0, ready 0 0", await StatesAsync());
        Assert.Single(await TakeAsync(5));
        await _queue.SettleAsync(jobs[0], new JobOutcome.Cancelled(new string('长', 5000)), Ct); // its token is old
        Assert.Equal("leased 1 0, ready 0 0", await StatesAsync());
    }

    [Fact]
    public async Task Settled_jobs_go_after_a_while_and_the_others_stay()
    {
        await EnqueueAsync(0, 4);
        var jobs = await TakeAsync(3);
        await FinishAsync(jobs[0]);
        await FinishAsync(jobs[1]);
        await _queue.SettleAsync(jobs[2], new JobOutcome.Parked("boom"), Ct);
        await using var connection = await _db.OpenConnectionAsync(Ct);
        await connection.ExecuteAsync("update jobs set finished_at = now() - interval '8 days' where job_id <> @id and finished_at is not null", new { id = jobs[1].Id });
        Assert.Equal(1, await _queue.PruneAsync(TimeSpan.FromDays(7), Ct));
        Assert.Equal("done 1 0, parked 1 0 boom, ready 0 0", await StatesAsync());
    }
}

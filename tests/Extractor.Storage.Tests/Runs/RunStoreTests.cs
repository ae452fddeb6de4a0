using Dapper;
using Extractor.Storage.Documents;
using Extractor.Storage.Queue;
using Extractor.Storage.Runs;
using Extractor.Tests;

namespace Extractor.Storage.Tests.Runs;

public sealed class RunStoreTests(TestServer server)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_ruleset_takes_over_the_queue_and_is_shown_when_it_is_done()
    {
        await using var db = await server.MigratedAsync();
        await using var connection = await db.OpenConnectionAsync(Ct);
        var (runs, queue) = (new RunStore(db), new JobQueue(db, QueueLimits.Default));
        var first = await runs.OpenAsync("r1", Ct);
        Assert.Equal(first, await runs.OpenAsync("r1", Ct));
        await using (var transaction = await connection.BeginTransactionAsync(Ct))
        {
            var document = Samples.Document("a", "1");
            await DocumentStore.PutAsync(transaction, document, Ct);
            await JobQueue.EnqueueAsync(transaction, first, document.Id, document.Version, 5, Ct);
            await transaction.CommitAsync(Ct);
        }

        var second = await runs.OpenAsync("r2", Ct);
        Assert.False(await runs.TryPublishAsync(second, Ct));
        Assert.Equal(first.Id, await connection.ExecuteScalarAsync<int>("select run_id from publication"));
        Assert.Empty(await queue.TakeAsync(first, "w", 5, Watermark.Start, Ct));
        var job = Assert.Single(await queue.TakeAsync(second, "w", 5, Watermark.Start, Ct));
        await queue.SettleAsync(job, new JobOutcome.Cancelled("enough"), Ct);
        Assert.True(await runs.TryPublishAsync(second, Ct));
        Assert.False(await runs.TryPublishAsync(second, Ct));
        Assert.Equal(second.Id, await connection.ExecuteScalarAsync<int>("select run_id from publication"));
    }
}

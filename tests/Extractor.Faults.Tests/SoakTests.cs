using System.Diagnostics;
using Dapper;
using Extractor.Storage.Runs;
using Extractor.Worker;
using Extractor.Worker.Ingestion;

namespace Extractor.Faults.Tests;

public sealed class SoakTests(FaultServer server)
{
    const long MiB = 1 << 20;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F20_hours_of_pages_readers_and_reextractions_hold_memory_and_queue_flat()
    {
        Assert.SkipUnless(Form.Soak is not null, "it lasts as long as ./test --soak MINUTES says");
        await using var scene = await Scene.OpenAsync(server, "empty");
        var options = new HostOptions { Lanes = 1, Batch = 16, LeaseSeconds = 20, HeartbeatSeconds = 5, KeepSettledSeconds = 30 };
        await using var fleet = scene.Start(options with { Ruleset = "r2" }, options with { Ruleset = "r2" });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        Task[] load = [IntakeAsync(scene, stop.Token), ReextractAsync(scene, stop.Token), ReadAsync(scene, stop.Token), ReadAsync(scene, stop.Token)];

        var (clock, minutes) = (Stopwatch.StartNew(), new List<(long Memory, long Queue)>());
        while (clock.Elapsed < Form.Soak && !load.Any(task => task.IsCompleted))
        {
            await Task.Delay(TimeSpan.FromMinutes(Math.Min(1, Form.Soak.Value.TotalMinutes / 5)), Ct);
            var (queue, dead, jobs, done) = await scene.Oracle.AskAsync<(long, long, long, long)>("""
                select pg_total_relation_size('jobs'), (select n_dead_tup from pg_stat_user_tables where relname = 'jobs'),
                       (select count(*) from jobs), (select count(*) from effects)
                """);
            var memory = fleet.Workers.Max(worker => worker.MemoryBytes);
            minutes.Add((memory, queue));
            Form.Print("F20", $"{clock.Elapsed:mm\\:ss} worker {memory / MiB} MiB, queue {queue / MiB:0} MiB with {jobs} jobs and {dead} dead rows, {done} jobs done");
        }
        await stop.CancelAsync();
        await Task.WhenAll(load);
        await fleet.DrainedAsync();
        Assert.Empty(fleet.Ended);
        // After a fifth to warm up: no growth beyond what chance and the collector make of it.
        var warm = minutes[minutes.Count / 5];
        Assert.InRange(minutes[^1].Memory, 0, warm.Memory * 3 / 2 + 32 * MiB);
        Assert.InRange(minutes[^1].Queue, 0, warm.Queue * 3 + 32 * MiB);
    }

    // Some fifty pages a second; each comes again as a new version when all had their turn.
    static async Task IntakeAsync(Scene scene, CancellationToken ct)
    {
        var ingester = new Ingester(scene.Db, new DatabaseWork());
        try
        {
            for (var i = 0; ; i++)
            {
                var page = Corpus.Page(i % Form.Documents);
                await ingester.PutAsync(new(page.Source, page.Uri, $"{page.Text}\n第{i / Form.Documents + 1}版", page.Facts), ct);
                await Task.Delay(20, ct);
            }
        }
        catch (OperationCanceledException)
        {
            // Enough.
        }
    }

    static async Task ReextractAsync(Scene scene, CancellationToken ct)
    {
        var (store, runs) = (new ReextractionStore(scene.Db), new RunStore(scene.Db));
        try
        {
            for (; ; await Task.Delay(TimeSpan.FromSeconds(5), ct))
                if (await runs.FindReextractionAsync(ct) is null)
                    await store.StartAsync(new Selection(All: true), "r2", ct);
        }
        catch (OperationCanceledException)
        {
            // Enough.
        }
    }

    static async Task ReadAsync(Scene scene, CancellationToken ct)
    {
        try
        {
            for (; ; await Task.Delay(200, ct))
            {
                await using var connection = await scene.Db.OpenConnectionAsync(ct);
                await connection.QueryAsync(new CommandDefinition(
                    "select indicator_id, scope, count(*), sum(value) from published_claims group by 1, 2", cancellationToken: ct));
            }
        }
        catch (OperationCanceledException)
        {
            // Enough.
        }
    }
}

using Extractor.Worker;
using Extractor.Worker.Ingestion;

namespace Extractor.Faults.Tests.Documents;

public sealed class PoisonTests(FaultServer server)
{
    static readonly string[] Kinds = ["failfast", "stack", "loop", "memory"];

    [Fact]
    public async Task F6_a_document_that_kills_its_process_is_parked_and_no_other()
    {
        var digest = await server.DigestAsync("r1");
        await using var scene = await Scene.OpenAsync(server);
        var ingester = new Ingester(scene.Db, new DatabaseWork());
        foreach (var kind in Kinds)
            await ingester.PutAsync(Corpus.Poisoned(kind), TestContext.Current.CancellationToken);
        // Among the others, not after them.
        await scene.ExecuteAsync("update jobs set priority = case when job_id > (select count(*) from documents) - 4 then 2 when job_id % 500 < 100 then 2 else 3 end");
        var options = new HostOptions
        {
            LeaseSeconds = 1.2, HeartbeatSeconds = 0.3, BudgetSeconds = 0.8, Attempts = 2, Crashes = Form.Times(3, 4), PaceMilliseconds = 1,
        };
        await using var fleet = scene.Start(2, options, ("DOTNET_GCHeapHardLimit", "0x10000000")); // 256 MiB
        await fleet.DrainedAsync();
        await scene.Oracle.AssertAsync(digest, [.. Kinds.Select(kind => $"poison-{kind}")]);
        var (killers, innocent) = await scene.Oracle.AskAsync<(long, long)>(
            "select sum(crashes) filter (where state = 'parked'), count(*) filter (where crashes > 0 and state = 'done') from jobs");
        Form.Print("F6", $"{fleet.Ended.Count} processes killed by what they read, {killers} crashes of the {Kinds.Length} poisons, {innocent} innocents retried alone, {scene.Seconds:0.0} s");
        Assert.InRange(fleet.Ended.Count, 3 * options.Crashes - 2, int.MaxValue); // two may die of two poisons at once
        Assert.InRange(innocent, 1, long.MaxValue);
    }
}

namespace Extractor.Faults.Tests;

public sealed class SpeedTests(FaultServer server)
{
    [Fact]
    public async Task Two_workers_finish_a_backlog_sooner_than_one()
    {
        Assert.SkipUnless(Form.IsLong, "its figures are printed by ./test --faults");
        // One lane a process. First pages as they are: the processors, which the server shares, are the bound. Then pages that
        // wait for something while they are read, as for a second recognizer: then more processes are what is wanting.
        foreach (var (pages, pace) in new[] { ("short pages", 0.0), ("pages that take 20 ms", 20.0) })
        {
            var options = new HostOptions { Lanes = 1, Batch = 16, PaceMilliseconds = pace, LeaseSeconds = 20, HeartbeatSeconds = 5 };
            var (one, two) = (await RateAsync(1, options), await RateAsync(2, options));
            Form.Print("", $"{pages}: {one:0} jobs/s with one worker, {two:0} with two, {two / one:0.00} times");
        }
    }

    /// <summary>Jobs a second between the first and the last of them: the start of a process is not the worker's speed.</summary>
    async Task<double> RateAsync(int workers, HostOptions options)
    {
        await using var scene = await Scene.OpenAsync(server);
        await using var fleet = scene.Start(workers, options);
        await fleet.DrainedAsync();
        await scene.Oracle.AssertAsync(await server.DigestAsync("r1"));
        return await scene.Oracle.AskAsync<double>("select (count(*) / extract(epoch from max(at) - min(at)))::float8 from effects");
    }
}

using Extractor.Storage.Runs;

namespace Extractor.Faults.Tests.Documents;

public sealed class DoublesTests(FaultServer server)
{
    [Fact]
    public async Task F14_everything_begun_twice_at_once_is_done_once()
    {
        var digest = await server.DigestAsync("r1");
        await using var scene = await Scene.OpenAsync(server, "empty");
        var ingest = scene.Options(new() { Verb = "ingest", Documents = Form.Documents });
        await TwiceAsync(ingest, [0, 0]);
        Assert.Equal((Form.Documents, Form.Documents), await scene.Oracle.AskAsync<(int, int)>("select (select count(*) from documents)::int, (select count(*) from jobs)::int"));
        await TwiceAsync(scene.Options(new() { Drain = true }), [0, 0]);
        await scene.Oracle.AssertAsync(digest);

        // Once more: all of it is known.
        await TwiceAsync(ingest, [0, 0]);
        await scene.Oracle.AssertAsync(digest);
        Assert.Equal(Form.Documents, await scene.Oracle.AskAsync<int>("select count(*)::int from effects"));

        // One begins the re-extraction, the other is told that it is under way.
        await TwiceAsync(scene.Options(new() { Verb = "reextract", Ruleset = "r2" }), [0, 6]);
        Assert.Equal((1, Form.Documents), await scene.Oracle.AskAsync<(int, int)>(
            "select (select count(*) from runs where kind = 'reextraction')::int, (select count(*) from jobs where of_run > 0)::int"));
        var run = await scene.Oracle.AskAsync<int>("select run_id from runs where kind = 'reextraction'");
        Assert.True(await new ReextractionStore(scene.Db).AbortAsync(run, TestContext.Current.CancellationToken));
        await scene.Oracle.AssertAsync(digest);
        Form.Print("F14", $"two ingestions, two drains, two starts at once, {scene.Seconds:0.0} s");
    }

    static async Task TwiceAsync(HostOptions options, int[] codes)
    {
        await using var one = HostProcess.Start(options);
        await using var two = HostProcess.Start(options);
        int[] ended = [await one.ExitAsync(), await two.ExitAsync()];
        Assert.True(ended.Order().SequenceEqual(codes), $"{string.Join(' ', ended)}\n{one.Log}\n{two.Log}");
    }
}

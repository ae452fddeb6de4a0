namespace Extractor.Faults.Tests.Servers;

public sealed class NetworkTests(FaultServer server)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F11_a_network_that_stalls_resets_and_forgets_connections_parks_nothing()
    {
        var digest = await server.DigestAsync("r1");
        await using var scene = await Scene.OpenAsync(server);
        await using var proxy = new NetworkProxy(server.Port);
        // The long form waits as long as the product does where nobody has said otherwise.
        var timeouts = Form.IsLong ? "" : ";Timeout=3;Command Timeout=3;Cancellation Timeout=500";
        var options = new HostOptions
        {
            Database = $"Host=127.0.0.1;Port={proxy.Port};Username=extractor;Database={scene.Name}{timeouts}", PaceMilliseconds = 5, LeaseSeconds = Form.IsLong ? 20 : 6, HeartbeatSeconds = 1,
        };
        await using var fleet = scene.Start(2, options);
        var (resets, forgotten, stalls) = (0, 0, 0);
        for (var round = 0; round < Form.Times(3, 12) && await fleet.FindBusyAsync() is not null; round++)
        {
            switch (round % 3)
            {
                case 0:
                    resets += proxy.Reset();
                    break;
                case 1:
                    forgotten += proxy.Forget();
                    break;
                case 2:
                    proxy.IsStalled = true;
                    await Task.Delay(TimeSpan.FromSeconds(Form.IsLong ? 5 : 2), Ct);
                    proxy.IsStalled = false;
                    stalls++;
                    break;
            }
            await scene.ProgressAsync(Form.Documents / Form.Times(8, 24), () => fleet.Logs);
        }
        await fleet.DrainedAsync();
        await scene.Oracle.AssertAsync(digest);
        var crashes = await scene.Oracle.AskAsync<long>("select sum(crashes) from jobs");
        Form.Print("F11", $"{resets} connections reset, {forgotten} left half-open, {stalls} stalls, {crashes} crashes counted, {scene.Seconds:0.0} s");
        Assert.InRange(resets, 1, int.MaxValue);
        Assert.InRange(forgotten, 1, int.MaxValue);
        Assert.InRange(stalls, 1, int.MaxValue);
        Assert.Empty(fleet.Ended);
    }
}

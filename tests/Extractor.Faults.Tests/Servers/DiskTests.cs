using System.Diagnostics;

namespace Extractor.Faults.Tests.Servers;

public sealed class DiskTests(FaultServer server)
{
    [Fact]
    public async Task F7_a_disk_that_is_full_stops_the_workers_and_loses_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("extractor-disk-").FullName;
        // Room for the empty tables and a fraction of the claims.
        Assert.SkipUnless(await RunAsync("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder), "a small filesystem cannot be mounted here");
        try
        {
            var digest = await server.DigestAsync("r1");
            await server.TakeFolderAsync(folder);
            await server.RunAsync($"create tablespace small location '{folder}'");
            await using (var scene = await Scene.OpenAsync(server))
            {
                await scene.ExecuteAsync("alter table claims set tablespace small; alter index claims_pkey set tablespace small");
                await using var fleet = scene.Start(2, new() { PaceMilliseconds = 2 });
                await Scene.UntilAsync(() => Task.FromResult(fleet.All.Sum(worker => worker.Log.Split("53100").Length - 1) >= 4), () => fleet.Logs);
                var stuck = await scene.LeftAsync();
                Assert.InRange(stuck, 1, Form.Documents - 1);
                Assert.True(await RunAsync("mount", "-o", "remount,size=512m", folder));
                await fleet.DrainedAsync();
                await scene.Oracle.AssertAsync(digest);
                Form.Print("F7", $"the disk was full with {stuck} of {Form.Documents} documents left, {scene.Seconds:0.0} s");
                Assert.Empty(fleet.Ended);
                Assert.Equal(0, await scene.Oracle.AskAsync<long>("select sum(crashes) from jobs"));
            }
            await server.RunAsync("drop tablespace small");
        }
        finally
        {
            await RunAsync("umount", folder);
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0;
    }
}

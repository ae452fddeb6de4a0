using System.Diagnostics;

namespace Extractor.Faults.Tests.Processes;

public sealed class ClockTests(FaultServer server)
{
    static readonly HostOptions Paced = new() { PaceMilliseconds = 3 };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F12_cultures_and_time_zones_make_no_difference()
    {
        var digest = await server.DigestAsync("r1");
        // Real cultures need ICU; where it is missing every culture is the invariant one, and there is nothing to test.
        await using (var probe = HostProcess.Start(new() { Database = server.Connection("postgres"), Verb = "none", Culture = "tr-TR" }, ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "0")))
            Assert.SkipUnless(await probe.ExitAsync() == 2, "ICU is not here, and so no culture but the invariant one");
        await using var scene = await Scene.OpenAsync(server);
        var hosts = new List<HostProcess>();
        try
        {
            foreach (var (culture, zone) in new[] { ("tr-TR", "Pacific/Kiritimati"), ("ar-SA", "America/New_York"), ("zh-CN", "Asia/Shanghai") })
                hosts.Add(HostProcess.Start(
                    scene.Options(Paced) with { Drain = true, Lanes = 1, Culture = culture }, ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "0"), ("TZ", zone)));
            foreach (var host in hosts)
                Assert.True(await host.ExitAsync() == 0, host.Log);
            await scene.Oracle.AssertAsync(digest);
            Assert.Equal(3, await scene.Oracle.AskAsync<int>("select count(distinct worker)::int from effects"));
        }
        finally
        {
            foreach (var host in hosts)
                await host.DisposeAsync();
        }
        Form.Print("F12", $"tr-TR, ar-SA and zh-CN at once, {scene.Seconds:0.0} s");
    }

    [Fact]
    public async Task F12_a_clock_that_is_wrong_and_jumps_loses_no_lease()
    {
        var folder = Directory.CreateTempSubdirectory("extractor-clock-");
        try
        {
            var library = Path.Combine(folder.FullName, "clock.so");
            Assert.SkipUnless(await CompileAsync(library), "no C compiler is here to make a clock that is wrong");
            var digest = await server.DigestAsync("r1");
            await using var scene = await Scene.OpenAsync(server);
            await using (var fleet = scene.Start(2, Paced, ("LD_PRELOAD", library)))
            {
                await fleet.DrainedAsync();
                Assert.Empty(fleet.Ended);
                Assert.All(fleet.All, worker => Assert.Equal(0, worker.Said(7)));
                Assert.Contains("wrong clock: True", fleet.Workers[0].Log, StringComparison.Ordinal);
            }
            await scene.Oracle.AssertAsync(digest);
            Assert.Equal(0, await scene.Oracle.AskAsync<long>("select sum(crashes) from jobs"));
            Form.Print("F12", $"two clocks ten minutes early and late by turns, {scene.Seconds:0.0} s");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task<bool> CompileAsync(string library)
    {
        try
        {
            using var process = Process.Start("cc", ["-shared", "-fPIC", "-O1", "-o", library, Path.Combine(AppContext.BaseDirectory, "Processes", "clock.c")]);
            await process.WaitForExitAsync(Ct);
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

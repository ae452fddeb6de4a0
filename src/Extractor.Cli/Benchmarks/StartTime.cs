using System.Diagnostics;

namespace Extractor.Cli.Benchmarks;

/// <summary>How long this program takes to read one short page, from its start to its end.</summary>
static class StartTime
{
    const int Runs = 10;

    const string Page = "截至2021年底，全区党员总数43万余名。";

    /// <returns>The median of ten runs, once the files are in memory.</returns>
    public static async Task<TimeSpan> MeasureAsync(CancellationToken ct)
    {
        var times = new List<TimeSpan>();
        _ = await RunAsync(ct);
        for (var run = 0; run < Runs; run++)
            times.Add(await RunAsync(ct));
        times.Sort();
        return (times[Runs / 2 - 1] + times[Runs / 2]) / 2;
    }

    static async Task<TimeSpan> RunAsync(CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        using var process = OwnProgram.Start("extract", "-");
        await process.StandardInput.WriteAsync(Page.AsMemory(), ct);
        process.StandardInput.Close();
        _ = await process.StandardOutput.ReadToEndAsync(ct);
        await OwnProgram.EndAsync(process, ct);
        return watch.Elapsed;
    }
}

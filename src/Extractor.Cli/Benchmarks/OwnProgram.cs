using System.Diagnostics;

namespace Extractor.Cli.Benchmarks;

/// <summary>This very program as a process of its own.</summary>
static class OwnProgram
{
    public static Process Start(params ReadOnlySpan<string> arguments)
    {
        var host = Environment.ProcessPath!;
        var start = new ProcessStartInfo(host) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(host) == "dotnet")
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "extractor.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    /// <exception cref="CliException">It ended with a fault.</exception>
    public static async Task EndAsync(Process process, CancellationToken ct)
    {
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != ExitCode.Done)
            throw new CliException(ExitCode.Fault, $"bench: the program that it measures ended with {process.ExitCode}");
    }
}

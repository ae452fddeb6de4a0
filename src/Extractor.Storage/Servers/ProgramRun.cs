using System.ComponentModel;
using System.Diagnostics;

namespace Extractor.Storage.Servers;

static class ProgramRun
{
    /// <summary>Runs a program to its end; its output is shown only where it fails.</summary>
    public static async Task CheckedAsync(ProcessStartInfo start, CancellationToken ct)
    {
        var (code, output) = await RunAsync(start, ct);
        if (code != 0)
            throw new DatabaseException($"{start.FileName} {string.Join(' ', start.ArgumentList)} failed ({code}): {output}");
    }

    public static async Task<(int Code, string Output)> RunAsync(ProcessStartInfo start, CancellationToken ct)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        start.WorkingDirectory = "/";
        start.FileName = OnPath(start.FileName);
        // The messages of the programs end up in ours, and a locale that is not installed stops initdb.
        start.Environment["LC_ALL"] = "C";
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
            await process.WaitForExitAsync(ct);
            var lines = string.Concat(await output).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return (process.ExitCode, string.Join("; ", lines.TakeLast(4)));
        }
        catch (Win32Exception e)
        {
            throw new DatabaseException($"{start.FileName} cannot be run: {e.Message}");
        }
    }

    // .NET would look into the current folder first, where anything may lie under the name of a system program.
    static string OnPath(string program) => program.Contains('/')
        ? program
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(["/usr/bin", "/bin", "/usr/sbin", "/sbin"])
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(path => Path.IsPathRooted(path) && File.Exists(path)) ?? program;
}

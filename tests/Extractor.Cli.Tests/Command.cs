using System.Diagnostics;
using System.Text;

namespace Extractor.Cli.Tests;

/// <summary>What a process left behind.</summary>
sealed record Finished(int Code, string Out, string Error)
{
    /// <summary>One line of error, no stack trace, and the exit code.</summary>
    public void Refused(int code, params string[] words)
    {
        Assert.Equal(code, Code);
        var line = Assert.Single(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("extractor: ", line, StringComparison.Ordinal);
        foreach (var word in words)
            Assert.Contains(word, line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
    }
}

/// <summary>The program as a process of its own.</summary>
static class Command
{
    static readonly string Program = Path.Combine(AppContext.BaseDirectory, "extractor.dll");

    public static Process Start(IEnumerable<string> arguments, params (string Name, string? Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8, StandardInputEncoding = new UTF8Encoding(false),
            WorkingDirectory = "/",
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public static Task<Finished> RunAsync(params string[] arguments) => RunAsync(arguments, "");

    public static async Task<Finished> RunAsync(string[] arguments, string input, params (string Name, string? Value)[] variables)
    {
        using var process = Start(arguments, variables);
        return await FinishAsync(process, input);
    }

    public static async Task<Finished> FinishAsync(Process process, string input = "")
    {
        var ct = TestContext.Current.CancellationToken;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(ct);
        return new(process.ExitCode, await output, await error);
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Extractor.Faults.Tests;

/// <summary>A process that may be killed, with what it says.</summary>
sealed class HostProcess : IAsyncDisposable
{
    readonly Process _process;
    readonly StringBuilder _log = new();
    readonly Task _reading;

    HostProcess(Process process)
    {
        _process = process;
        _reading = ReadAsync();
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public long MemoryBytes
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? 0 : _process.WorkingSet64;
        }
    }

    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    /// <summary>How often a message of <c>Log.cs</c> was said, by its number.</summary>
    public int Said(int message) => Log.Split('\n').Count(line => line.StartsWith($"{message.ToString(CultureInfo.InvariantCulture)} ", StringComparison.Ordinal));

    /// <summary>The host of this suite.</summary>
    public static HostProcess Start(HostOptions options, params (string Name, string Value)[] variables) =>
        Start("Extractor.Faults.Worker.dll", [options.ToArgument()], [("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"), .. variables]);

    /// <summary>The product.</summary>
    public static HostProcess StartProduct(string[] arguments, string database) =>
        Start("extractor.dll", arguments, [("EXTRACTOR_DATABASE", database)]);

    static HostProcess Start(string program, string[] arguments, (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, StandardErrorEncoding = Encoding.UTF8, WorkingDirectory = "/",
        };
        // A process that dies by its own hand should do so at once, and leave no dump behind.
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        // It lives for seconds: what a profile would gain comes too late.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <param name="name">KILL, STOP, CONT or TERM.</param>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start(new ProcessStartInfo("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardError = true })!;
        await kill.WaitForExitAsync(CancellationToken.None);
    }

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(Ct);
        await _reading;
        return _process.ExitCode;
    }

    async Task ReadAsync()
    {
        var output = _process.StandardOutput.ReadToEndAsync();
        while (await _process.StandardError.ReadLineAsync() is { } line)
            lock (_log)
                _log.Append(line).Append('\n');
        await output;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        await _reading;
        _process.Dispose();
    }
}

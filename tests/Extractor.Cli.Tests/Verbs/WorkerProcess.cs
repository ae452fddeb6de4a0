using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Extractor.Cli.Tests.Verbs;

/// <summary>A worker that stays, with its port open.</summary>
sealed partial class WorkerProcess : IAsyncDisposable
{
    readonly Process _process;
    readonly StringBuilder _log = new();
    readonly Task _reading;
    readonly TaskCompletionSource<string> _address = new();
    readonly TaskCompletionSource _reads = new();

    WorkerProcess(Process process)
    {
        _process = process;
        _reading = ReadAsync();
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public HttpClient Http { get; private set; } = null!;

    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    public static async Task<WorkerProcess> StartAsync(string[] arguments, params (string, string?)[] variables)
    {
        var worker = new WorkerProcess(Command.Start(["worker", "--port", "0", .. arguments], variables));
        worker.Http = new() { BaseAddress = new(await worker._address.Task.WaitAsync(TimeSpan.FromMinutes(1), Ct)) };
        await worker._reads.Task.WaitAsync(TimeSpan.FromMinutes(1), Ct);
        return worker;
    }

    public async Task<(HttpStatusCode Status, string Text)> GetAsync(string path)
    {
        using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative), Ct);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }

    /// <summary>Asks until the answer is the one waited for.</summary>
    public async Task<string> UntilAsync(string path, Func<HttpStatusCode, string, bool> enough)
    {
        for (var end = DateTime.UtcNow.AddMinutes(2); ;)
        {
            Assert.False(_process.HasExited, $"the worker ended: {Log}");
            var (status, text) = await GetAsync(path);
            if (enough(status, text))
                return text;
            Assert.True(DateTime.UtcNow < end, $"{path} still answers {status}: {text}\n{Log}");
            await Task.Delay(100, Ct);
        }
    }

    async Task ReadAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            lock (_log)
                _log.AppendLine(line);
            if (Listening().Match(line) is { Success: true } match)
                _address.TrySetResult(match.Groups[1].Value);
            if (line.Contains("reads with ruleset", StringComparison.Ordinal))
                _reads.TrySetResult();
        }
        var ended = new InvalidOperationException($"the worker ended: {Log}");
        _address.TrySetException(ended);
        _reads.TrySetException(ended);
    }

    public async Task<int> EndAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
            await kill.WaitForExitAsync(Ct);
        await _process.WaitForExitAsync(Ct);
        await _reading;
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _reading;
        _process.Dispose();
        Http?.Dispose();
    }

    [GeneratedRegex(@"metrics and health at (http://[0-9.:]+)")]
    private static partial Regex Listening();
}

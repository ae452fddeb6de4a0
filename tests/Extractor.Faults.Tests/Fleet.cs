namespace Extractor.Faults.Tests;

/// <summary>Workers that are started again when they end, as a service manager does.</summary>
sealed class Fleet : IAsyncDisposable
{
    readonly Scene _scene;
    readonly HostOptions[] _options;
    readonly (string, string)[] _variables;
    readonly HostProcess[] _workers;
    readonly List<HostProcess> _ended = [];
    readonly CancellationTokenSource _stop = new();
    readonly Task _watching;

    /// <param name="options">One for each worker.</param>
    public Fleet(Scene scene, HostOptions[] options, params (string, string)[] variables)
    {
        (_scene, _options, _variables) = (scene, options, variables);
        _workers = [.. options.Select(one => HostProcess.Start(one, variables))];
        _watching = WatchAsync();
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Those that ended before they were told to.</summary>
    public IReadOnlyList<HostProcess> Ended => _ended;

    public IReadOnlyList<HostProcess> Workers => _workers;

    public IEnumerable<HostProcess> All => [.. _ended, .. _workers];

    public string Logs => string.Join("\n----\n", All.Select(worker => worker.Log[Math.Max(0, worker.Log.Length - 4000)..]));

    /// <summary>Waits for a worker that has jobs in hand.</summary>
    /// <returns>Null where the queue is drained.</returns>
    public async Task<HostProcess?> FindBusyAsync()
    {
        while (await _scene.LeftAsync() > 0)
        {
            var names = await _scene.HoldersAsync();
            var busy = _workers.Where(worker => !worker.HasExited && names.Contains(worker.Id)).ToList();
            if (busy.Count > 0)
                return busy[Random.Shared.Next(busy.Count)];
            await Task.Delay(20, Ct);
        }
        return null;
    }

    /// <summary>Waits until nothing is left to do, then ends the workers in good order.</summary>
    public async Task DrainedAsync()
    {
        await Scene.UntilAsync(async () => await _scene.LeftAsync() == 0, () => Logs);
        await EndAsync();
    }

    public async Task EndAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        foreach (var worker in _workers)
        {
            await worker.SignalAsync("TERM");
            Assert.True(await worker.ExitAsync() == 0, worker.Log);
        }
    }

    async Task WatchAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            for (var i = 0; i < _workers.Length; i++)
                if (_workers[i].HasExited)
                {
                    _ended.Add(_workers[i]);
                    _workers[i] = HostProcess.Start(_options[i], _variables);
                }
            await Task.Delay(50, CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        foreach (var worker in All)
            await worker.DisposeAsync();
        _stop.Dispose();
    }
}

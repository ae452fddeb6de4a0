using System.Threading.Channels;

namespace Extractor.Worker.Tests;

/// <summary>A clock that moves when it is told to, and tells when someone waits for it.</summary>
sealed class ManualTime : TimeProvider
{
    readonly Lock _lock = new();
    readonly List<Waiter> _waiters = [];
    readonly Channel<Waiter> _awaited = Channel.CreateUnbounded<Waiter>();
    DateTimeOffset _now = new(2024, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public ManualTime(out ManualTime clock) => clock = this;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var waiter = new Waiter(() => callback(state), _now + dueTime);
        lock (_lock)
            _waiters.Add(waiter);
        _awaited.Writer.TryWrite(waiter);
        return waiter;
    }

    /// <summary>Comes when someone waits for the clock, once for each.</summary>
    public async Task AwaitedAsync(CancellationToken ct) => await _awaited.Reader.ReadAsync(ct);

    public void Advance(TimeSpan time)
    {
        _now += time;
        List<Waiter> due;
        lock (_lock)
        {
            due = _waiters.FindAll(waiter => waiter.Due <= _now);
            _waiters.RemoveAll(due.Contains);
        }
        due.ForEach(waiter => waiter.Ring());
    }

    sealed class Waiter(Action ring, DateTimeOffset due) : ITimer
    {
        public DateTimeOffset Due => due;

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

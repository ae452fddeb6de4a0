using Extractor.Storage.Queue;

namespace Extractor.Worker;

/// <summary>How a worker works. The defaults suit one process per host.</summary>
public sealed record WorkerOptions
{
    /// <summary>Documents read at once. At least 1; the number of processors by default.</summary>
    public int Lanes { get; init; } = Environment.ProcessorCount;

    /// <summary>Jobs taken at once, for all lanes together.</summary>
    public int Batch { get; init; } = 200;

    /// <summary>Documents that a lane reads and then stores in one transaction, if they are short.</summary>
    public int Unit { get; init; } = 50;

    /// <summary>Stop when nothing is left to do, retries included.</summary>
    public bool Drain { get; init; }

    public QueueLimits Limits { get; init; } = QueueLimits.Default;

    /// <summary>How often leases are renewed and lapsed ones swept; well below the lease.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A document that takes longer to read has hung its thread, and the process ends; far above what 64 MiB take.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Jobs that ended well are forgotten after so long.</summary>
    public TimeSpan KeepSettled { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The first and the longest pause between two looks into an empty queue.</summary>
    public (TimeSpan First, TimeSpan Longest) Pause { get; init; } = (TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(2));
}

namespace Extractor.Storage.Queue;

/// <summary>How long a worker may be silent, and how often a job may fail.</summary>
/// <param name="Lease">A worker not heard of for so long is given up for lost.</param>
/// <param name="Attempts">A job that failed so often is parked.</param>
/// <param name="Crashes">A job that lost its worker so often is parked.</param>
public sealed record QueueLimits(TimeSpan Lease, int Attempts, int Crashes)
{
    public static QueueLimits Default { get; } = new(TimeSpan.FromSeconds(20), 5, 4);
}

/// <summary>The last job taken; the next are looked for behind it.</summary>
public readonly record struct Watermark(short Priority, long JobId)
{
    public static Watermark Start { get; } = new(short.MinValue, 0);
}

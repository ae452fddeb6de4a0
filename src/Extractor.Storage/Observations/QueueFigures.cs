namespace Extractor.Storage.Observations;

/// <summary>How many jobs of a state and priority there are.</summary>
public sealed record QueueDepth(string State, short Priority, long Jobs);

/// <summary>The state of the queue and of what slows it, at one moment.</summary>
/// <param name="Depths">Jobs ready, leased and parked; ended ones are no queue.</param>
/// <param name="OldestReady">How long the oldest job has been due. Null where none is.</param>
/// <param name="OldestOverdue">How long the oldest lease has lapsed without being taken back. Null where none has.</param>
/// <param name="OldestSnapshot">Transactions since the oldest snapshot that any session holds: what keeps dead rows alive.</param>
/// <param name="DeadJobs">Dead rows of the table <c>jobs</c>, as the server estimates.</param>
public sealed record QueueFigures(
    IReadOnlyList<QueueDepth> Depths, double? OldestReady, double? OldestOverdue, long OldestSnapshot, long DeadJobs);

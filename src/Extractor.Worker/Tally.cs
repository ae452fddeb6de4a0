namespace Extractor.Worker;

/// <summary>What a worker has done so far.</summary>
/// <param name="Documents">Read to the end, whether or not anything changed.</param>
/// <param name="Failures">Attempts that failed, parked jobs included.</param>
/// <param name="Dropped">Results that came too late: lease lost, or a newer version or run.</param>
public sealed record Tally(int Documents, long Added, long Retired, int Failures, int Parked, int Dropped);

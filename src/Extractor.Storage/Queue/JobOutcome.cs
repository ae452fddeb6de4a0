namespace Extractor.Storage.Queue;

/// <summary>How an attempt ended that stored nothing. One that stored claims ends with <see cref="JobQueue.FinishAsync"/>.</summary>
public abstract record JobOutcome
{
    JobOutcome() { }

    /// <summary>Not now: try again later; the attempt does not count.</summary>
    public sealed record Snoozed(TimeSpan Delay) : JobOutcome;

    /// <summary>Never: the job no longer makes sense.</summary>
    public sealed record Cancelled(string Reason) : JobOutcome;

    /// <summary>Try again after a while, until the attempts are used up; then parked.</summary>
    public sealed record Failed(string Error, TimeSpan Delay) : JobOutcome;

    /// <summary>Another attempt would fail alike.</summary>
    public sealed record Parked(string Error) : JobOutcome;
}

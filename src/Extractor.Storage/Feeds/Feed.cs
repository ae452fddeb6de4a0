namespace Extractor.Storage.Feeds;

/// <summary>A feed as an operator adds it.</summary>
/// <param name="Name">The source of its documents.</param>
/// <param name="Url">May hold a token in its query: never to be logged whole.</param>
/// <param name="Every">How long to wait between two polls; a minute to thirty days.</param>
public sealed record NewFeed(string Name, string Url, string? Publication, string? Region, TimeSpan Every);

/// <summary>A feed that was taken to be polled.</summary>
/// <param name="ETag">With <paramref name="LastModified"/> what the server said of its last answer, verbatim.</param>
public sealed record Feed(int Id, string Name, string Url, string? Publication, string? Region, string? ETag, string? LastModified);

/// <summary>A feed and how it fares.</summary>
public sealed record FeedState(
    string Name, string Url, string? Publication, string? Region, bool Enabled, DateTime DueAt, DateTime? PolledAt, string? LastOutcome,
    int Failures, string? LastError);

/// <summary>How a poll ended.</summary>
public abstract record FeedOutcome
{
    FeedOutcome() { }

    /// <summary>Read to the end, all entries stored.</summary>
    public sealed record Read(string? ETag, string? LastModified) : FeedOutcome;

    /// <summary>The server says that nothing changed.</summary>
    public sealed record Unchanged : FeedOutcome;

    /// <param name="Wait">How long the server asked to be left alone; null where it did not.</param>
    /// <param name="IsGone">The feed is no more, and is not polled again.</param>
    public sealed record Failed(string Error, TimeSpan? Wait = null, bool IsGone = false) : FeedOutcome;
}

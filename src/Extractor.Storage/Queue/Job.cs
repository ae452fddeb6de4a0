namespace Extractor.Storage.Queue;

/// <summary>One document's version to be read, held under a lease.</summary>
/// <param name="RunId">The re-extraction it is part of; null for a page that came in.</param>
/// <param name="Token">Names this taking of the job: whoever holds an older one changes nothing any more.</param>
/// <param name="Attempts">Including the present one.</param>
/// <param name="Crashes">How often its worker was lost.</param>
public sealed record Job(
    long Id, int? RunId, Guid DocumentId, byte[] Version, short Priority, long Token, short Attempts, short Crashes);

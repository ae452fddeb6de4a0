using Extractor.Worker.Ingestion;

namespace Extractor.Worker.Feeds;

/// <summary>What polling a feed came to.</summary>
/// <param name="Unchanged">The server said that nothing changed since the last time.</param>
/// <param name="Skipped">Entries that are no documents, each with the reason.</param>
/// <param name="Error">Why the feed could not be had or read; null where it was.</param>
public sealed record FeedReport(string Feed, bool Unchanged, IntakeReport Intake, IReadOnlyList<string> Skipped, string? Error);

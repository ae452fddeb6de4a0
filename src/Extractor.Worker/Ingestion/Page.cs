namespace Extractor.Worker.Ingestion;

/// <summary>A document's text, verbatim, and what stands in it or beside it of facts.</summary>
/// <param name="Uri">The address that a line of JSON Lines gives its document; null elsewhere.</param>
/// <param name="Notices">Facts that were passed over because they cannot be read, each with its place.</param>
sealed record Page(string Text, StatedFacts Facts, string? Uri = null, IReadOnlyList<string>? Notices = null);

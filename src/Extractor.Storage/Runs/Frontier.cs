namespace Extractor.Storage.Runs;

/// <summary>Where claims are written now.</summary>
/// <param name="Live">The run that readers see.</param>
/// <param name="Reextraction">The run beside it, and its ruleset; null where none is under way.</param>
public sealed record Frontier(int Live, int? Reextraction, string? ReextractionRuleset);

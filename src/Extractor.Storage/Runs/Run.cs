namespace Extractor.Storage.Runs;

/// <summary>A live run is what readers see; a re-extraction runs beside it until it is complete.</summary>
public enum RunKind { Live, Reextraction }

public enum RunState { Running, Published, Aborted }

/// <summary>One generation of claims.</summary>
public sealed record Run(int Id, string Ruleset);

namespace Extractor.Web.Exports;

/// <summary>What an export says of itself.</summary>
/// <param name="Query">The filters, as addresses name them.</param>
/// <param name="Run">The run whose claims these are; null in an empty database.</param>
/// <param name="Ruleset">Of that run.</param>
public sealed record Edition(IReadOnlyDictionary<string, string> Query, int? Run, string? Ruleset, DateTimeOffset Created);

/// <summary>How an export ended.</summary>
/// <param name="Error">Null where it is complete.</param>
public sealed record Ending(long Claims, string? Error)
{
    public bool IsComplete => Error is null;
}

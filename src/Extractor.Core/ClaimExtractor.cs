using Extractor.Core.Claims;
using Extractor.Core.Documents;

namespace Extractor.Core;

/// <summary>Text and document facts in, claims out. Immutable and safe to share between threads; never throws because of a text.</summary>
public sealed class ClaimExtractor
{
    /// <summary>The extractor with the embedded lexicons.</summary>
    public static ClaimExtractor Default { get; } = new();

    /// <summary>The version of all lexicons and rules together.</summary>
    public string Ruleset { get; } = "1-dev";

    readonly Extraction _none = new([], [], []);

    public Extraction Extract(string text, DocumentFacts facts)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(facts);
        return _none;
    }
}

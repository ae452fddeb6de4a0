using Extractor.Core.Claims;
using Extractor.Core.Documents;

namespace Extractor.Core.Quantities;

/// <summary>The quantities of the claims that the ruleset reads. The facts say which currency 元 is.</summary>
public sealed class BuiltInQuantities(DocumentFacts facts) : IQuantityRecognizer
{
    public IReadOnlyList<QuantityMention> Recognize(string text) =>
        [.. ClaimExtractor.Default.Extract(text, facts).Claims.Select(Mention)];

    static QuantityMention Mention(Claim claim) => new(claim.Span, claim.Text, claim.Value, claim.Low, claim.High, claim.Unit, claim.Qualifier);
}

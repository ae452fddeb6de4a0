using Extractor.Core.Comparisons;

namespace Extractor.Storage.Evidence;

/// <summary>A stored claim that bears on a pasted one.</summary>
/// <param name="Sentence">That states it; of one that is very long only what surrounds the quote.</param>
public sealed record EvidenceClaim(FoundClaim Stored, Comparison Comparison, string Sentence)
{
    /// <summary>Where the quote begins in <see cref="Sentence"/>, in code points.</summary>
    public int QuoteStart => Stored.Claim.Span.Start - Math.Max(Stored.Claim.Sentence.Start, Stored.Claim.Span.Start - EvidenceStore.MostAround);
}

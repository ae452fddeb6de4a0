using Extractor.Core.Claims;

namespace Extractor.Storage.Evidence;

/// <summary>A stored claim with where it stands.</summary>
/// <param name="Key">The claim's.</param>
public sealed record FoundClaim(Guid DocumentId, Guid Key, string Document, string? Publication, DateOnly? Published, Claim Claim)
{
    /// <summary>The page that shows it, and the place in that page's text, in code points.</summary>
    public string Url => FormattableString.Invariant($"/documents/{DocumentId}?start={Claim.Span.Start}&end={Claim.Span.End}#c-{Key}");
}

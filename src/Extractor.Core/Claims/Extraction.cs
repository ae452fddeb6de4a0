using Extractor.Core.Checks;
using Extractor.Core.Text;

namespace Extractor.Core.Claims;

/// <summary>One text of a document. Spans count code points.</summary>
public sealed record Article(TextSpan Span, TextSpan? Headline);

/// <summary>All that was read out of one document. Claims stand in the order of the text and never overlap.</summary>
public sealed record Extraction(
    IReadOnlyList<Article> Articles, IReadOnlyList<Claim> Claims, IReadOnlyList<Unresolved> Unresolved)
{
    /// <summary>Whether claims that bear on each other fit.</summary>
    public IReadOnlyList<Check> Checks { get; init; } = [];
}

using Extractor.Core.Text;

namespace Extractor.Core.Scopes;

/// <summary>Words that say of which place or organisation a figure is, as a span of the view.</summary>
/// <param name="IsTopic">Whether it opens a clause, and so holds for what follows.</param>
readonly record struct ScopeMention(TextSpan Span, string Name, string? Code, bool IsTopic);

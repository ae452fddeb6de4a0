using Extractor.Core.Text;

namespace Extractor.Core.Scopes;

/// <summary>Words that say of which place or organisation a figure is, as a span of the view.</summary>
/// <param name="IsTopic">Whether it opens a clause, and so holds for what follows.</param>
/// <param name="IsForeign">A partner abroad: a paragraph that opens with it is still about home.</param>
readonly record struct ScopeMention(TextSpan Span, string Name, string? Code, bool IsTopic, bool IsForeign = false);

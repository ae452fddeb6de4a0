using Extractor.Core.Text;

namespace Extractor.Core.Claims;

/// <summary>A number of the text that is no claim, and why not. The span counts code points.</summary>
/// <param name="Reason">A rule's name: date, ordinal, name, document-number, a (一 meaning «a»), …</param>
public sealed record Unresolved(TextSpan Span, string Text, string Reason);

using Extractor.Core.Claims;
using Extractor.Core.Text;

namespace Extractor.Core.Quantities;

/// <summary>A quantity as a recognizer hands it out.</summary>
/// <param name="Span">Code points of the text.</param>
/// <param name="Text">The slice under the span, unchanged.</param>
/// <param name="Value">Exact decimal or fraction without exponent, in <paramref name="Unit"/>; null for a range.</param>
/// <param name="Low">The lower end of a range, else null.</param>
/// <param name="High">The upper end of a range, else null.</param>
/// <param name="Unit">As in claims: CNY, km, {件}; <c>1</c> where none is known.</param>
public sealed record QuantityMention(TextSpan Span, string Text, string? Value, string? Low, string? High, string Unit, Qualifier Qualifier);

/// <summary>Text in, quantity mentions out, in the order of the text. Safe to share between threads; never throws because of a text.</summary>
public interface IQuantityRecognizer
{
    IReadOnlyList<QuantityMention> Recognize(string text);
}

using Extractor.Core.Claims;
using Extractor.Core.Numbers;
using Extractor.Core.Text;

namespace Extractor.Core.Quantities;

/// <summary>A stated quantity. Spans are of the view.</summary>
/// <param name="Span">The claim's span: from the first digit to the end of the unit and of a trailing hedge.</param>
/// <param name="Lead">Where its leading hedge begins; the start of the span if there is none.</param>
/// <param name="UnitEnd">Where the unit ends, before a trailing hedge.</param>
sealed record Quantity(
    TextSpan Span, int Lead, int UnitEnd, ExactNumber? Value, ExactNumber? Low, ExactNumber? High, Unit Unit, Qualifier Qualifier, Script Script, string Rule)
{
    /// <summary>Whether its unit was completed from a later figure of the same list.</summary>
    public bool SharesUnit { get; init; }
}

/// <summary>A number that is no quantity, and why.</summary>
readonly record struct NoQuantity(TextSpan Span, string Reason);

using Extractor.Core.Text;

namespace Extractor.Core.Indicators;

/// <summary>A noun phrase that names what is measured.</summary>
/// <param name="Span">The view span that holds its words; a hull, where scope and period stood among them.</param>
sealed record IndicatorText(string Words, string Folded, TextSpan Span, string Rule);

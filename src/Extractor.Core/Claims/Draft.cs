using Extractor.Core.Indicators;
using Extractor.Core.Measures;
using Extractor.Core.Quantities;
using Extractor.Core.Text;

namespace Extractor.Core.Claims;

/// <summary>A claim with spans of the view, before offsets are counted in code points.</summary>
sealed record Draft(
    Quantity Quantity, IndicatorText? Indicator, MeasureReading Measure, Found<Period>? Period, Found<string>? Scope, string? ScopeCode,
    Status Status, TextSpan Article, TextSpan Sentence);

/// <summary>A value with the words that gave it and how far away they stand.</summary>
readonly record struct Found<T>(T Value, TextSpan Span, Reach Reach);

enum Reach { Sentence, Paragraph, Article, Document, Header }

using Extractor.Core.Periods;
using Extractor.Core.Quantities;
using Extractor.Core.Scopes;
using Extractor.Core.Text;

namespace Extractor.Core.Claims;

/// <summary>All that was recognized in one sentence, each list in the order of the text. Spans are of the view.</summary>
/// <param name="Dateline">Where the dateline ends; the sentence's start if there is none.</param>
/// <param name="Dates">The spans of the periods.</param>
/// <param name="Masks">What is no part of an indicator: dates, scopes, and lengths of time in passing.</param>
sealed record SentenceMentions(
    TextSpan Span, int Dateline, List<PeriodMention> Periods, List<ScopeMention> Scopes, List<Quantity> Quantities, List<TextSpan> Dates, List<TextSpan> Masks)
{
    /// <summary>The last scope up to a place; empty if there is none.</summary>
    public ScopeMention LastScope(int place) => Scopes.FindLast(scope => scope.Span.End <= place);
}

using Extractor.Storage.Claims;

namespace Extractor.Web.Pages.Articles;

/// <summary>What a stretch of text is to a claim.</summary>
enum MarkKind { Quote, Indicator, Period, Scope }

/// <summary>A stretch of text, in code points, and the claim that it belongs to, by its place among the claims shown.</summary>
readonly record struct TextMark(int Start, int End, MarkKind Kind, int Claim)
{
    public static IEnumerable<TextMark> Of(StoredClaim claim, int index)
    {
        yield return new(claim.SpanStart, claim.SpanEnd, MarkKind.Quote, index);
        if (claim is { IndicatorStart: { } indicatorStart, IndicatorEnd: { } indicatorEnd })
            yield return new(indicatorStart, indicatorEnd, MarkKind.Indicator, index);
        if (claim is { PeriodFrom: { } periodStart, PeriodTo: { } periodEnd })
            yield return new(periodStart, periodEnd, MarkKind.Period, index);
        if (claim is { ScopeStart: { } scopeStart, ScopeEnd: { } scopeEnd })
            yield return new(scopeStart, scopeEnd, MarkKind.Scope, index);
    }
}

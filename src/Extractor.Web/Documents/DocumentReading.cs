using Extractor.Storage.Checks;
using Extractor.Storage.Claims;
using Extractor.Storage.Documents;
using Extractor.Web.Claims;

namespace Extractor.Web.Documents;

/// <summary>Lays articles, claims and checks over the text of their document.</summary>
static class DocumentReading
{
    public static DocumentAnswer Of(DocumentText document, IReadOnlyList<StoredClaim> claims, IReadOnlyList<CheckSummary> checks)
    {
        var (summary, text) = (document.Summary, document.Text);
        var units = new Utf16Units(text);
        var byArticle = claims.ToLookup(claim => (claim.ArticleStart, claim.ArticleEnd));
        return new(
            summary.Id, summary.Name, summary.Source, summary.Uri, summary.Publication, summary.Region, summary.Published, summary.Length, summary.DuplicateOf,
            Convert.ToHexStringLower(document.Version), summary.Ruleset, summary.ReceivedAt, summary.ReadAt, text,
            [.. document.Articles.Select(article => new ArticleAnswer(
                article.Start, article.End, SpanAnswer.Of(article.HeadlineStart, article.HeadlineEnd), units.Of(article.Start, article.End)!,
                units.Of(article.HeadlineStart, article.HeadlineEnd),
                [.. byArticle[(article.Start, article.End)].Select(claim => ClaimAnswer.Of(WithSentence(claim, text, units), Spans(claim, units)))]))],
            checks, DocumentRow.Of(summary).Links);
    }

    static StoredClaim WithSentence(StoredClaim claim, string text, Utf16Units units)
    {
        var sentence = units.Of(Math.Max(claim.SentenceStart, claim.SpanStart - ClaimSearch.Around), Math.Min(claim.SentenceEnd, claim.SpanEnd + ClaimSearch.Around))!;
        return claim with { Sentence = text[sentence.Start..sentence.End] };
    }

    static Utf16Answer Spans(StoredClaim claim, Utf16Units units)
    {
        var quote = units.Of(claim.SpanStart, claim.SpanEnd)!;
        return new(quote.Start, quote.End)
        {
            Sentence = units.Of(claim.SentenceStart, claim.SentenceEnd),
            IndicatorSpan = units.Of(claim.IndicatorStart, claim.IndicatorEnd),
            PeriodSpan = units.Of(claim.PeriodFrom, claim.PeriodTo),
            ScopeSpan = units.Of(claim.ScopeStart, claim.ScopeEnd),
        };
    }
}

using System.Globalization;
using Extractor.Storage.Claims;
using Extractor.Storage.Documents;
using Extractor.Web.Pages.Figures;
using Extractor.Web.Pages.Markup;

namespace Extractor.Web.Pages.Articles;

/// <summary>
/// A stretch of a document's text, cut wherever a mark begins or ends, so that marks may overlap as they like. Each piece
/// names the claims that it belongs to in <c>data-q</c>, <c>data-i</c>, <c>data-p</c> and <c>data-s</c>.
/// </summary>
sealed class ArticleText(Visit visit, Guid document, PointText text, int from, int to, IReadOnlyList<StoredClaim> claims, int chosen)
{
    readonly List<TextMark> _marks = [.. claims.SelectMany(TextMark.Of).Where(mark => mark.Start < to && mark.End > from && mark.Start < mark.End).OrderBy(mark => mark.Start)];
    readonly HashSet<int> _begun = [];

    public IEnumerable<Html> Show(IReadOnlyList<ArticleSpan> articles)
    {
        var at = from;
        foreach (var article in articles.Where(article => article.Start < to && article.End > from))
        {
            var start = Math.Max(article.Start, from);
            if (start < at)
                continue;
            if (at < start)
                yield return Between(at, start);
            at = Math.Min(article.End, to);
            yield return Article(article, start, at);
        }
        if (at < to)
            yield return Between(at, to);
    }

    // What belongs to no article; empty lines between two are not worth a frame.
    Html Between(int start, int end) => string.IsNullOrWhiteSpace(text.Slice(start, end))
        ? Html.Of($"{text.Slice(start, end)}")
        : Html.Of($"<div class=\"between\">{Run(start, end)}</div>");

    Html Article(ArticleSpan article, int start, int end)
    {
        if (article is not { HeadlineStart: { } headline, HeadlineEnd: { } headlineEnd } || headline < start || headlineEnd > end || headline >= headlineEnd)
            return Html.Of($"<article>{Run(start, end)}</article>");
        return Html.Of($"<article>{Run(start, headline)}<h2 class=\"headline\">{Run(headline, headlineEnd)}</h2>{Run(headlineEnd, end)}</article>");
    }

    IEnumerable<Html> Run(int start, int end)
    {
        var cuts = new SortedSet<int> { start, end };
        var inside = _marks.FindAll(mark => mark.Start < end && mark.End > start);
        foreach (var mark in inside)
        {
            cuts.Add(Math.Max(mark.Start, start));
            cuts.Add(Math.Min(mark.End, end));
        }
        var (last, next) = (start, 0);
        var open = new List<TextMark>();
        foreach (var cut in cuts.Skip(1))
        {
            while (next < inside.Count && inside[next].Start <= last)
                open.Add(inside[next++]);
            open.RemoveAll(mark => mark.End <= last);
            yield return Piece(text.Slice(last, cut), open);
            last = cut;
        }
    }

    Html Piece(string piece, List<TextMark> open)
    {
        if (open.Count == 0)
            return Html.Of($"{piece}");
        var data = Html.Of($"{Data("q", MarkKind.Quote, open)}{Data("i", MarkKind.Indicator, open)}{Data("p", MarkKind.Period, open)}{Data("s", MarkKind.Scope, open)}");
        var lit = string.Concat(open.Where(mark => mark.Claim == chosen).Select(mark => mark.Kind switch
        {
            MarkKind.Quote => " lit-q", MarkKind.Indicator => " lit-i", MarkKind.Period => " lit-p", _ => " lit-s",
        }).Distinct());
        var quotes = open.FindAll(mark => mark.Kind == MarkKind.Quote);
        if (quotes.Count == 0)
            return Html.Of($"<span class=\"part{lit}\"{data}>{piece}</span>");
        // Of quotes that overlap the shortest is meant: the longer one has other places to be met at.
        var inner = claims[quotes.MinBy(mark => mark.End - mark.Start).Claim];
        var anchors = quotes.Where(mark => _begun.Add(mark.Claim)).Select(mark => Html.Of($"<span class=\"anchor\" id=\"c-{claims[mark.Claim].ClaimKey}\"></span>"));
        return Html.Of($"{anchors}<a class=\"quote{(quotes.Count > 1 ? " over" : "")}{lit}\" href=\"{PageLinks.Claim(document, inner.ClaimKey)}\" title=\"{Title(inner)}\"{data}>{piece}</a>");
    }

    static Html Data(string name, MarkKind kind, List<TextMark> open)
    {
        var claims = string.Join(' ', open.Where(mark => mark.Kind == kind).Select(mark => mark.Claim.ToString(CultureInfo.InvariantCulture)));
        return claims.Length == 0 ? Html.Empty : Html.Of($" data-{name}=\"{claims}\"");
    }

    string Title(StoredClaim claim) => string.Join(" · ", ((string?[])
    [
        claim.Indicator, claim.Scope, claim is { PeriodStart: { } start, PeriodEnd: { } end } ? PeriodText.In(visit.Language, start, end) : null,
    ]).Where(part => part is not null));
}

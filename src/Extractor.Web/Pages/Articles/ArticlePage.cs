using Extractor.Storage.Checks;
using Extractor.Storage.Claims;
using Extractor.Storage.Documents;
using Extractor.Web.Pages.Figures;
using Extractor.Web.Pages.Markup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Pages.Articles;

/// <summary>A document: its text with the claims in it, and beside it what each of them says. <c>#c-KEY</c> is a claim's place.</summary>
static class ArticlePage
{
    /// <summary>In code points: a longer text is shown in parts.</summary>
    const int PartLength = 30_000;

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/documents/{id:guid}", ShowAsync);

    static async Task<Page> ShowAsync(Guid id, HttpContext context, DocumentList documents, ClaimSearch search, CheckList checks, CancellationToken ct)
    {
        var visit = new Visit(context);
        if (await documents.FindTextAsync(id, ct) is not { } document)
            return Page.Missing(visit, visit["missing.document"]);
        var text = new PointText(document.Text);
        var all = (await search.OfDocumentAsync(id, ct)).Where(claim => claim.SpanEnd <= text.Length).ToList();
        var start = visit.Count("start");
        var chosen = visit.Id("claim") is { } key ? all.Find(claim => claim.ClaimKey == key) : start is null ? null : all.Find(claim => claim.SpanStart == start);
        var part = Math.Min(chosen?.SpanStart ?? start ?? visit.Count("at") ?? 0, Math.Max(0, text.Length - 1)) / PartLength;
        var (from, to) = (part * PartLength, Math.Min(text.Length, (part + 1) * PartLength));
        var claims = all.FindAll(claim => claim.SpanStart >= from && claim.SpanStart < to);
        var tied = await checks.OfDocumentAsync(id, ct);
        var shown = new ArticleText(visit, id, text, from, to, claims, chosen is null ? -1 : claims.IndexOf(chosen));
        var headline = document.Articles.Where(article => article.HeadlineStart < article.HeadlineEnd && article.HeadlineEnd <= text.Length)
            .Select(article => text.Slice(article.HeadlineStart ?? 0, article.HeadlineEnd ?? 0).ReplaceLineEndings(" ").Trim()).FirstOrDefault();
        return new(visit, headline ?? document.Summary.Name, Html.Of($"""
            {Head(visit, document.Summary, headline)}
            <div class="reading">
            <div class="text-side">
            {Ways(visit, part, text.Length)}
            <div class="text" id="text" lang="zh-CN" dir="auto">{shown.Show(document.Articles)}</div>
            {Ways(visit, part, text.Length)}
            </div>
            {Panel(visit, claims, chosen, tied, all)}
            </div>
            """), script: "article.js");
    }

    // As lists name it: by its first headline.
    static Html Head(Visit visit, DocumentSummary document, string? headline) => Html.Of($"""
        <p class="above"><a href="/documents">{visit["nav.documents"]}</a></p>
        <h1 class="document">{(headline is null ? Html.Name(document.Name) : Html.Of($"<bdi lang=\"zh-CN\">{headline}</bdi>"))}</h1>
        <p class="span">{(headline is null || document.Name == document.Uri ? Html.Empty : Html.Of($"{Html.Name(document.Name)} · "))}{Parts.Publication(visit, document.Publication)} · {Shown.Day(document.Published)}{(document.Region is null ? Html.Empty : Html.Of($" · {Html.Name(document.Region)}"))} · {visit.Say("article.length", Shown.Count(document.Length))} · {visit["article.source"]} {Html.Name(document.Source)} {Origin(document.Uri)}{(document.DuplicateOf is { } other ? Html.Of($" · <a class=\"tag duplicate\" href=\"{PageLinks.Document(other)}\">{visit["documents.duplicate"]}</a>") : Html.Empty)}</p>
        """);

    // Only an address of the web is one to go to.
    static Html Origin(string uri) => Uri.TryCreate(uri, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? Html.Of($"<a class=\"origin\" href=\"{address.AbsoluteUri}\" rel=\"noreferrer noopener external\">{uri}</a>")
        : Html.Of($"<span class=\"origin\">{Html.Name(uri)}</span>");

    static Html Ways(Visit visit, int part, int length)
    {
        var parts = (length + PartLength - 1) / PartLength;
        if (parts < 2)
            return Html.Empty;
        Html Way(int to, string key) => to < 0 || to >= parts ? Html.Empty : Html.Of($"<a href=\"{PageLinks.To(visit.Context.Request.Path, ("at", $"{to * PartLength}"))}\">{visit[key]}</a> ");
        return Html.Of($"<nav class=\"parts\" aria-label=\"{visit["article.parts"]}\">{Way(part - 1, "article.before")}{visit.Say("article.part", part + 1, parts)} {Way(part + 1, "article.after")}</nav>");
    }

    static Html Panel(Visit visit, List<StoredClaim> claims, StoredClaim? chosen, IReadOnlyList<CheckSummary> checks, List<StoredClaim> all)
    {
        var byClaim = checks.SelectMany(check => check.Claims.Select(key => (key, check))).ToLookup(pair => pair.key, pair => pair.check);
        var byKey = all.DistinctBy(claim => claim.ClaimKey).ToDictionary(claim => claim.ClaimKey);
        var disagreeing = checks.Count(check => check.Outcome == "disagrees");
        if (claims.Count == 0)
            return Html.Of($"<aside class=\"panel\" aria-label=\"{visit["article.claims"]}\">{Parts.Nothing(visit, "article.no_claims")}</aside>");
        return Html.Of($"""
            <aside class="panel" id="panel" aria-label="{visit["article.claims"]}">
            <h2>{visit["article.claims"]} <span class="tally">{Shown.Count(claims.Count)}</span></h2>
            <p class="legend"><span class="key-q">{visit["article.key_quote"]}</span> <span class="key-i">{visit["claim.indicator"]}</span> <span class="key-p">{visit["claim.period"]}</span> <span class="key-s">{visit["claim.scope"]}</span></p>
            <p class="hint">{(checks.Count == 0 ? visit["article.no_checks"] : visit.Say("article.checks", checks.Count, disagreeing))}</p>
            <div class="cards" id="cards" tabindex="0" role="group" aria-label="{visit["article.claims"]}">{claims.Select((claim, index) => ClaimCard.Show(visit, claim, index, claim == chosen, byClaim[claim.ClaimKey], byKey))}</div>
            </aside>
            """);
    }
}

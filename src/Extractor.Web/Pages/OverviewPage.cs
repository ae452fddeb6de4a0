using Extractor.Storage.Catalogues;
using Extractor.Storage.Checks;
using Extractor.Storage.Documents;
using Extractor.Storage.Evidence;
using Extractor.Storage.Overviews;
using Extractor.Storage.Series;
using Extractor.Web.Pages.Figures;
using Extractor.Web.Pages.Markup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Pages;

/// <summary>What there is, and the ways into it.</summary>
static class OverviewPage
{
    const int Few = 8;

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/", ShowAsync);

    static async Task<Page> ShowAsync(
        HttpContext context, OverviewStore overviews, DocumentList documents, IndicatorList indicators, ConflictStore conflicts, CheckList checks, CancellationToken ct)
    {
        var visit = new Visit(context);
        var overview = await overviews.ReadAsync(ct);
        var latest = await documents.FindAsync(new(), null, Few, ct);
        var headlines = await documents.HeadlinesAsync(latest.Select(document => document.Id), ct);
        var richest = await indicators.FindAsync(null, null, 2 * Few, ct);
        var differing = await conflicts.FindAsync(new(), null, 4, ct);
        var disagreeing = await checks.DisagreementsAsync(4, ct);
        return new(visit, visit["overview.title"], Html.Of($"""
            <h1 class="unseen">{visit["overview.title"]}</h1>
            {Boxes(visit)}
            {(overview.Documents == 0 ? Parts.Nothing(visit, "overview.empty") : Counts(visit, overview))}
            <div class="columns">
            <section aria-labelledby="richest"><h2 id="richest">{visit["overview.richest"]}</h2>{Richest(visit, richest)}<p class="all"><a href="/indicators">{visit["overview.all_indicators"]}</a></p></section>
            <section aria-labelledby="latest"><h2 id="latest">{visit["overview.latest"]}</h2>{Latest(visit, latest, headlines)}<p class="all"><a href="/documents">{visit["overview.all_documents"]}</a></p></section>
            </div>
            <div class="columns">
            <section aria-labelledby="conflicts"><h2 id="conflicts">{visit["overview.conflicts"]}</h2>{Conflicts(visit, differing)}<p class="all"><a href="/conflicts">{visit["overview.all_conflicts"]}</a></p></section>
            <section aria-labelledby="checks"><h2 id="checks">{visit["overview.checks"]}</h2>{Checks(visit, disagreeing)}</section>
            </div>
            """));
    }

    static Html Boxes(Visit visit) => Html.Of($"""
        <div class="boxes">
        <form class="box" role="search" action="/claims" method="get">
        <label for="text">{visit["box.lookup"]}</label>
        <div class="line"><input id="text" name="text" type="search" placeholder="{visit["box.lookup_example"]}" autocomplete="off" spellcheck="false"><button>{visit["box.lookup_go"]}</button></div>
        <p class="hint">{visit["box.lookup_hint"]}</p>
        </form>
        <form class="box" action="/check" method="post">
        <label for="sentence">{visit["box.check"]}</label>
        <div class="line"><textarea id="sentence" name="text" rows="2" required maxlength="{FactCheck.LongestText}" placeholder="{visit["box.check_example"]}"></textarea><button>{visit["box.check_go"]}</button></div>
        <p class="hint">{visit["box.check_hint"]}</p>
        </form>
        </div>
        """);

    static Html Counts(Visit visit, Overview overview) => Html.Of($"""
        <dl class="counts">
        {Count(visit, "overview.documents", overview.Documents, "/documents")}
        {Count(visit, "overview.claims", overview.Claims, "/claims")}
        {Count(visit, "overview.indicators", overview.Indicators, "/indicators")}
        {Count(visit, "overview.scopes", overview.Scopes, "/places")}
        {Count(visit, "overview.waiting", overview.Ready + overview.Leased, "/queue")}
        {Count(visit, "overview.parked", overview.Parked, "/queue?state=parked")}
        </dl>
        <p class="span">{visit["overview.published"]} {Shown.Day(overview.First)} – {Shown.Day(overview.Last)} · {visit["overview.received"]} {Shown.Moment(overview.LastReceived)}</p>
        """);

    static Html Count(Visit visit, string key, long number, string link) =>
        Html.Of($"<div><dt>{visit[key]}</dt><dd><a href=\"{link}\">{Shown.Count(number)}</a></dd></div>");

    static Html Richest(Visit visit, IReadOnlyList<IndicatorSummary> indicators) => Html.Of($"""
        <ul class="tiles">{indicators.Select(indicator => Html.Of($"<li><a href=\"{PageLinks.Indicator(indicator.Id, indicator.Name)}\">{IndicatorsPage.Name(visit, indicator)}</a> <span class=\"tally\" title=\"{visit.Many("claims", indicator.Claims)}\">{Shown.Count(indicator.Claims)}</span></li>"))}</ul>
        """);

    static Html Latest(Visit visit, IReadOnlyList<DocumentSummary> documents, IReadOnlyDictionary<Guid, string> headlines) => Html.Of($"""
        <ul class="feed">{documents.Select(document => Html.Of($"<li><a href=\"{PageLinks.Document(document.Id)}\">{DocumentsPage.Title(document, headlines)}</a> <span class=\"source\">{Html.Name(document.Publication)} {Shown.Day(document.Published)} · {(document.Claims is { } claims ? visit.Many("claims", claims) : visit["documents.unread"])}</span></li>"))}</ul>
        """);

    static Html Conflicts(Visit visit, IReadOnlyList<Conflict> conflicts) => conflicts.Count == 0
        ? Parts.Nothing(visit, "overview.no_conflicts")
        : Html.Of($"<ul class=\"feed\">{conflicts.Select(conflict => Html.Of($"<li>{ConflictsPage.Heading(visit, conflict)}<ul class=\"statements\">{conflict.Statements.Select(point => ConflictsPage.Statement(visit, point))}</ul></li>"))}</ul>");

    static Html Checks(Visit visit, IReadOnlyList<Disagreement> checks) => checks.Count == 0
        ? Parts.Nothing(visit, "overview.no_checks")
        : Html.Of($"<ul class=\"feed\">{checks.Select(check => Html.Of($"<li><a href=\"{PageLinks.Claim(check.DocumentId, check.Claims[0])}\">{Html.Name(check.Document)}</a> <span class=\"tag disagrees\">{visit[$"check.{check.Kind}"]}</span><p class=\"explanation\">{CheckText.Show(visit, check)}</p></li>"))}</ul>");
}

using Extractor.Storage.Scopes;
using Extractor.Web.Answers;
using Extractor.Web.Pages.Figures;
using Extractor.Web.Pages.Markup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Pages;

/// <summary>All places and organisations that claims speak of, the richest first.</summary>
static class PlacesPage
{
    const int PageSize = 100;

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/places", ShowAsync);

    static async Task<Page> ShowAsync(HttpContext context, ScopeList scopes, CancellationToken ct)
    {
        var visit = new Visit(context);
        var after = visit.After(parts => new ScopePlace(Cursor.Number(parts[0]), parts[1], parts[2]));
        var found = await scopes.FindAsync(visit.Text("text"), after, PageSize + 1, ct);
        var shown = found.Take(PageSize).ToList();
        var next = found.Count > PageSize ? Cursor.Write(shown[^1].Claims, shown[^1].Name, shown[^1].Code) : null;
        return new(visit, visit["nav.places"], Html.Of($"""
            <h1>{visit["nav.places"]}</h1>
            <form class="filters" role="search" method="get">{Fields.Text(visit, "text", "field.name", "field.scope_example", isWide: true)}<div class="go"><button>{visit["lookup.go"]}</button></div></form>
            {(shown.Count == 0 ? Parts.Nothing(visit, "list.nothing") : Table(visit, shown))}
            {Parts.More(visit, next)}
            """));
    }

    static Html Table(Visit visit, IEnumerable<ScopeSummary> scopes) => Html.Of($"""
        <div class="scroll"><table class="list">
        <caption class="unseen">{visit["nav.places"]}</caption>
        <thead><tr><th scope="col">{visit["column.scope"]}</th><th scope="col" class="number">{visit["column.claims"]}</th><th scope="col" class="number">{visit["column.indicators"]}</th><th scope="col" class="number">{visit["column.documents"]}</th><th scope="col">{visit["column.periods"]}</th><th scope="col" class="roomy">{visit["column.code"]}</th></tr></thead>
        <tbody>{scopes.Select(scope => Html.Of($"<tr><th scope=\"row\"><a href=\"{PageLinks.Place(scope.Name, scope.Code)}\">{Html.Name(scope.Name)}</a></th><td class=\"number\">{Shown.Count(scope.Claims)}</td><td class=\"number\">{Shown.Count(scope.Indicators)}</td><td class=\"number\">{Shown.Count(scope.Documents)}</td><td>{IndicatorsPage.Years(scope.First, scope.Last)}</td><td class=\"roomy\">{scope.Code}</td></tr>\n"))}</tbody>
        </table></div>
        """);
}

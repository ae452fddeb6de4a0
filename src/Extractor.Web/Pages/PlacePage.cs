using Extractor.Storage.Claims;
using Extractor.Storage.Scopes;
using Extractor.Storage.Series;
using Extractor.Web.Pages.Markup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Pages;

/// <summary>A place or organisation: its series, and what was said of it last.</summary>
static class PlacePage
{
    const int MostSeries = 60;
    const int MostClaims = 20;

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/place", ShowAsync);

    static async Task<Page> ShowAsync(HttpContext context, ScopeList scopes, SeriesStore series, ClaimSearch claims, CancellationToken ct)
    {
        var visit = new Visit(context);
        if (visit.Text("name") is not { } name || await scopes.FindOneAsync(name, ct) is not { } scope)
            return Page.Missing(visit, visit["missing.place"]);
        var found = await series.FindAsync(new(Scope: name), null, MostSeries, ct);
        var page = await claims.FindAsync(new() { Scope = name }, ClaimOrder.Newest, null, MostClaims, ct);
        return new(visit, scope.Name, Html.Of($"""
            <p class="above"><a href="/places">{visit["nav.places"]}</a></p>
            <h1>{Html.Name(scope.Name)}</h1>
            <p class="span">{visit.Many("claims", scope.Claims)} · {visit.Many("indicators", scope.Indicators)} · {visit.Many("documents", scope.Documents)}{(scope.Code is null ? "" : $" · GB/T 2260 {scope.Code}")}</p>
            <section aria-labelledby="series"><h2 id="series">{visit["series.title"]}</h2>{(found.Count == 0 ? Parts.Nothing(visit, "series.nothing") : SeriesTable.Show(visit, found, isOfPlace: true))}</section>
            <section aria-labelledby="claims"><h2 id="claims">{visit["place.claims"]}</h2>{Parts.Claims(visit, visit["place.claims"], page.Claims)}
            <p class="all"><a href="{PageLinks.To("/claims", ("scope", name))}">{visit["place.all_claims"]}</a></p></section>
            """));
    }
}

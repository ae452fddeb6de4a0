using Extractor.Storage.Claims;
using Extractor.Storage.Documents;
using Extractor.Web.Pages.Figures;
using Extractor.Web.Pages.Markup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Pages;

/// <summary>A paper: its documents, and what it said last.</summary>
static class PublicationPage
{
    const int MostClaims = 20;

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/publication", ShowAsync);

    static async Task<Page> ShowAsync(HttpContext context, DocumentList documents, ClaimSearch claims, CancellationToken ct)
    {
        var visit = new Visit(context);
        if (visit.Text("name") is not { } name || (await documents.PublicationsAsync(ct)).FirstOrDefault(paper => paper.Name == name) is not { } paper)
            return Page.Missing(visit, visit["missing.publication"]);
        var found = await documents.FindAsync(new(Publication: name), null, DocumentsPage.PageSize, ct);
        var headlines = await documents.HeadlinesAsync(found.Select(document => document.Id), ct);
        var page = await claims.FindAsync(new() { Publication = name }, ClaimOrder.Newest, null, MostClaims, ct);
        return new(visit, name, Html.Of($"""
            <p class="above"><a href="/publications">{visit["nav.publications"]}</a></p>
            <h1>{Html.Name(name)}</h1>
            <p class="span">{visit.Many("documents", paper.Documents)} · {visit.Many("claims", paper.Claims)} · {Shown.Day(paper.First)} – {Shown.Day(paper.Last)}</p>
            <section aria-labelledby="documents"><h2 id="documents">{visit["nav.documents"]}</h2>{DocumentsPage.Table(visit, found, headlines)}
            <p class="all"><a href="{PageLinks.To("/documents", ("publication", name))}">{visit["publication.all_documents"]}</a></p></section>
            <section aria-labelledby="claims"><h2 id="claims">{visit["place.claims"]}</h2>{Parts.Claims(visit, visit["place.claims"], page.Claims)}
            <p class="all"><a href="{PageLinks.To("/claims", ("publication", name))}">{visit["place.all_claims"]}</a></p></section>
            """));
    }
}

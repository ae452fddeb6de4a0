using Extractor.Storage.Documents;
using Extractor.Web.Pages.Figures;
using Extractor.Web.Pages.Markup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Pages;

/// <summary>All papers that pages come from.</summary>
static class PublicationsPage
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/publications", ShowAsync);

    static async Task<Page> ShowAsync(HttpContext context, DocumentList documents, CancellationToken ct)
    {
        var visit = new Visit(context);
        var found = await documents.PublicationsAsync(ct);
        return new(visit, visit["nav.publications"], Html.Of($"""
            <h1>{visit["nav.publications"]}</h1>
            {(found.Count == 0 ? Parts.Nothing(visit, "list.nothing") : Table(visit, found))}
            """));
    }

    static Html Table(Visit visit, IEnumerable<PublicationSummary> publications) => Html.Of($"""
        <div class="scroll"><table class="list rows">
        <caption class="unseen">{visit["nav.publications"]}</caption>
        <thead><tr><th scope="col">{visit["column.publication"]}</th><th scope="col" class="number">{visit["column.documents"]}</th><th scope="col" class="number">{visit["column.claims"]}</th><th scope="col">{visit["column.first"]}</th><th scope="col">{visit["column.last"]}</th></tr></thead>
        <tbody>{publications.Select(paper => Html.Of($"<tr><th scope=\"row\">{Parts.Publication(visit, paper.Name)}</th><td class=\"number\" data-label=\"{visit["column.documents"]}\">{Shown.Count(paper.Documents)}</td><td class=\"number\" data-label=\"{visit["column.claims"]}\">{Shown.Count(paper.Claims)}</td><td>{Shown.Day(paper.First)}</td><td>{Shown.Day(paper.Last)}</td></tr>\n"))}</tbody>
        </table></div>
        """);
}

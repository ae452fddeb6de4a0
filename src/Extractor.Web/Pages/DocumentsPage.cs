using Extractor.Storage.Documents;
using Extractor.Web.Answers;
using Extractor.Web.Pages.Figures;
using Extractor.Web.Pages.Markup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Pages;

/// <summary>Documents, those that came in last first.</summary>
static class DocumentsPage
{
    public const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/documents", ShowAsync);

    static async Task<Page> ShowAsync(HttpContext context, DocumentList documents, CancellationToken ct)
    {
        var visit = new Visit(context);
        var filter = new DocumentFilter(visit.Text("publication"), visit.Text("source"), visit.Text("text"), visit.Day("from"), visit.Day("to", isEnd: true));
        var after = visit.After(parts => new DocumentPlace(Cursor.Moment(parts[0]), Guid.Parse(parts[1])));
        var found = await documents.FindAsync(filter, after, PageSize + 1, ct);
        var shown = found.Take(PageSize).ToList();
        var headlines = await documents.HeadlinesAsync(shown.Select(document => document.Id), ct);
        var next = found.Count > PageSize ? Cursor.Write(shown[^1].CreatedAt, shown[^1].Id) : null;
        return new(visit, visit["nav.documents"], Html.Of($"""
            <h1>{visit["nav.documents"]}</h1>
            <form class="filters" role="search" method="get">
            {Fields.Text(visit, "text", "field.name", "field.document_example", isWide: true)}
            {Fields.Text(visit, "publication", "field.publication", "field.publication_example")}
            {Fields.Text(visit, "from", "field.published_from", "field.from_example", isShort: true)}
            {Fields.Text(visit, "to", "field.published_to", "field.to_example", isShort: true)}
            <div class="go"><button>{visit["lookup.go"]}</button> <a href="/documents">{visit["lookup.clear"]}</a></div>
            </form>
            {(shown.Count == 0 ? Parts.Nothing(visit, "list.nothing") : Table(visit, shown, headlines))}
            {Parts.More(visit, next)}
            """));
    }

    public static Html Table(Visit visit, IEnumerable<DocumentSummary> documents, IReadOnlyDictionary<Guid, string> headlines) => Html.Of($"""
        <div class="scroll"><table class="list rows">
        <caption class="unseen">{visit["nav.documents"]}</caption>
        <thead><tr><th scope="col">{visit["column.document"]}</th><th scope="col">{visit["column.publication"]}</th><th scope="col">{visit["column.published"]}</th><th scope="col" class="number">{visit["column.claims"]}</th><th scope="col" class="number roomy">{visit["column.length"]}</th><th scope="col" class="roomy">{visit["column.received"]}</th></tr></thead>
        <tbody>{documents.Select(document => Row(visit, document, headlines))}</tbody>
        </table></div>
        """);

    /// <summary>The first headline, else the document's name.</summary>
    public static Html Title(DocumentSummary document, IReadOnlyDictionary<Guid, string> headlines) =>
        headlines.TryGetValue(document.Id, out var headline) ? Html.Of($"<bdi lang=\"zh-CN\">{headline.ReplaceLineEndings(" ")}</bdi>") : Html.Name(document.Name);

    static Html Row(Visit visit, DocumentSummary document, IReadOnlyDictionary<Guid, string> headlines) => Html.Of($"""
        <tr><th scope="row"><a href="{PageLinks.Document(document.Id)}">{Title(document, headlines)}</a>{(headlines.ContainsKey(document.Id) ? Html.Of($" <span class=\"source\">{Html.Name(document.Name)}</span>") : Html.Empty)}{(document.DuplicateOf is null ? Html.Empty : Html.Of($" <span class=\"tag duplicate\">{visit["documents.duplicate"]}</span>"))}</th><td>{(document.Publication is null ? Html.Of($"–") : Parts.Publication(visit, document.Publication))}</td><td>{Shown.Day(document.Published)}</td><td class="number" data-label="{visit["column.claims"]}">{(document.Claims is { } claims ? Shown.Count(claims) : visit["documents.unread"])}</td><td class="number roomy">{Shown.Count(document.Length)}</td><td class="roomy">{Shown.Moment(document.CreatedAt)}</td></tr>

        """);
}

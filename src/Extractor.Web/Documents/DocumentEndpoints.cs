using System.ComponentModel;
using Extractor.Storage.Checks;
using Extractor.Storage.Claims;
using Extractor.Storage.Documents;
using Extractor.Web.Access;
using Extractor.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Documents;

/// <summary>Which documents are wanted.</summary>
public sealed record DocumentQuery
{
    public string? Publication { get; init; }

    [Description("The collection that the document belongs to")]
    public string? Source { get; init; }

    [Description("Words in the name or address")]
    public string? Q { get; init; }

    [Description("Published on that day or later")]
    public DateOnly? From { get; init; }

    [Description("Published on that day or earlier")]
    public DateOnly? To { get; init; }
}

static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder api, WebSettings settings)
    {
        api.MapGet("/documents", List).WithTags("Documents").WithSummary("Documents, those that came in last first");
        api.MapGet("/documents/{document:guid}", Find).WithTags("Documents").WithSummary("A document with its text, articles, claims and checks")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/documents", Arrival.PutAsync).WithTags("Documents").WithSummary("Brings a document in and queues it to be read")
            .WithMetadata(new Writes(), new RequestSizeLimitAttribute(settings.MaxBody))
            .ProducesProblem(StatusCodes.Status410Gone).ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        api.MapGet("/publications", Publications).WithTags("Documents").WithSummary("Papers with what there is of them, the richest first");
    }

    static async Task<Ok<Page<DocumentRow>>> List(DocumentList documents, [AsParameters] DocumentQuery query, [AsParameters] Paging paging, CancellationToken ct)
    {
        var after = Cursor.Read(paging.After, parts => new DocumentPlace(Cursor.Moment(parts[0]), Guid.Parse(parts[1])));
        var found = await documents.FindAsync(
            new(query.Publication.Said(), query.Source.Said(), query.Q.Said(), query.From, query.To), after, paging.Size + 1, ct);
        return TypedResults.Ok(paging.Of(found, DocumentRow.Of, last => Cursor.Write(last.CreatedAt, last.Id)));
    }

    static async Task<Results<Ok<DocumentAnswer>, NotFound>> Find(
        Guid document, DocumentList documents, ClaimSearch claims, CheckList checks, CancellationToken ct) =>
        await documents.FindTextAsync(document, ct) is { } found
            ? TypedResults.Ok(DocumentReading.Of(found, await claims.OfDocumentAsync(document, ct), await checks.OfDocumentAsync(document, ct)))
            : TypedResults.NotFound();

    static async Task<Ok<Page<PublicationSummary>>> Publications(DocumentList documents, CancellationToken ct) =>
        TypedResults.Ok(new Page<PublicationSummary>(await documents.PublicationsAsync(ct), null));
}

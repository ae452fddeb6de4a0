using System.ComponentModel;
using System.Globalization;
using Extractor.Storage.Claims;
using Extractor.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Claims;

static class ClaimEndpoints
{
    public static void MapClaims(this IEndpointRouteBuilder api)
    {
        api.MapGet("/claims", List).WithTags("Claims").WithSummary("Claims by what they say and where it stands");
        api.MapGet("/documents/{document:guid}/claims/{key:guid}", Find).WithTags("Claims").WithSummary("One claim")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    static async Task<Ok<Page<ClaimAnswer>>> List(
        ClaimSearch claims, [AsParameters] ClaimQuery query, [AsParameters] Paging paging,
        [Description("text: as they stand in the documents, the usual; newest: the latest period first")] string? order, CancellationToken ct)
    {
        var sort = order.Said().Among(["text", "newest"], "order") == "newest" ? ClaimOrder.Newest : ClaimOrder.Text;
        var page = await claims.FindAsync(query.Filter(), sort, After(paging.After), paging.Size, ct);
        return TypedResults.Ok(new Page<ClaimAnswer>(
            [.. page.Claims.Select(claim => ClaimAnswer.Of(claim))], page.Next is { } next ? paging.Next(Cursor.Write(next.Run, next.PeriodEnd, next.Document, next.Start, next.Key)) : null));
    }

    static async Task<Results<Ok<ClaimAnswer>, NotFound>> Find(Guid document, Guid key, ClaimSearch claims, CancellationToken ct) =>
        await claims.FindOneAsync(document, key, ct) is { } claim ? TypedResults.Ok(ClaimAnswer.Of(claim)) : TypedResults.NotFound();

    static ClaimPlace? After(string? after) => Cursor.Read(after, parts => new ClaimPlace(
        int.Parse(parts[0], CultureInfo.InvariantCulture), Cursor.Day(parts[1]), Guid.Parse(parts[2]), int.Parse(parts[3], CultureInfo.InvariantCulture), Guid.Parse(parts[4])));
}

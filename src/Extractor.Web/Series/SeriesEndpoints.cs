using System.ComponentModel;
using Extractor.Storage.Series;
using Extractor.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Series;

static class SeriesEndpoints
{
    public static void MapSeries(this IEndpointRouteBuilder api) =>
        api.MapGet("/series", Points).WithTags("Series").WithSummary("The points of an indicator's series, in the order of their periods");

    static async Task<Ok<Page<PointAnswer>>> Points(
        SeriesStore series, [Description("An id of the catalogue, or a name")] string? indicator, [AsParameters] SubjectQuery query,
        [AsParameters] Paging paging, CancellationToken ct)
    {
        if (indicator.Said() is not { } subject)
            throw new BadRequestException("indicator is missing: an id or name; /api/v1/indicators lists them");
        var after = Cursor.Read(paging.After, parts => new PointPlace(Cursor.Day(parts[0])!.Value, Cursor.Day(parts[1])!.Value, Guid.Parse(parts[2]), Guid.Parse(parts[3])));
        var found = await series.PointsAsync(query.Filter() with { Indicator = subject }, after, paging.Size + 1, ct);
        return TypedResults.Ok(paging.Of(found, PointAnswer.Of, last => Cursor.Write(last.PeriodEnd, last.PeriodStart, last.DocumentId, last.ClaimKey)));
    }
}

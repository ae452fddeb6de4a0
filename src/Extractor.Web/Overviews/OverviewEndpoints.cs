using Extractor.Storage.Overviews;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Overviews;

static class OverviewEndpoints
{
    public static void MapOverview(this IEndpointRouteBuilder api) =>
        api.MapGet("/overview", Read).WithTags("Overview").WithSummary("The whole at a glance");

    static async Task<Ok<Overview>> Read(OverviewStore overviews, CancellationToken ct) => TypedResults.Ok(await overviews.ReadAsync(ct));
}

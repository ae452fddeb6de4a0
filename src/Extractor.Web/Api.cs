using Extractor.Storage.Catalogues;
using Extractor.Storage.Checks;
using Extractor.Storage.Claims;
using Extractor.Storage.Documents;
using Extractor.Storage.Overviews;
using Extractor.Storage.Queue;
using Extractor.Storage.Runs;
using Extractor.Storage.Scopes;
using Extractor.Storage.Series;
using Extractor.Web.Access;
using Extractor.Web.Answers;
using Extractor.Web.Checks;
using Extractor.Web.Claims;
using Extractor.Web.Conflicts;
using Extractor.Web.Documents;
using Extractor.Web.Exports;
using Extractor.Web.Indicators;
using Extractor.Web.Jobs;
using Extractor.Web.Overviews;
using Extractor.Web.Runs;
using Extractor.Web.Scopes;
using Extractor.Web.Series;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Web;

/// <summary>All addresses under <c>/api/v1</c>, a file per resource.</summary>
static class Api
{
    public static IServiceCollection AddStores(this IServiceCollection services) => services
        .AddSingleton(TimeProvider.System).AddSingleton<CheckList>().AddSingleton<ClaimExport>().AddSingleton<ClaimSearch>().AddSingleton<ConflictStore>().AddSingleton<DocumentList>().AddSingleton<IndicatorList>()
        .AddSingleton<JobList>().AddSingleton<OverviewStore>().AddSingleton<RunHistory>().AddSingleton<ScopeList>().AddSingleton<SeriesStore>();

    public static void MapApi(this IEndpointRouteBuilder routes, WebSettings settings)
    {
        var api = routes.MapGroup("/api/v1").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized);
        api.RefuseUnknownNames();
        api.MapOverview();
        api.MapDocuments(settings);
        api.MapClaims();
        api.MapIndicators();
        api.MapScopes();
        api.MapSeries();
        api.MapConflicts();
        api.MapChecks();
        api.MapExports();
        api.MapRuns();
        api.MapJobs();
        routes.MapOpenApi("/api/{documentName}/openapi.json").ExcludeFromDescription();
        routes.MapHealth();
    }

    static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/alive", () => TypedResults.Text("alive\n")).WithMetadata(new AlwaysOpen()).ExcludeFromDescription();
    }
}

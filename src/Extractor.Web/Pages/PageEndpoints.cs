using Extractor.Storage.Evidence;
using Extractor.Web.Pages.Articles;
using Extractor.Web.Pages.Assets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Web.Pages;

/// <summary>All pages, a file each. They read what the API reads.</summary>
static class PageEndpoints
{
    /// <summary>Before the problem documents: of two writers the first that can is asked.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services) => services.AddSingleton<IProblemDetailsWriter, ErrorPages>().AddSingleton<FactCheck>();

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription();
        AssetEndpoints.Map(pages);
        OverviewPage.Map(pages);
        LookupPage.Map(pages);
        CheckPage.Map(pages);
        IndicatorsPage.Map(pages);
        IndicatorPage.Map(pages);
        PlacesPage.Map(pages);
        PlacePage.Map(pages);
        PublicationsPage.Map(pages);
        PublicationPage.Map(pages);
        DocumentsPage.Map(pages);
        ArticlePage.Map(pages);
        ConflictsPage.Map(pages);
        RunsPage.Map(pages);
        RunPage.Map(pages);
        QueuePage.Map(pages);
    }
}

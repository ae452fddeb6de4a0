using Extractor.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Pages.Assets;

static class AssetEndpoints
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/assets/{hash}/{name}", Send).WithMetadata(new AlwaysOpen());

    static IResult Send(string hash, string name, HttpContext context)
    {
        if (!Asset.All.TryGetValue(name, out var asset))
            return TypedResults.NotFound();
        // An address of another version of the program: its bytes are of now, and are not to be kept under it.
        context.Response.Headers.CacheControl = asset.Address == $"/assets/{hash}/{name}" ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.Bytes(asset.Bytes, asset.Type);
    }
}

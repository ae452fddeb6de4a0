using System.Buffers;
using System.Globalization;
using Extractor.Web.Answers;
using Extractor.Web.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Exports;

static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder api)
    {
        var exports = api.MapGroup("/exports").WithTags("Exports");
        foreach (var format in ExportFormat.All)
            exports.MapGet($"/{File(format)}", (ClaimExport export, [AsParameters] ClaimQuery query, HttpRequest request, CancellationToken ct) =>
                    StreamAsync(export, format, query, request, ct))
                .WithSummary($"All claims that match, as {format.Name}; ends with a mark where it could not be completed")
                .Produces(StatusCodes.Status200OK, contentType: format.ContentType.Split(';')[0]).WithMetadata(new Streamed()).DisableRequestTimeout();
        exports.MapGet("/claims.zip", Package).WithSummary("The CSV with its Frictionless description")
            .Produces(StatusCodes.Status200OK, contentType: "application/zip").WithMetadata(new Streamed()).DisableRequestTimeout();
        exports.MapGet("/datapackage.json", Describe).WithSummary("The Frictionless description of claims.csv with the same filters")
            .Produces(StatusCodes.Status200OK, contentType: "application/json");
    }

    static string File(ExportFormat format) => format.Name is "csv" or "jsonl" ? $"claims.{format.Extension}" : $"{format.Name}.{format.Extension}";

    static async Task<PushStreamHttpResult> StreamAsync(ClaimExport export, ExportFormat format, ClaimQuery query, HttpRequest request, CancellationToken ct)
    {
        var (filter, edition) = (query.Filter(), await export.BeginAsync(Said(request), ct));
        if (format == ExportFormat.Csv)
            request.HttpContext.Response.Headers.Link = $"<datapackage.json{request.QueryString}>; rel=\"describedby\"; type=\"application/json\"";
        return TypedResults.Stream(stream => export.WriteAsync(stream, format, filter, edition, ct), format.ContentType, Name(File(format), edition));
    }

    static async Task<PushStreamHttpResult> Package(ClaimExport export, [AsParameters] ClaimQuery query, HttpRequest request, CancellationToken ct)
    {
        var (filter, edition) = (query.Filter(), await export.BeginAsync(Said(request), ct));
        // The archive writes its directory synchronously when it is closed.
        request.HttpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        return TypedResults.Stream(stream => export.WritePackageAsync(stream, filter, edition, ct), "application/zip", Name("claims.zip", edition));
    }

    static async Task<FileContentHttpResult> Describe(ClaimExport export, [AsParameters] ClaimQuery query, HttpRequest request, CancellationToken ct)
    {
        query.Filter();
        var edition = await export.BeginAsync(Said(request), ct);
        var description = new ArrayBufferWriter<byte>();
        ExportJson.Write(description, json => DataPackage.Write(json, $"claims.csv{request.QueryString}", edition, ending: null));
        return TypedResults.File(description.WrittenSpan.ToArray(), "application/json");
    }

    static Dictionary<string, string> Said(HttpRequest request) => request.Query.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());

    static string Name(string file, Edition edition) =>
        string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file)}-{edition.Created:yyyyMMdd-HHmmss}{Path.GetExtension(file)}");
}

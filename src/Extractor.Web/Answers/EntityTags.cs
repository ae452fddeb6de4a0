using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Extractor.Web.Answers;

/// <summary>Marks an endpoint whose answer is streamed and may be of any length.</summary>
sealed class Streamed;

/// <summary>Answers of bounded length carry a hash of themselves, and who has it already gets 304 instead.</summary>
sealed class EntityTags(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (!isRead || context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<Streamed>() is not null)
        {
            await next(context);
            return;
        }
        var wire = context.Response.Body;
        using var body = new MemoryStream();
        context.Response.Body = body;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = wire;
        }
        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        if (context.Response.StatusCode == StatusCodes.Status200OK && !context.Response.Headers.ContainsKey(HeaderNames.ETag))
        {
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes.Span)[..16])}\"");
            context.Response.GetTypedHeaders().ETag = tag;
            if (context.Response.Headers.CacheControl.Count == 0)
                context.Response.Headers.CacheControl = "no-cache";
            if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any)))
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                context.Response.ContentType = null;
                context.Response.ContentLength = null;
                return;
            }
        }
        // An error without a body gets one from the middleware before this.
        if (bytes.Length == 0)
            return;
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await wire.WriteAsync(bytes, context.RequestAborted);
    }
}

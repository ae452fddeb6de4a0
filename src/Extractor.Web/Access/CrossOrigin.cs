using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Extractor.Web.Access;

/// <summary>Lets scripts of the sites that are named read, and only read: a token is never sent along by a browser of its own accord.</summary>
sealed class CrossOrigin(RequestDelegate next, WebSettings settings)
{
    public Task InvokeAsync(HttpContext context)
    {
        var origin = context.Request.Headers.Origin.ToString();
        var headers = context.Response.Headers;
        headers.Vary = StringValues.Concat(headers.Vary, "Origin");
        if (origin.Length == 0 || !(settings.CorsOrigins.Contains("*") || settings.CorsOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase)))
            return next(context);
        headers.AccessControlAllowOrigin = settings.CorsOrigins.Contains("*") ? "*" : origin;
        headers.AccessControlExposeHeaders = "ETag, Retry-After";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (!HttpMethods.IsOptions(context.Request.Method) || !context.Request.Headers.ContainsKey("Access-Control-Request-Method"))
            return next(context);
        headers.AccessControlAllowMethods = "GET, HEAD, POST";
        headers.AccessControlAllowHeaders = "Authorization, Content-Type, If-None-Match";
        headers.AccessControlMaxAge = "600";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}

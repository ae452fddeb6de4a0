using Microsoft.AspNetCore.Http;

namespace Extractor.Web.Access;

/// <summary>Headers of every answer. Text of pages is shown as text; were some of it ever taken for markup, no script of it would run.</summary>
sealed class SafeHeaders(RequestDelegate next)
{
    const string Policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return next(context);
    }
}

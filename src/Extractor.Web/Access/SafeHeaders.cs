using Microsoft.AspNetCore.Http;

namespace Extractor.Web.Access;

/// <summary>Headers of every answer. Text of pages is shown as text; were some of it ever taken for markup, no script of it would run.</summary>
sealed class SafeHeaders(RequestDelegate next)
{
    const string Policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // At the very end: whoever answers an error clears what was set before it.
        context.Response.OnStarting(() => Set(context.Response.Headers));
        return next(context);
    }

    static Task Set(IHeaderDictionary headers)
    {
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        return Task.CompletedTask;
    }
}

using System.Security.Cryptography;
using System.Text;
using Extractor.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Access;

/// <summary>Marks an endpoint that whoever minds the process must reach without a token.</summary>
sealed class AlwaysOpen;

/// <summary>Marks an endpoint that writes, for the description of the API.</summary>
public sealed class Writes;

/// <summary>Marks an endpoint that changes nothing though it is no GET.</summary>
public sealed class ReadsOnly;

/// <summary>
/// Who may read and write. Programs show the token as <c>Bearer</c>; browsers ask people for it as the password of
/// <c>Basic</c>, with any name.
/// </summary>
sealed class Guard(RequestDelegate next, WebSettings settings)
{
    readonly byte[]? _token = settings.Token is { Length: > 0 } token ? SHA256.HashData(Encoding.UTF8.GetBytes(token)) : null;

    public Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        // Where nothing stands, or not for this method, there is nothing to guard.
        if (endpoint is not RouteEndpoint || endpoint.Metadata.GetMetadata<AlwaysOpen>() is not null)
            return next(context);
        var writes = !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && !HttpMethods.IsOptions(context.Request.Method)
            && endpoint.Metadata.GetMetadata<ReadsOnly>() is null;
        if (!writes && settings.OpenReads)
            return next(context);
        if (_token is null)
            return Problems.WriteAsync(context, StatusCodes.Status401Unauthorized,
                writes ? "writing is closed: the server was started without a token; start it with EXTRACTOR_TOKEN set" : "reading is closed, and the server was started without a token; start it with EXTRACTOR_TOKEN set",
                () => Challenge(context));
        var (shown, isBasic) = Shown(context.Request);
        if (shown is null || !CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(shown)), _token))
            return Problems.WriteAsync(context, StatusCodes.Status401Unauthorized,
                shown is null ? "this needs a token: send Authorization: Bearer with the value of EXTRACTOR_TOKEN" : "the token is not the server's", () => Challenge(context));
        // A browser sends a password along on its own, also with a form of another site.
        if (writes && isBasic && !IsSameOrigin(context.Request))
            return Problems.WriteAsync(context, StatusCodes.Status403Forbidden, "a form of another site may not write");
        return next(context);
    }

    static void Challenge(HttpContext context) => context.Response.Headers.WWWAuthenticate =
        context.Request.Path.StartsWithSegments("/api") ? "Bearer realm=\"extractor\"" : "Basic realm=\"extractor\", charset=\"UTF-8\"";

    static (string? Token, bool IsBasic) Shown(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return (header["Bearer ".Length..].Trim(), false);
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return (null, false);
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header["Basic ".Length..].Trim(), bytes, out var length))
            return (null, true);
        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        return (pair[(pair.IndexOf(':', StringComparison.Ordinal) + 1)..], true);
    }

    static bool IsSameOrigin(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "same-origin" or "none"
        || Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin) && origin.Authority == request.Host.Value;
}

using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Web;

/// <summary>What one client may take of the server: bytes, connections, time, checks.</summary>
public static class Limits
{
    /// <summary>The name of the rate limit for endpoints that read a text while the client waits.</summary>
    public const string Checks = "checks";

    const int SmallBody = 1024 * 1024;

    internal static void Set(KestrelServerOptions kestrel, WebSettings settings)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        // Bringing documents in has a limit of its own.
        limits.MaxRequestBodySize = SmallBody;
        limits.MaxConcurrentConnections = settings.MaxConnections;
        limits.MaxRequestHeadersTotalSize = 32 * 1024;
        limits.MaxRequestLineSize = 8 * 1024;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        // A client that sends or takes less holds a connection for nothing.
        limits.MinRequestBodyDataRate = new(240, TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new(240, TimeSpan.FromSeconds(10));
    }

    internal static IServiceCollection AddLimits(this IServiceCollection services, WebSettings settings) => services
        .AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = settings.RequestTimeout, TimeoutStatusCode = StatusCodes.Status504GatewayTimeout,
        })
        .AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(Checks, context => RateLimitPartition.GetTokenBucketLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new()
                {
                    TokenLimit = settings.ChecksPerMinute, TokensPerPeriod = settings.ChecksPerMinute, ReplenishmentPeriod = TimeSpan.FromMinutes(1), QueueLimit = 0,
                }));
        });

    internal static IApplicationBuilder UseCors(this IApplicationBuilder app, WebSettings settings) =>
        settings.CorsOrigins.Count == 0 ? app : app.UseMiddleware<Access.CrossOrigin>();
}

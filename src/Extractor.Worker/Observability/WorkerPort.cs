using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Extractor.Worker.Observability;

/// <summary>A worker's own port: <c>/metrics</c> for Prometheus, <c>/health</c> and <c>/alive</c> for whoever minds the process.</summary>
public sealed class WorkerPort : IAsyncDisposable
{
    readonly WebApplication _app;

    WorkerPort(WebApplication app) => _app = app;

    /// <summary>Where it listens: <c>http://127.0.0.1:9464</c>.</summary>
    public string Address => _app.Urls.First();

    /// <param name="port">0 for any that is free.</param>
    /// <exception cref="IOException">The address is taken, or is not one of this host's.</exception>
    public static async Task<WorkerPort> OpenAsync(
        IPAddress address, int port, NpgsqlDataSource db, Telemetry telemetry, ILogger logger, CancellationToken ct)
    {
        // Not the default builder: it would read settings and the working directory of a web application.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(address, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.Limits.MaxConcurrentConnections = 64;
        });
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.UseRouting();
        app.MapGet("/metrics", context => AnswerAsync(context, PrometheusText.ContentType, telemetry.Scrape()));
        app.MapGet("/alive", context =>
        {
            context.Response.StatusCode = Health.Alive ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            return AnswerAsync(context, "text/plain; charset=utf-8", Health.Alive ? "alive\n" : "stuck\n");
        });
        app.MapGet("/health", async context =>
        {
            var health = await Health.CheckAsync(db, context.RequestAborted);
            context.Response.StatusCode = health.Healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            await context.Response.WriteAsJsonAsync(health, context.RequestAborted);
        });
        app.UseEndpoints(_ => { });
        try
        {
            await app.StartAsync(ct);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
        var opened = new WorkerPort(app);
        Log.Listening(logger, opened.Address);
        return opened;
    }

    static Task AnswerAsync(HttpContext context, string type, string text)
    {
        context.Response.ContentType = type;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

using Extractor.Web.Access;
using Extractor.Web.Answers;
using Extractor.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Extractor.Web;

/// <summary>The HTTP server: API, exports and pages over one database.</summary>
public sealed class WebServer : IAsyncDisposable
{
    readonly WebApplication _app;

    WebServer(WebApplication app) => _app = app;

    /// <summary>Where it listens: <c>http://127.0.0.1:8080</c>.</summary>
    public IReadOnlyCollection<string> Addresses =>
        [.. _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];

    /// <exception cref="IOException">An address is taken, or is not one of this host's.</exception>
    public static async Task<WebServer> StartAsync(NpgsqlDataSource db, WebSettings settings, ILogger logger, CancellationToken ct)
    {
        var app = Build(db, settings, logger);
        try
        {
            await app.StartAsync(ct);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
        return new(app);
    }

    static WebApplication Build(NpgsqlDataSource db, WebSettings settings, ILogger logger)
    {
        // Not the default builder: it would read settings and the working directory of a web application.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Limits.Set(kestrel, settings)).UseUrls([.. settings.Urls]);
        builder.Services.AddRoutingCore().Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true).AddSingleton(db).AddSingleton(settings).AddSingleton(logger);
        builder.Services.AddStores().AddJson().AddPages().AddProblems().AddLimits(settings).AddDescription();
        var app = builder.Build();
        app.UseMiddleware<SafeHeaders>().UseProblems().UseRouting().UseCors(settings).UseRateLimiter().UseRequestTimeouts();
        app.UseMiddleware<Guard>().UseMiddleware<EntityTags>();
        app.MapApi(settings);
        app.MapPages();
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}

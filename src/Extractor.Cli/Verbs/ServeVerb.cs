using System.CommandLine;
using System.Net.Sockets;
using Extractor.Cli.Inputs;
using Extractor.Web;

namespace Extractor.Cli.Verbs;

/// <summary><c>serve</c>: the API and the pages until told to stop.</summary>
static class ServeVerb
{
    /// <param name="interrupted">The exit code after a signal: a server that is told to end has done its work.</param>
    public static Command Create(Terminal terminal, Func<int> interrupted)
    {
        var database = DatabaseSession.CreateOption();
        var urls = new Option<string>("--urls")
        {
            Description = "Where to listen, several separated by ; EXTRACTOR_URLS where not said. TLS is a proxy's before it",
            HelpName = "URL",
            DefaultValueFactory = _ => InputOptions.Variable("EXTRACTOR_URLS") ?? WebSettings.Default.Urls[0],
        };
        var command = new Command("serve", "Serve the API and the pages") { database, urls };
        command.SetAction(async (parsed, ct) =>
        {
            var settings = Settings(parsed.GetValue(urls)!);
            await using var session = await DatabaseSession.OpenAsync(parsed.GetValue(database), ct);
            await RunAsync(terminal, session, settings, ct);
            return interrupted();
        });
        return command.WithExamples(
            "extractor serve",
            "EXTRACTOR_TOKEN=… extractor serve --urls http://0.0.0.0:8080 --database postgres://web@db.example.org/extractor");
    }

    /// <summary>Serves until told to stop.</summary>
    public static async Task RunAsync(Terminal terminal, DatabaseSession session, WebSettings settings, CancellationToken ct)
    {
        await using var server = await StartAsync(session, settings, new ErrorLog(terminal), ct);
        terminal.Say($"serving at {string.Join(" and ", server.Addresses)}; end with Ctrl+C");
        await Task.Delay(Timeout.Infinite, ct).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    /// <summary>As the variables say.</summary>
    public static WebSettings Settings(string urls) => new()
    {
        Urls = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        Token = InputOptions.Variable("EXTRACTOR_TOKEN"),
        OpenReads = InputOptions.Variable("EXTRACTOR_READS") switch
        {
            null or "open" => true,
            "closed" => false,
            var other => throw new CliException(ExitCode.Usage, $"EXTRACTOR_READS={other}: use open or closed"),
        },
        CorsOrigins = (InputOptions.Variable("EXTRACTOR_CORS") ?? "").Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries),
    };

    /// <summary>Serves on the usual port, or on the next one that is free, until told to stop.</summary>
    public static async Task RunAnywhereAsync(Terminal terminal, DatabaseSession session, CancellationToken ct)
    {
        const int ports = 50;
        var usual = new Uri(WebSettings.Default.Urls[0]);
        for (var port = usual.Port; ; port++)
        {
            var settings = Settings(new UriBuilder(usual) { Port = port }.Uri.GetLeftPart(UriPartial.Authority));
            try
            {
                await using var server = await WebServer.StartAsync(session.Db, settings, new ErrorLog(terminal), ct);
                terminal.Out.WriteLine($"Look at them in a browser: {server.Addresses.First()}  (end with Ctrl+C)");
                terminal.Out.Flush();
                await Task.Delay(Timeout.Infinite, ct).ContinueWith(_ => { }, TaskScheduler.Default);
                return;
            }
            catch (IOException) when (port < usual.Port + ports)
            {
                // Taken: the next one.
            }
        }
    }

    static async Task<WebServer> StartAsync(DatabaseSession session, WebSettings settings, ErrorLog log, CancellationToken ct)
    {
        try
        {
            return await WebServer.StartAsync(session.Db, settings, log, ct);
        }
        catch (Exception e) when (e is IOException or SocketException or FormatException or InvalidOperationException)
        {
            throw new CliException(ExitCode.Usage, $"--urls {string.Join(';', settings.Urls)} cannot be used: {e.Message}");
        }
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Extractor.Cli.Tests.Verbs;

public sealed class FeedsTests(TestServer server)
{
    [Fact]
    public async Task Feeds_are_added_listed_polled_and_removed_and_no_secret_is_printed()
    {
        (string, string?)[] variables = [("EXTRACTOR_DATABASE", await server.CreateAsync()), ("EXTRACTOR_ALLOW_PRIVATE_FEEDS", null)];
        async Task<Finished> Run(params string[] arguments)
        {
            var run = await Command.RunAsync(arguments, "", variables);
            Assert.DoesNotContain("hush", run.Out + run.Error, StringComparison.Ordinal);
            return run;
        }
        await Run("migrate");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener, "<rss><channel><item><title>一件</title><link>https://example.org/1</link></item></channel></rss>");

        Assert.Equal(ExitCode.Done, (await Run("feeds", "add", $"http://{listener.LocalEndpoint}/rss?token=hush", "--name", "频道")).Code);
        (await Run("feeds", "add", "https://example.org/x", "--name", "频道")).Refused(ExitCode.Usage, "频道", "feeds list");
        (await Run("feeds", "add", "https://me:hush@example.org/x")).Refused(ExitCode.Usage, "example.org/x", "password");
        (await Run("feeds", "add", "file:///etc/passwd")).Refused(ExitCode.Usage, "https://");
        (await Run("feeds", "poll", "频道")).Refused(ExitCode.Missing, "频道", "not of the public internet", "--allow-private");
        var polled = await Run("feeds", "poll", "--allow-private", "频道");
        Assert.Equal((ExitCode.Done, ""), (polled.Code, polled.Error));
        Assert.Contains("频道: 1 documents: 1 new", polled.Out, StringComparison.Ordinal);
        Assert.Contains("no feed is due", (await Run("feeds", "poll")).Out, StringComparison.Ordinal);
        Assert.Contains($"{listener.LocalEndpoint}/rss", (await Run("feeds", "list")).Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await Run("feeds", "remove", "频道")).Code);
        (await Run("feeds", "remove", "频道")).Refused(ExitCode.Missing, "频道", "feeds list");
        (await Run("feeds", "poll", "频道")).Refused(ExitCode.Missing, "频道", "feeds list");
        await serving;
    }

    static async Task ServeAsync(TcpListener listener, string body)
    {
        using var client = await listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream());
        while (await reader.ReadLineAsync() is { Length: > 0 })
        {
            // The request is of no interest here.
        }
        var bytes = Encoding.UTF8.GetBytes(body);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {bytes.Length}\r\nConnection: close\r\n\r\n"));
        await client.GetStream().WriteAsync(bytes);
    }
}

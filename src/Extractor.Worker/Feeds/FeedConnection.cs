using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Extractor.Worker.Feeds;

/// <summary>The way to servers of feeds: straight, without memory, and never into closed networks.</summary>
static class FeedConnection
{
    public static SocketsHttpHandler NewHandler(bool allowPrivate) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectCallback = (context, ct) => ConnectAsync(context.DnsEndPoint, allowPrivate, ct),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        Credentials = null,
        MaxConnectionsPerServer = 2,
        MaxResponseHeadersLength = 64,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        UseCookies = false,
        UseProxy = false,
    };

    // Resolved here and connected to what was checked: a name that answers differently the next time changes nothing.
    static async ValueTask<Stream> ConnectAsync(DnsEndPoint place, bool allowPrivate, CancellationToken ct)
    {
        var addresses = IPAddress.TryParse(place.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(place.Host, ct);
        if (addresses.Length == 0)
            throw new FeedException($"{place.Host} has no address");
        if (!allowPrivate && Array.Find(addresses, address => !PublicAddress.Is(address)) is { } closed)
            throw new FeedException($"{place.Host} leads to {closed}, which is not of the public internet; allow it with --allow-private");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, place.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public static HttpRequestMessage NewRequest(Uri url, string? etag, string? lastModified)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("extractor", null));
        request.Headers.TryAddWithoutValidation("Accept", "application/rss+xml, application/atom+xml, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        if (etag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        if (lastModified is not null)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
        return request;
    }
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Extractor.Storage.Feeds;

namespace Extractor.Worker.Feeds;

/// <summary>What a server sent: the bytes of a feed, or null where nothing changed.</summary>
/// <param name="Charset">As the header names it; null where it does not.</param>
sealed record FeedAnswer(ArraySegment<byte>? Bytes, Uri Url, string? Charset, string? ETag, string? LastModified);

/// <summary>Fetches feeds: conditionally, with few redirects, and bounded in time and size.</summary>
public sealed class FeedClient(HttpMessageHandler handler, TimeProvider time) : IDisposable
{
    const int MostRedirects = 3;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly HttpMessageInvoker _http = new(handler);

    public FeedClient(bool allowPrivate, TimeProvider? time = null)
        : this(FeedConnection.NewHandler(allowPrivate), time ?? TimeProvider.System) { }

    /// <exception cref="FeedException">The feed cannot be had.</exception>
    internal async Task<FeedAnswer> FetchAsync(Feed feed, CancellationToken ct)
    {
        var url = FeedUrl.Parse(feed.Url);
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            using var patience = new CancellationTokenSource(Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
            try
            {
                using var request = FeedConnection.NewRequest(url, feed.ETag, feed.LastModified);
                using var response = await _http.SendAsync(request, either.Token);
                if (Redirect(response, url) is not { } next)
                    return await ReadAsync(response, url, either.Token);
                url = next;
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                throw new FeedException($"{FeedUrl.Show(url)} did not answer within {Patience.TotalSeconds:0} seconds");
            }
            catch (HttpRequestException e) when (e.InnerException is FeedException refused)
            {
                throw refused;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
            {
                throw new FeedException($"{FeedUrl.Show(url)} cannot be reached ({(e.InnerException ?? e).Message})");
            }
        }
        throw new FeedException(string.Create(CultureInfo.InvariantCulture, $"{FeedUrl.Show(feed.Url)} leads on more than {MostRedirects} times"));
    }

    static Uri? Redirect(HttpResponseMessage response, Uri url)
    {
        if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
            return null;
        return response.Headers.Location is { } location && Uri.TryCreate(url, location, out var next)
            ? FeedUrl.Parse(next.AbsoluteUri)
            : throw new FeedException($"{FeedUrl.Show(url)} leads on without saying where");
    }

    async Task<FeedAnswer> ReadAsync(HttpResponseMessage response, Uri url, CancellationToken ct)
    {
        if (response.StatusCode == HttpStatusCode.NotModified)
            return new(null, url, null, null, null);
        if (response.StatusCode != HttpStatusCode.OK)
            throw new FeedException(
                string.Create(CultureInfo.InvariantCulture, $"{FeedUrl.Show(url)} answers {(int)response.StatusCode} {response.StatusCode}"),
                Wait(response), response.StatusCode == HttpStatusCode.Gone);
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        var bytes = await FeedBody.ReadAsync(stream, [.. response.Content.Headers.ContentEncoding], FeedUrl.Show(url), ct);
        return new(bytes, url, response.Content.Headers.ContentType?.CharSet?.Trim('"', '\''),
            First(response, "ETag"), response.Content.Headers.TryGetValues("Last-Modified", out var dates) ? Short(dates.First()) : null);
    }

    static string? First(HttpResponseMessage response, string header) =>
        response.Headers.NonValidated.TryGetValues(header, out var values) ? Short(values.First()) : null;

    // What a server sends back at every poll is kept only while it is of a sane size.
    static string? Short(string value) => value.Length <= 500 ? value : null;

    TimeSpan? Wait(HttpResponseMessage response)
    {
        if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
            return null;
        var wait = response.Headers.RetryAfter?.Delta ?? response.Headers.RetryAfter?.Date - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : null;
    }

    public void Dispose() => _http.Dispose();
}

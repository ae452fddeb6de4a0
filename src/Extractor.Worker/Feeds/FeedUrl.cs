namespace Extractor.Worker.Feeds;

/// <summary>Addresses of feeds: which are taken, and how one is shown.</summary>
public static class FeedUrl
{
    /// <exception cref="FeedException">It is no address that a feed may have.</exception>
    public static Uri Parse(string text)
    {
        if (text.Length > 2000 || !Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0)
            throw new FeedException("not an address such as https://example.org/rss.xml");
        // Not sent to anyone, and sure to be printed by something one day.
        if (url.UserInfo.Length > 0)
            throw new FeedException($"{Show(url)}: an address with a name and password is not taken");
        return url;
    }

    /// <summary>Host and path: what follows may be a secret.</summary>
    public static string Show(Uri url) => url.IsDefaultPort ? url.Host + url.AbsolutePath : $"{url.Host}:{url.Port}{url.AbsolutePath}";

    public static string Show(string url) => Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? Show(parsed) : "(no address)";
}

/// <summary>A feed that cannot be had or read. The message says why, without what may be secret in its address.</summary>
/// <param name="wait">How long the server asked to be left alone.</param>
public sealed class FeedException(string message, TimeSpan? wait = null, bool isGone = false) : Exception(message)
{
    public TimeSpan? Wait => wait;

    public bool IsGone => isGone;
}

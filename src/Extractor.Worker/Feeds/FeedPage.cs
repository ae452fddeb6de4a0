using Extractor.Storage.Documents;
using Extractor.Storage.Feeds;
using Extractor.Worker.Ingestion;

namespace Extractor.Worker.Feeds;

/// <summary>Makes a document of an entry: the feed's name is its source, its link the address, headline and content the text.</summary>
static class FeedPage
{
    const int LongestName = 200;

    /// <exception cref="FormatException">The entry has no text or nothing to be known by; the message says which.</exception>
    public static Document ToDocument(Feed feed, FeedEntry entry, Uri address)
    {
        var title = entry.Title is null ? "" : OneLine(PlainText.Of(entry.Title));
        var content = entry.Content is null ? "" : PlainText.Of(entry.Content);
        var text = title.Length == 0 || content.StartsWith(title, StringComparison.Ordinal) ? content : content.Length == 0 ? title : $"{title}\n\n{content}";
        if (text.Length == 0)
            throw new FormatException("no text");
        var uri = Link(entry, address) ?? entry.Id ?? throw new FormatException("neither link nor id");
        if (uri.Length > 2000)
            throw new FormatException("its link is longer than 2000 characters");
        var published = entry.Published is not null && PublishedDate.TryRead(entry.Published, out var day) ? day : (DateOnly?)null;
        return new(feed.Name, uri, text, new(Name(title.Length > 0 ? title : uri), feed.Publication, feed.Region, published));
    }

    static string? Link(FeedEntry entry, Uri address) =>
        (entry.Link ?? entry.Id) is { } link && Uri.TryCreate(address, link, out var url) && url.Scheme is "http" or "https"
        && (entry.Link is not null || link.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            ? url.AbsoluteUri
            : null;

    static string OneLine(string text) => text.Replace('\n', ' ');

    static string Name(string text) => text.EnumerateRunes().Count() <= LongestName ? text : string.Concat(text.EnumerateRunes().Take(LongestName - 1)) + "…";
}

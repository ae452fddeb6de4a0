using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Extractor.Worker.Ingestion;

/// <summary>What the head of an HTML page says of it, in the names that Chinese offices, newspapers and Open Graph use.</summary>
static class HtmlFacts
{
    // Only the head is parsed: a page's body can be made to keep any parser busy.
    const int LongestHead = 64 << 10, MostTags = 1000;

    static readonly string[] Publication = ["contentsource", "publication", "og:site_name", "sitename", "source", "application-name"];

    static readonly string[] Published =
    [
        "pubdate", "publishdate", "article:published_time", "og:published_time", "og:release_date", "datepublished", "publish_time", "dc.date.issued", "dc.date", "date",
    ];

    /// <summary>The facts, and what was passed over: a page from elsewhere is not refused for a wrong fact.</summary>
    public static (StatedFacts Facts, IReadOnlyList<string> Notices) Read(string text, string place)
    {
        if (Head(text) is not { } head)
            return (StatedFacts.None, []);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        using var document = new HtmlParser().ParseDocument(head);
        foreach (var meta in document.GetElementsByTagName("meta"))
            if ((meta.GetAttribute("name") ?? meta.GetAttribute("property") ?? meta.GetAttribute("itemprop")) is { } name
                && meta.GetAttribute("content")?.Trim() is { Length: > 0 } content)
                fields.TryAdd(name.Trim().ToLowerInvariant(), content);

        var notices = new List<string>();
        string? First(string[] names) => names.Select(fields.GetValueOrDefault).FirstOrDefault(value => value is not null);
        StatedFacts Fact(string field, string? value)
        {
            try
            {
                return StatedFacts.Read(asked => (asked == field ? value : null, $"{place}: meta"));
            }
            catch (InputException e)
            {
                notices.Add(e.Message);
                return StatedFacts.None;
            }
        }
        var publication = First(Publication) is { } source && source.StartsWith("来源", StringComparison.Ordinal) ? source[2..].TrimStart(':', '：', ' ') : First(Publication);
        return (Fact("publication", publication).Or(Fact("region", First(["region"]))).Or(Fact("published", First(Published))), notices);
    }

    static string? Head(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, LongestHead));
        foreach (var end in (ReadOnlySpan<string>)["</head", "<body"])
            if (head.IndexOf(end, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
                head = head[..at];
        return head.IndexOf("<meta", StringComparison.OrdinalIgnoreCase) >= 0 && head.Count('<') <= MostTags ? head.ToString() : null;
    }
}

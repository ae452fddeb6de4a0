namespace Extractor.Core.Layouts;

/// <summary>Leftovers of HTML and Markdown: how long each is, so that the view can leave it out.</summary>
static class Markup
{
    const int LongestTag = 2000, LongestTarget = 500;

    static readonly HashSet<string> Breaking = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "tr", "table", "td", "th", "figure", "figcaption",
        "section", "article", "header", "footer", "title", "body", "html", "head", "img", "hr",
    };

    static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "b", "i", "u", "em", "strong", "span", "font", "sup", "sub", "small", "center", "meta", "link", "tbody", "thead",
    };

    /// <summary>The length of the tag or comment at <paramref name="at"/>, or 0.</summary>
    public static int TagLength(string raw, int at, out bool breaks)
    {
        breaks = false;
        var rest = raw.AsSpan(at, Math.Min(raw.Length - at, LongestTag));
        if (rest.StartsWith("<!--"))
            return rest.IndexOf("-->") is >= 0 and var comment ? comment + 3 : 0;
        var name = rest[1..];
        if (name.StartsWith("/"))
            name = name[1..];
        var length = 0;
        while (length < name.Length && char.IsAsciiLetterOrDigit(name[length])) length++;
        if (length is 0 or > 12)
            return 0;
        var word = name[..length].ToString();
        breaks = Breaking.Contains(word);
        if (!breaks && !Inline.Contains(word))
            return 0;
        return rest.IndexOf('>') is >= 0 and var end ? end + 1 : 0;
    }

    public static int EntityLength(string raw, int at)
    {
        var rest = raw.AsSpan(at, Math.Min(raw.Length - at, 10));
        var end = rest.IndexOf(';');
        if (end < 2)
            return 0;
        foreach (var c in rest[1..end])
            if (!char.IsAsciiLetterOrDigit(c) && c != '#')
                return 0;
        return end + 1;
    }

    /// <summary>«](http…)»: the address belongs to no sentence.</summary>
    public static int LinkTargetLength(string raw, int at)
    {
        var rest = raw.AsSpan(at, Math.Min(raw.Length - at, LongestTarget));
        return rest.StartsWith("](") && rest.IndexOf(')') is >= 0 and var end ? end + 1 : 0;
    }
}

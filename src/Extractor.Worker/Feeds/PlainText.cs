using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Extractor.Worker.Feeds;

/// <summary>What a reader sees of a piece of HTML: a line for each block, no tags, entities as the characters they stand for.</summary>
static class PlainText
{
    // A parser builds a tree as deep and as large as it is told to; no newspaper's text is.
    const int Longest = 1 << 20, MostTags = 5_000, Deepest = 256;

    static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tr", "ul",
    };

    static readonly HashSet<string> Unseen = new(StringComparer.OrdinalIgnoreCase)
    {
        "head", "iframe", "noscript", "object", "script", "style", "svg", "template", "textarea",
    };

    /// <exception cref="FormatException">It is too long or nested too deep to be read.</exception>
    public static string Of(string html)
    {
        if (html.Length > Longest)
            throw new FormatException($"its text is longer than {Longest >> 20} million characters");
        if (!html.AsSpan().ContainsAny('<', '&'))
            return Tidy(html);
        if (html.AsSpan().Count('<') > MostTags)
            throw new FormatException($"its text has more than {MostTags} tags");
        using var document = new HtmlParser().ParseDocument(html);
        var text = new StringBuilder(html.Length);
        // Without recursion, and without trusting the depth: the way back up is the tree's own.
        var depth = 0;
        for (INode? node = document.Body; node is not null;)
        {
            if (depth > Deepest)
                throw new FormatException($"its text is nested more than {Deepest} deep");
            Append(node, text);
            if (node.FirstChild is { } child && !Unseen.Contains(node.NodeName))
            {
                (node, depth) = (child, depth + 1);
                continue;
            }
            while (node is not null && node != document.Body && node.NextSibling is null)
            {
                (node, depth) = (node.Parent, depth - 1);
                Close(node, text);
            }
            node = node == document.Body ? null : node?.NextSibling;
        }
        return Tidy(text.ToString());
    }

    static void Append(INode node, StringBuilder text)
    {
        if (node is IText words)
            text.Append(words.Data.ReplaceLineEndings(" "));
        else if (Blocks.Contains(node.NodeName))
            text.Append('\n');
        else if (node is IElement { NodeName: "TD" or "TH", PreviousElementSibling: not null })
            text.Append('\t');
    }

    static void Close(INode? node, StringBuilder text)
    {
        if (node is not null && Blocks.Contains(node.NodeName))
            text.Append('\n');
    }

    // NUL and lone surrogates, which &#0; and &#xD800; may ask for, the parser has made U+FFFD already.
    static string Tidy(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim(' ', '\r')).Where(line => line.Length > 0));
}

using System.Text;
using System.Xml;
using Extractor.Core.Text;

namespace Extractor.Worker.Feeds;

/// <summary>Reads RSS 2.0, RSS 1.0 (RDF) and Atom, one element after the other: no tree is built and no DTD is read.</summary>
static class FeedReader
{
    const int MostEntries = 5000, Deepest = 100;

    const string Atom = "http://www.w3.org/2005/Atom";

    static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 32 << 20, MaxCharactersFromEntities = 1024,
        IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true,
    };

    /// <param name="charset">As HTTP names it, which comes before what the document says of itself, if it fits.</param>
    /// <exception cref="FeedException">It is no feed, or one that is built to do harm.</exception>
    public static IReadOnlyList<FeedEntry> Read(ArraySegment<byte> bytes, string? charset, string place)
    {
        try
        {
            using var input = Open(bytes, charset);
            using var reader = XmlReader.Create(input, Settings);
            return new EntryCollector(reader, place).Collect();
        }
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw new FeedException($"{place} holds a document type declaration, which is not read");
        }
        catch (XmlException e)
        {
            throw new FeedException($"{place} is no feed: no XML in line {e.LineNumber}");
        }
        catch (CharsetException e)
        {
            throw new FeedException($"{place} is no feed: {e.Message}");
        }
    }

    // The declaration in the document is not looked at by a reader of text, so it is honoured here.
    static StringReader Open(ArraySegment<byte> bytes, string? charset)
    {
        foreach (var name in (string?[])[charset, Declared(bytes)])
            if (name is not null)
                try
                {
                    return new(SourceText.Decode(bytes, name).TrimStart());
                }
                catch (Exception e) when (e is CharsetException or NotSupportedException)
                {
                    // Servers say charset=iso-8859-1 of anything; the next guess may fit.
                }
        return new(SourceText.Decode(bytes).TrimStart());
    }

    static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 200)]);
        var at = head.IndexOf("encoding=", StringComparison.Ordinal) + "encoding=".Length;
        if (at < "encoding=".Length || at >= head.Length || head[at] is not ('"' or '\''))
            return null;
        var end = head.IndexOf(head[at], at + 1);
        return end < 0 ? null : head[(at + 1)..end].ToUpperInvariant() is "GB2312" or "GBK" ? "gb18030" : head[(at + 1)..end];
    }

    /// <summary>Walks the document once; what an entry says is collected until it ends.</summary>
    sealed class EntryCollector(XmlReader reader, string place)
    {
        readonly List<FeedEntry> _entries = [];

        public List<FeedEntry> Collect()
        {
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName is not ("rss" or "RDF" or "feed"))
                throw new FeedException($"{place} is no feed: it begins with <{Shown(reader.LocalName)}>, not with rss, RDF or feed");
            while (ReadOn())
            {
                if (reader.NodeType != XmlNodeType.Element || reader.LocalName is not ("item" or "entry"))
                    continue;
                if (_entries.Count == MostEntries)
                    throw new FeedException($"{place} has more than {MostEntries} entries");
                _entries.Add(ReadEntry());
            }
            return _entries;
        }

        bool ReadOn() => reader.Depth <= Deepest
            ? reader.Read()
            : throw new FeedException($"{place} is nested more than {Deepest} deep");

        static string Shown(string name) => name.Length <= 40 ? name : name[..40] + "…";

        FeedEntry ReadEntry()
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            void Put(string field, string? value)
            {
                if (!string.IsNullOrWhiteSpace(value))
                    fields.TryAdd(field, value.Trim());
            }
            Put("about", reader.GetAttribute("about", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"));
            var depth = reader.Depth;
            var isEmpty = reader.IsEmptyElement;
            while (!isEmpty && ReadOn() && reader.Depth > depth)
            {
                // Deeper ones speak of something else, such as the feed that an entry was taken from.
                if (reader.NodeType != XmlNodeType.Element || reader.Depth != depth + 1)
                    continue;
                var field = Field();
                if (field == "link" && reader.NamespaceURI == Atom)
                {
                    if (reader.GetAttribute("rel") is null or "alternate")
                        Put("link", reader.GetAttribute("href"));
                }
                else if (field is not null)
                    Put(field, ReadText());
            }
            string? Get(params ReadOnlySpan<string> names)
            {
                foreach (var name in names)
                    if (fields.TryGetValue(name, out var value))
                        return value;
                return null;
            }
            return new(Get("title"), Get("link"), Get("guid", "id", "about"), Get("encoded", "content", "description", "summary"),
                Get("pubDate", "published", "date", "updated"));
        }

        // Namespaces tell media:title and its like, which speak of pictures, from an entry's own.
        string? Field() => (reader.NamespaceURI, reader.LocalName) switch
        {
            ("" or Atom or "http://purl.org/rss/1.0/" or "http://backend.userland.com/rss2",
                "title" or "link" or "guid" or "id" or "description" or "summary" or "content" or "pubDate" or "published" or "updated") => reader.LocalName,
            ("http://purl.org/rss/1.0/modules/content/", "encoded") => "encoded",
            ("http://purl.org/dc/elements/1.1/" or "http://purl.org/dc/terms/", "date") => "date",
            _ => null,
        };

        /// <summary>The element's text; tags within it (Atom's xhtml) are kept as breaks between words.</summary>
        string ReadText()
        {
            if (reader.IsEmptyElement)
                return "";
            // A title of type text says «a &lt; b» and means it; one of type html means a tag.
            var isPlain = reader.NamespaceURI == Atom && reader.GetAttribute("type") is null or "text" or "xhtml";
            var isMarked = reader.LocalName is "title" or "description" or "encoded" or "summary" or "content";
            var text = new StringBuilder();
            var depth = reader.Depth;
            while (ReadOn() && reader.Depth > depth)
            {
                if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                    text.Append(isPlain && isMarked ? System.Net.WebUtility.HtmlEncode(reader.Value) : reader.Value);
                else if (reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement && reader.LocalName is "p" or "div" or "br" or "li" or "tr" or "h1" or "h2" or "h3" or "td" or "th")
                    text.Append("<br>");
            }
            return text.ToString();
        }
    }
}

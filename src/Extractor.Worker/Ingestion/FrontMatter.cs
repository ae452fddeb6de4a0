using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Extractor.Worker.Ingestion;

/// <summary>YAML between two lines of <c>---</c> at the head of a Markdown page. It stays in the text.</summary>
static class FrontMatter
{
    const int Longest = 16 << 10, Deepest = 32;

    /// <exception cref="InputException">It is no YAML, or a fact in it is wrong.</exception>
    public static StatedFacts Read(string text, string place)
    {
        if (Find(text) is not { } yaml)
            return StatedFacts.None;
        var fields = new Dictionary<string, (string Value, long Line)>(StringComparer.OrdinalIgnoreCase);
        try
        {
            ReadFields(yaml, fields);
        }
        catch (YamlException e)
        {
            throw new InputException(InputFault.Facts, string.Create(
                CultureInfo.InvariantCulture, $"{place}({e.Start.Line + 1}): the front matter is no YAML; mend it, or put an empty line before its ---"));
        }
        return StatedFacts.Read(field =>
        {
            foreach (var name in FactFields.Names(field))
                if (fields.TryGetValue(name, out var found))
                    return (found.Value, string.Create(CultureInfo.InvariantCulture, $"{place}({found.Line})"));
            return (null, place);
        });
    }

    static string? Find(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, Longest));
        if (!head.StartsWith("---\n") && !head.StartsWith("---\r\n"))
            return null;
        var from = head.IndexOf('\n') + 1;
        for (var at = from; at < head.Length;)
        {
            var rest = head[at..];
            var end = rest.IndexOf('\n') is >= 0 and var found ? found : rest.Length;
            if (rest[..end].TrimEnd() is "---" or "...")
                return head[from..at].ToString();
            at += end + 1;
        }
        return null;
    }

    // Events, not objects: only the scalars of the top level count, and an alias is never followed.
    static void ReadFields(string yaml, Dictionary<string, (string, long)> fields)
    {
        var parser = new Parser(new StringReader(yaml));
        var depth = 0;
        string? key = null;
        var isMapping = false;
        while (parser.MoveNext())
            switch (parser.Current)
            {
                case MappingStart or SequenceStart:
                    isMapping |= depth == 0 && parser.Current is MappingStart;
                    // A scanner's time grows with the square of the depth; no one's facts lie that deep.
                    if (++depth > Deepest)
                        throw new YamlException(parser.Current.Start, parser.Current.End, "too deep");
                    break;
                case MappingEnd or SequenceEnd:
                    depth--;
                    key = depth == 1 ? null : key;
                    break;
                case Scalar scalar when depth == 1 && isMapping:
                    if (key is null)
                        key = scalar.Value;
                    else
                    {
                        // The line of the page: the first is the opening ---.
                        fields.TryAdd(key, (scalar.Value, scalar.Start.Line + 1));
                        key = null;
                    }
                    break;
                case AnchorAlias when depth == 1:
                    key = key is null ? "" : null;
                    break;
            }
    }
}

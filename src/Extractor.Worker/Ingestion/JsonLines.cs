using System.Globalization;
using System.Text;
using System.Text.Json;
using Extractor.Core.Text;

namespace Extractor.Worker.Ingestion;

/// <summary>A line of JSON Lines: a document, or why the line is none.</summary>
readonly record struct JsonLine(int Number, string Place, Page? Page, InputException? Failure);

/// <summary>Documents one a line: <c>{"document","uri","text","publication","region","published"}</c>, of which only the text must be there.</summary>
static class JsonLines
{
    const string Remedy = """; a line is {"document": "a", "text": "…", "publication": "西藏日报", "region": "西藏自治区", "published": "2023-12-31"}""";

    public static IEnumerable<JsonLine> Read(Stream stream, int maxSize, string path)
    {
        var number = 0;
        foreach (var line in new BoundedLines(stream, maxSize, path).Read())
        {
            number++;
            var place = string.Create(CultureInfo.InvariantCulture, $"{path}({number})");
            if (line is not { } bytes)
                yield return new(number, place, null, BoundedBytes.TooLarge(place, maxSize));
            else if (!WithoutBom(bytes, number).AsSpan().Trim(" \t\r"u8).IsEmpty)
                yield return Read(WithoutBom(bytes, number), number, place);
        }
    }

    static ArraySegment<byte> WithoutBom(ArraySegment<byte> line, int number) =>
        number == 1 && line.AsSpan().StartsWith("\uFEFF"u8) ? line[3..] : line;

    static JsonLine Read(ArraySegment<byte> line, int number, string place)
    {
        try
        {
            using var json = JsonDocument.Parse(line.AsMemory());
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return Refused("no JSON object");
            return new(number, place, ToPage(json.RootElement, place), null);
        }
        catch (JsonException e)
        {
            return Refused(string.Create(CultureInfo.InvariantCulture, $"no JSON from byte {e.BytePositionInLine ?? 0} on"));
        }
        catch (InputException e)
        {
            return new(number, place, null, e);
        }

        JsonLine Refused(string reason) => new(number, place, null, new(InputFault.Line, $"{place}: {reason}{Remedy}"));
    }

    static Page ToPage(JsonElement json, string place)
    {
        var name = FactFields.Find(json, "document", place) ?? FactFields.Find(json, "name", place);
        var facts = StatedFacts.Read(field => (field == "name" ? name : FactFields.Find(json, field, place), place));
        var uri = FactFields.Find(json, "uri", place);
        if (uri?.Length > 2000)
            throw new InputException(InputFault.Line, $"{place}: “uri” is longer than 2000 characters");
        var text = FactFields.Find(json, "text", place)
            ?? throw new InputException(InputFault.Line, $"{place}: no “text”{Remedy}");
        // The same cleaning as for a file: one leading BOM goes, NUL becomes U+FFFD.
        return new(Clean(text), facts, uri is null ? null : Clean(uri));
    }

    static string Clean(string text) => SourceText.Decode(Encoding.UTF8.GetBytes(text), "utf-8");
}

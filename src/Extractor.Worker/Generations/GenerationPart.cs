using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Extractor.Core.Checks;
using Extractor.Core.Claims;
using Extractor.Storage.Claims;
using Extractor.Storage.Documents;

namespace Extractor.Worker.Generations;

/// <summary>
/// The lines of a part: what one process has read, without a database. The first says by which ruleset, the last how many
/// documents there are; each between them is a document with its text and all that was read out of it.
/// </summary>
public static class GenerationPart
{
    /// <summary>Raised when what a line must hold changes.</summary>
    public const int Version = 1;

    // Keeps Chinese readable; the file is never part of a page.
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] First(string ruleset) => Line(json =>
    {
        json.WriteNumber("generation", Version);
        json.WriteString("ruleset", ruleset);
    });

    public static byte[] Last(long documents) => Line(json => json.WriteNumber("documents", documents));

    public static byte[] Line(Document document, string ruleset, Extraction extraction) => Line(json =>
    {
        json.WriteString("source", document.Source);
        json.WriteString("uri", document.Uri);
        json.WriteString("document", document.Facts.Document);
        json.WriteString("publication", document.Facts.Publication);
        json.WriteString("region", document.Facts.Region);
        json.WriteString("published", document.Facts.Published?.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("text", document.Text);
        json.WriteStartArray("articles");
        foreach (var article in extraction.Articles)
        {
            json.WriteStartObject();
            ClaimJson.WriteSpan(json, "span", article.Span);
            ClaimJson.WriteSpan(json, "headline", article.Headline);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("claims");
        foreach (var claim in extraction.Claims)
            ClaimJson.Write(json, document.Facts.Document, ruleset, claim);
        json.WriteEndArray();
        json.WriteStartArray("checks");
        foreach (var check in extraction.Checks)
            WriteCheck(json, check);
        json.WriteEndArray();
        json.WriteString("version", Convert.ToHexStringLower(document.Version));
        json.WriteString("digest", Convert.ToHexStringLower(new Findings(document.Id, document.Version, extraction).Digest));
    });

    static void WriteCheck(Utf8JsonWriter json, Check check)
    {
        json.WriteStartObject();
        json.WriteString("kind", check.Kind.Code());
        json.WriteStartArray("claims");
        foreach (var claim in check.Claims)
            json.WriteNumberValue(claim);
        json.WriteEndArray();
        json.WriteString("expected", check.Expected);
        json.WriteString("found", check.Found);
        json.WriteString("tolerance", check.Tolerance);
        json.WriteString("unit", check.Unit);
        json.WriteString("outcome", check.Outcome.Code());
        json.WriteString("explanation", check.Explanation);
        json.WriteEndObject();
    }

    static byte[] Line(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
        return buffer.ToArray();
    }
}

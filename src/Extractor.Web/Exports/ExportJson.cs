using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Extractor.Web.Exports;

/// <summary>JSON of the exports: Han readable, no character that markup could be made of.</summary>
static class ExportJson
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = true };

    /// <summary>A whole value, or a part of one whose brackets stand elsewhere.</summary>
    public static void Write(IBufferWriter<byte> buffer, Action<Utf8JsonWriter> write)
    {
        using var json = new Utf8JsonWriter(buffer, Options);
        write(json);
    }

    /// <summary>What an export says of itself, as members of the object that is open.</summary>
    public static void WriteEdition(Utf8JsonWriter json, Edition edition, Ending? ending)
    {
        json.WriteStartObject("query");
        foreach (var (name, value) in edition.Query)
            json.WriteString(name, value);
        json.WriteEndObject();
        if (edition.Run is { } run)
            json.WriteNumber("run", run);
        else
            json.WriteNull("run");
        json.WriteString("ruleset", edition.Ruleset);
        if (ending is null)
            return;
        json.WriteBoolean("complete", ending.IsComplete);
        json.WriteNumber("claims", ending.Claims);
        if (ending.Error is not null)
            json.WriteString("error", ending.Error);
    }
}

using System.Buffers;
using System.Text.Json;
using Extractor.Storage.Claims;

namespace Extractor.Web.Exports;

/// <summary>A W3C Web Annotation for each claim, in one page of annotations: where the quote stands, by position and by its words.</summary>
sealed class AnnotationExport : IExportWriter
{
    const int Around = 32;

    bool _isFirst = true;

    public void Begin(IBufferWriter<byte> buffer, Edition edition) =>
        buffer.Write("{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"AnnotationPage\",\"startIndex\":0,\"items\":["u8);

    public void Write(IBufferWriter<byte> buffer, StoredClaim claim)
    {
        buffer.Write(_isFirst ? "\n"u8 : ",\n"u8);
        _isFirst = false;
        ExportJson.Write(buffer, json =>
        {
            json.WriteStartObject();
            json.WriteString("id", ExportName.Claim(claim));
            json.WriteString("type", "Annotation");
            json.WriteString("motivation", "describing");
            json.WriteStartObject("generator");
            json.WriteString("type", "Software");
            json.WriteString("name", $"Extractor, ruleset {claim.Ruleset}");
            json.WriteEndObject();
            json.WriteStartObject("body");
            json.WriteString("type", "TextualBody");
            json.WriteString("format", "text/plain");
            json.WriteString("language", "zh");
            json.WriteString("value", Words(claim));
            json.WriteEndObject();
            WriteTarget(json, claim);
            json.WriteEndObject();
        });
    }

    public void End(IBufferWriter<byte> buffer, Edition edition, Ending ending)
    {
        buffer.Write("\n],"u8);
        var members = new ArrayBufferWriter<byte>();
        ExportJson.Write(members, json =>
        {
            json.WriteStartObject();
            json.WriteString("generated", edition.Created);
            ExportJson.WriteEdition(json, edition, ending);
            json.WriteEndObject();
        });
        // The object's own bracket opened the export.
        buffer.Write(members.WrittenSpan[1..]);
        buffer.Write("\n"u8);
    }

    static void WriteTarget(Utf8JsonWriter json, StoredClaim claim)
    {
        var (before, after) = ExportName.Around(claim, Around);
        json.WriteStartObject("target");
        json.WriteString("source", ExportName.Document(claim));
        json.WriteStartArray("selector");
        json.WriteStartObject();
        json.WriteString("type", "TextPositionSelector");
        json.WriteNumber("start", claim.SpanStart);
        json.WriteNumber("end", claim.SpanEnd);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "TextQuoteSelector");
        json.WriteString("exact", claim.Quote);
        json.WriteString("prefix", before);
        json.WriteString("suffix", after);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>西藏自治区 · 快递业务量 · 2021-01-01/2021-12-31 = 14851700 {件}.</summary>
    static string Words(StoredClaim claim)
    {
        var subject = string.Join(" · ", ((string?[])[claim.Scope, claim.Indicator, ExportName.Period(claim)]).Where(part => part is not null));
        return $"{subject} = {claim.ValueText ?? $"{claim.LowText}—{claim.HighText}"} {claim.Unit} ({claim.Measure}, {claim.Qualifier}, {claim.Status})";
    }
}

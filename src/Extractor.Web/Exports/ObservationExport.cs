using System.Buffers;
using System.Text.Json;
using Extractor.Storage.Claims;

namespace Extractor.Web.Exports;

/// <summary>A schema.org Observation for each claim, in one graph.</summary>
sealed class ObservationExport : IExportWriter
{
    bool _isFirst = true;

    public void Begin(IBufferWriter<byte> buffer, Edition edition) => buffer.Write("{\"@context\":\"https://schema.org\",\"@graph\":["u8);

    public void Write(IBufferWriter<byte> buffer, StoredClaim claim)
    {
        buffer.Write(_isFirst ? "\n"u8 : ",\n"u8);
        _isFirst = false;
        ExportJson.Write(buffer, json =>
        {
            json.WriteStartObject();
            json.WriteString("@type", "Observation");
            json.WriteString("@id", ExportName.Claim(claim));
            if (claim.Scope is not null)
                WriteThing(json, "observationAbout", claim.ScopeCode is null ? "Thing" : "AdministrativeArea", claim.Scope, claim.ScopeCode);
            if (claim.Indicator is not null)
                WriteThing(json, "variableMeasured", "StatisticalVariable", claim.Indicator, claim.IndicatorId);
            if (ExportName.Period(claim) is { } period)
            {
                json.WriteString("observationDate", claim.PeriodEnd!.Value.ToString("O"));
                json.WriteString("observationPeriod", period);
            }
            if (claim.ValueText is not null)
                json.WriteString("value", claim.ValueText);
            else
            {
                json.WriteString("minValue", claim.LowText);
                json.WriteString("maxValue", claim.HighText);
            }
            json.WriteString("unitCode", claim.Unit);
            json.WriteString("unitText", claim.UnitPrinted);
            json.WriteString("measurementQualifier", string.Join(' ', ((string?[])[claim.Measure, claim.Direction, claim.Basis, claim.Qualifier, claim.Status]).Where(word => word is not null)));
            WriteArticle(json, claim);
            json.WriteEndObject();
        });
    }

    public void End(IBufferWriter<byte> buffer, Edition edition, Ending ending)
    {
        buffer.Write(_isFirst ? "\n"u8 : ",\n"u8);
        ExportJson.Write(buffer, json =>
        {
            json.WriteStartObject();
            json.WriteString("@type", "Dataset");
            json.WriteString("name", "Numeric claims of newspaper pages");
            json.WriteString("dateCreated", edition.Created);
            json.WriteString("creativeWorkStatus", ending.IsComplete ? "complete" : "incomplete");
            ExportJson.WriteEdition(json, edition, ending);
            json.WriteEndObject();
        });
        buffer.Write("\n]}\n"u8);
    }

    static void WriteThing(Utf8JsonWriter json, string name, string type, string called, string? identifier)
    {
        json.WriteStartObject(name);
        json.WriteString("@type", type);
        json.WriteString("name", called);
        if (identifier is not null)
            json.WriteString("identifier", identifier);
        json.WriteEndObject();
    }

    static void WriteArticle(Utf8JsonWriter json, StoredClaim claim)
    {
        json.WriteStartObject("subjectOf");
        json.WriteString("@type", "NewsArticle");
        json.WriteString("@id", ExportName.Document(claim));
        json.WriteString("name", claim.Document);
        if (claim.Publication is not null)
            WriteThing(json, "publisher", "Organization", claim.Publication, null);
        if (claim.Published is { } published)
            json.WriteString("datePublished", published.ToString("O"));
        json.WriteString("text", claim.Sentence);
        json.WriteEndObject();
    }
}

using System.Text.Json;

namespace Extractor.Web.Exports;

/// <summary>The Frictionless description of the CSV.</summary>
static class DataPackage
{
    /// <param name="path">Where the CSV is: a name beside the description, or an address.</param>
    /// <param name="ending">Null where the CSV is not written yet.</param>
    public static void Write(Utf8JsonWriter json, string path, Edition edition, Ending? ending)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
        json.WriteString("name", "extractor-claims");
        json.WriteString("title", "Numeric claims of newspaper pages");
        json.WriteString("created", edition.Created);
        ExportJson.WriteEdition(json, edition, ending);
        json.WriteStartArray("resources");
        json.WriteStartObject();
        json.WriteString("name", "claims");
        json.WriteString("type", "table");
        json.WriteString("path", path);
        json.WriteString("format", "csv");
        json.WriteString("mediatype", "text/csv");
        json.WriteString("encoding", "utf-8");
        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        foreach (var column in CsvColumn.All)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("type", column.Type);
            json.WriteString("description", column.Description);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("missingValues");
        json.WriteStringValue("");
        json.WriteEndArray();
        json.WriteStartArray("primaryKey");
        json.WriteStringValue("document_id");
        json.WriteStringValue("id");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

using System.Text.Json;

namespace Extractor.Worker.Ingestion;

/// <summary>The names under which the facts stand in files that are not this project's own.</summary>
static class FactFields
{
    /// <summary>Other names of a field, in their order. A title is no name: it stands in the text already.</summary>
    public static ReadOnlySpan<string> Names(string field) => field switch
    {
        "publication" => ["publication", "source"],
        "published" => ["published", "date"],
        _ => new[] { field },
    };

    /// <summary>A field of a JSON object.</summary>
    /// <exception cref="InputException">It is no string.</exception>
    public static string? Find(JsonElement json, string field, string place)
    {
        if (!json.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new InputException(InputFault.Facts, $"{place}: “{field}” is no text; write it as a JSON string of whole characters");
        }
    }
}

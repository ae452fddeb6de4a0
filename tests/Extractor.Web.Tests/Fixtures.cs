using System.Text.Json;
using Extractor.Core.Text;
using Extractor.Storage.Documents;

namespace Extractor.Web.Tests;

/// <summary>The pages that come with the program, with their facts.</summary>
static class Fixtures
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "fixtures");

    public static Document[] Read(params string[] names)
    {
        var facts = File.ReadLines(Path.Combine(Folder, "documents.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(row => row.GetProperty("document").GetString()!);
        return [.. names.Select(name => new Document(
            "fixtures", name, SourceText.Decode(File.ReadAllBytes(Path.Combine(Folder, "pages", name))),
            new(name, Text(facts[name], "publication"), Text(facts[name], "region"), DateOnly.TryParse(Text(facts[name], "published"), out var day) ? day : null)))];
    }

    static string? Text(JsonElement row, string field) => row.TryGetProperty(field, out var value) ? value.GetString() : null;
}

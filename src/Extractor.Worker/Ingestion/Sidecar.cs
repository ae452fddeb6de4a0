using System.Text.Json;

namespace Extractor.Worker.Ingestion;

/// <summary>A file of facts beside a page: <c>page.txt.json</c> or <c>page.json</c> for <c>page.txt</c>.</summary>
static class Sidecar
{
    const int Largest = 1 << 20;

    static readonly string[] Fields = ["name", "publication", "region", "published"];

    /// <summary>The file that would hold a page's facts; null where there is none.</summary>
    public static string? Find(InputFile page)
    {
        if (page.IsStandardInput)
            return null;
        var own = page.Path + ".json";
        if (IsPlain(own))
            return own;
        var shared = Path.ChangeExtension(page.Path, ".json");
        return page.Format != TextFormat.JsonLines && IsPlain(shared) ? shared : null;
    }

    static bool IsPlain(string path) => File.Exists(path) && FileKind.IsRegular(path);

    /// <exception cref="InputException">A fact in it is wrong, or it is no JSON where its name says that it is this page's.</exception>
    public static StatedFacts Read(InputFile page)
    {
        if (Find(page) is not { } path)
            return StatedFacts.None;
        var isOwn = path == page.Path + ".json";
        try
        {
            using var json = JsonDocument.Parse(new InputFile(path, path, path).Use(stream => BoundedBytes.Read(stream, Largest, path)).AsMemory());
            if (json.RootElement.ValueKind == JsonValueKind.Object && Fields.Any(field => json.RootElement.TryGetProperty(field, out _)))
                return StatedFacts.Read(field => (FactFields.Find(json.RootElement, field, path), path));
        }
        catch (Exception e) when (e is JsonException or InputException { Fault: InputFault.TooLarge })
        {
            // Told below, where the file can be meant for nothing else.
        }
        return isOwn
            ? throw new InputException(
                InputFault.Facts, $$"""{{path}}: not facts such as {"publication": "西藏日报", "region": "西藏自治区", "published": "2023-12-31"}; mend it or take it away""")
            : StatedFacts.None;
    }
}

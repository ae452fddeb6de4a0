using System.Globalization;
using System.Text.Json;
using Extractor.Core.Claims;
using Extractor.Core.Documents;
using Extractor.Core.Text;

namespace Extractor.Core.Tests.Fixtures;

/// <summary>A page of <c>fixtures/</c> with what its publisher knows of it.</summary>
sealed record Fixture(string Text, DocumentFacts Facts)
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "fixtures");

    public static IReadOnlyList<Fixture> All { get; } =
    [
        .. Rows("documents.jsonl").Select(row => new Fixture(
            SourceText.Decode(File.ReadAllBytes(Path.Combine(Folder, "pages", row.GetProperty("document").GetString()!))),
            new(
                row.GetProperty("document").GetString()!,
                row.GetProperty("publication").GetString(),
                row.GetProperty("region").GetString(),
                DateOnly.Parse(row.GetProperty("published").GetString()!, CultureInfo.InvariantCulture)))),
    ];

    public static TheoryData<string> Names => [.. All.Select(fixture => fixture.Facts.Document)];

    public static Fixture Named(string document) => All.Single(fixture => fixture.Facts.Document == document);

    public static IEnumerable<JsonElement> Rows(string file) =>
        File.ReadLines(Path.Combine(Folder, file)).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement);

    public Extraction Extract() => ClaimExtractor.Default.Extract(Text, Facts);
}

using System.Globalization;
using System.Text.Json;
using Extractor.Core.Documents;

namespace Extractor.Worker.Ingestion;

/// <summary>What publishers know of documents: one object a line, <c>{"document","publication","region","published"}</c>.</summary>
public sealed class FactsFile
{
    readonly Dictionary<string, DocumentFacts> _rows = new(StringComparer.Ordinal);

    public DocumentFacts this[string document] => _rows.GetValueOrDefault(document) ?? new(document);

    /// <exception cref="InputException">The file is missing, or a row of it is wrong.</exception>
    public static FactsFile Read(string? path)
    {
        var facts = new FactsFile();
        if (path is null)
            return facts;
        try
        {
            var number = 0;
            foreach (var line in File.ReadLines(path))
            {
                number++;
                if (line.AsSpan().Trim().IsEmpty)
                    continue;
                var place = string.Create(CultureInfo.InvariantCulture, $"{path}({number})");
                var row = Row(line, place);
                if (!facts._rows.TryAdd(row.Document, row))
                    throw new InputException(InputFault.Facts, $"{place}: document “{row.Document}” has a row already");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(InputFault.Missing, $"{path}: {(e is FileNotFoundException or DirectoryNotFoundException ? "no such file" : e.Message)} (facts of documents)");
        }
        return facts;
    }

    static DocumentFacts Row(string line, string place)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            string? Text(string name) =>
                !json.RootElement.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
                : StatedFacts.IsClean(value.GetString()!) ? value.GetString()
                : throw new InputException(InputFault.Facts, $"{place}: “{name}” holds a control character; take it out");
            var document = Text("document") ?? throw new InputException(InputFault.Facts, $"{place}: no “document”");
            var published = Text("published");
            if (published is null)
                return new(document, Text("publication"), Text("region"));
            return DateOnly.TryParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? new(document, Text("publication"), Text("region"), day)
                : throw new InputException(InputFault.Facts, $"{place}: “published” is “{published}”, not a date such as 2023-12-31");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InputException(
                InputFault.Facts, $$"""{{place}}: not a row such as {"document": "a.txt", "publication": "西藏日报", "region": "西藏自治区", "published": "2023-12-31"}""");
        }
    }
}

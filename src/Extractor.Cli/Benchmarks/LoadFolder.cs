using System.Text;
using System.Text.Json;

namespace Extractor.Cli.Benchmarks;

/// <summary>Made pages as files: <c>pages</c>, and their facts in <c>documents.jsonl</c>.</summary>
static class LoadFolder
{
    public static (int Documents, long Characters) Write(string folder, IEnumerable<LoadDocument> corpus)
    {
        var pages = Directory.CreateDirectory(Pages(folder)).FullName;
        using var facts = new StreamWriter(Facts(folder), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var (documents, characters) = (0, 0L);
        foreach (var (text, known) in corpus)
        {
            File.WriteAllText(Path.Combine(pages, known.Document), text);
            facts.WriteLine(JsonSerializer.Serialize(new { document = known.Document, publication = known.Publication, region = known.Region, published = known.Published }));
            (documents, characters) = (documents + 1, characters + text.Length);
        }
        return (documents, characters);
    }

    public static string Pages(string folder) => Path.Combine(folder, "pages");

    public static string Facts(string folder) => Path.Combine(folder, "documents.jsonl");
}

using System.Reflection;

namespace Extractor.Web.Pages.Words;

/// <summary>A tab-separated table that comes with the program; <c>#</c> starts a comment.</summary>
static class WordFile
{
    /// <exception cref="InvalidDataException">A row has another number of columns, or an empty one.</exception>
    public static IEnumerable<string[]> Read(string name, int columns)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"words/{name}")!;
        using var reader = new StreamReader(stream);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var cells = line.Split('\t');
            if (cells.Length != columns || cells.Any(string.IsNullOrWhiteSpace))
                throw new InvalidDataException($"{name}({number}): expected {columns} columns, all filled");
            yield return cells;
        }
    }
}

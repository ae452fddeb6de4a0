using Extractor.Core.Text;

namespace Extractor.Core.Tests;

/// <summary>The rows of an embedded lexicon as theory data, so that each word is a test of its own.</summary>
static class Lexicon
{
    /// <summary>Each word with what stands before it in its row, joined by spaces: «moves up», 大增.</summary>
    /// <param name="except">Words that need company of their own.</param>
    public static TheoryData<string, string> Words(string name, string? kind = null, params string[] except)
    {
        var data = new TheoryData<string, string>();
        foreach (var (key, word) in Rows(name))
            if ((kind is null || key == kind) && !except.Contains(word))
                data.Add(key, word);
        return data;
    }

    public static IEnumerable<(string Key, string Word)> Rows(string name)
    {
        foreach (var line in LexiconFile.Embedded(name).Lines.Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var cells = line.Split('\t');
            foreach (var word in cells[^1].Split('|'))
                yield return (string.Join(' ', cells[..^1]), word);
        }
    }
}

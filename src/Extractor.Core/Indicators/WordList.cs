using Extractor.Core.Text;

namespace Extractor.Core.Indicators;

/// <summary>A lexicon that is only a set of words.</summary>
static class WordList
{
    public static WordTable<bool> Read(string name) =>
        new(LexiconFile.Embedded(name).Rows(columns: 1).SelectMany(row => row.Surfaces(0)).Distinct().Select(word => KeyValuePair.Create(word, true)));
}

using Extractor.Core.Text;

namespace Extractor.Core.Articles;

/// <summary>Words by which the first lines of a text tell that they report something (记者获悉, 今天, 印发).</summary>
static class NewsWords
{
    static readonly WordTable<bool> Words =
        new(LexiconFile.Embedded("Articles.news-words.tsv").Rows(columns: 1).SelectMany(row => row.Surfaces(0)).Select(word => KeyValuePair.Create(word, true)));

    public static bool IsIn(ReadOnlySpan<char> text) => Words.IsIn(text);
}

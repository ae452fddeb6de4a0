using Extractor.Core.Text;

namespace Extractor.Core.Checks;

/// <summary>Growth at constant prices, which the amounts of the year do not give. The words live in <c>real-terms.tsv</c>.</summary>
static class RealTerms
{
    static readonly string[] Indicators, Sentences;

    static RealTerms()
    {
        var file = LexiconFile.Embedded("Checks.real-terms.tsv");
        var rows = file.Rows(columns: 2).ToList();
        foreach (var row in rows)
            if (row[0] is not ("indicator" or "sentence"))
                throw file.Error(row, $"“{row[0]}” is no place.");
        Indicators = [.. rows.Where(row => row[0] == "indicator").SelectMany(row => row.Surfaces(1))];
        Sentences = [.. rows.Where(row => row[0] == "sentence").SelectMany(row => row.Surfaces(1))];
    }

    public static bool MayName(string? indicator) => Contains(indicator, Indicators);

    public static bool AreSaid(ReadOnlySpan<char> sentence) => Contains(sentence, Sentences);

    static bool Contains(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.Ordinal))
                return true;
        return false;
    }
}

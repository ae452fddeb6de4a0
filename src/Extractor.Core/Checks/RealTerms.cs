using Extractor.Core.Text;

namespace Extractor.Core.Checks;

/// <summary>Growth at constant prices, which the amounts of the year do not give. The words live in <c>real-terms.tsv</c>.</summary>
static class RealTerms
{
    static readonly WordList Indicators = WordList.Embedded("Checks.real-terms.tsv", "indicator", "sentence"), Sentences = WordList.Embedded("Checks.real-terms.tsv", "sentence", "indicator");

    public static bool MayName(string? indicator) => Indicators.IsIn(indicator);

    public static bool AreSaid(ReadOnlySpan<char> sentence) => Sentences.IsIn(sentence);
}

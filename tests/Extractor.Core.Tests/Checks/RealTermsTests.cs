using Extractor.Core.Checks;

namespace Extractor.Core.Tests.Checks;

public sealed class RealTermsTests
{
    public static TheoryData<string, string> Words => Lexicon.Words("Checks.real-terms.tsv");

    [Theory, MemberData(nameof(Words))]
    public void Every_word_makes_growth_one_at_constant_prices(string place, string word) =>
        Assert.True(place == "indicator" ? RealTerms.MayName("全区" + word) : RealTerms.AreSaid($"按{word}计"));
}

using Extractor.Core.Documents;

namespace Extractor.Core.Tests.Claims;

/// <summary>Every word of the lexicons of claims, in a sentence in which it does its work.</summary>
public sealed class ClaimLexiconTests
{
    public static TheoryData<string, string> Causes => Lexicon.Words("Claims.causes.tsv");

    [Theory, MemberData(nameof(Causes))]
    public void A_clause_that_says_why_gives_no_indicator(string key, string word)
    {
        Assert.Empty(key);
        Assert.Equal("粮食产量", CompactClaim.Read($"2022年，全区粮食产量同比上升2.1%。受雪域气候{word}，增长5.2%。", new DocumentFacts("page", Region: "西藏自治区"))[^1].Indicator);
        Assert.Equal("粮食产量", CompactClaim.Read($"2022年，全区粮食产量同比上升2.1%。在雪域气候{word}下，增长5.2%。", new DocumentFacts("page", Region: "西藏自治区"))[^1].Indicator);
    }
}

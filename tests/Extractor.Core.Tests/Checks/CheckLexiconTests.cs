namespace Extractor.Core.Tests.Checks;

/// <summary>Every word between two figures with which they do not bear on each other.</summary>
public sealed class CheckLexiconTests
{
    public static TheoryData<string, string> Words => Lexicon.Words("Checks.unrelated.tsv");

    static string Text(string kind, string word) => kind switch
    {
        "growth" => $"2022年，那曲市粮食产量18.4万吨，增加1.6万吨（{word}），增长3.4%。",
        "second" => $"2022年，那曲市粮食产量18.4万吨，{word}增加1.6万吨，增长3.4%。",
        _ => $"2022年，日土县温室从120座增加到260座，增加（{word}）150座。",
    };

    [Theory, MemberData(nameof(Words))]
    public void Behind_every_word_a_figure_bears_on_none_before(string kind, string word)
    {
        Assert.Empty(ClaimExtractor.Default.Extract(Text(kind, word), CompactClaim.Tibet).Checks);
        Assert.Single(ClaimExtractor.Default.Extract(Text(kind, ""), CompactClaim.Tibet).Checks);
    }
}

using Extractor.Core.Documents;

namespace Extractor.Core.Tests.Claims;

public sealed class LongNameTests
{
    const int Longest = 200;

    /// <summary>Pages whose punctuation was lost, and what is left of their figures.</summary>
    public static TheoryData<string, string?, string> Examples => new()
    {
        { new string('甲', 4000) + "达到5亿元。", null, "5亿元" },
        { string.Concat(Enumerable.Repeat("发展", 2000)) + "总量达到5亿元，增长5%。", null, "5亿元 5%" },
        { new string('天', 3000) + "有限公司营业收入达到5亿元。", null, "5亿元" },
        { string.Concat(Enumerable.Repeat("a", 5000)) + "达到5亿元。", null, "5亿元" },
        { "全年营业收入达到5亿元。", new string('州', 5000), "5亿元" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_name_without_end_is_none_and_the_figure_stays(string text, string? region, string figures)
    {
        var claims = ClaimExtractor.Default.Extract(text, new DocumentFacts("a", Region: region)).Claims;
        Assert.Equal(figures, string.Join(' ', claims.Select(claim => claim.Text)));
        Assert.All(claims, claim => Assert.InRange(Math.Max(claim.Indicator?.Length ?? 0, claim.Scope?.Length ?? 0), 0, Longest));
    }
}

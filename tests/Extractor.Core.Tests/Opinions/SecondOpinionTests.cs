using Extractor.Core.Claims;
using Extractor.Core.Documents;
using Extractor.Core.Opinions;
using Extractor.Core.Quantities;

namespace Extractor.Core.Tests.Opinions;

public sealed class SecondOpinionTests
{
    /// <summary>A claim's value (or low…high) and unit at 10 to 20; what is read where; and the opinion.</summary>
    public static TheoryData<string, string, string, string> Examples => new()
    {
        // the same value and unit, also with another span, or among others
        { "430000 CNY", "10-20 430000 CNY", "agrees", "" },
        { "5.0 km", "12-14 5 km", "agrees", "" },
        { "5 km", "8-11 7 a, 12-14 5 km", "agrees", "" },
        { "1/3 1", "10-14 0.333333333333333 1", "agrees", "a fraction computed" },
        // 元 of Hong Kong
        { "5 HKD", "10-14 5 CNY", "agrees", "" },
        { "5 HKD", "10-14 5 CNY 人民币", "disagrees", "" },
        { "5 USD", "10-14 5 CNY", "disagrees", "" },
        // a range, as one or as its two ends
        { "6…8 %", "10-12 6 %, 13-15 8 %", "agrees", "" },
        { "6…8 %", "10-12 6 %", "disagrees", "" },
        // another value or unit
        { "5 km", "10-12 6 km", "disagrees", "" },
        { "5 km", "10-12 5 m", "disagrees", "" },
        { "430000 {件}", "10-12 44 1", "disagrees", "" },
        { "1/3 1", "10-14 0.34 1", "disagrees", "" },
        // nothing there
        { "5 km", "", "silent", "" },
        { "5 km", "0-10 5 km, 20-22 5 km", "silent", "" },
        // the number without its unit, or without the scale of a table's heading
        { "430000 {person}", "10-13 430000 1", "silent", "" },
        { "24536000000 CNY", "10-16 245.36 1", "silent", "" },
        { "6…8 {家}", "10-11 6 1, 12-13 8 1", "silent", "" },
    };

    [Theory, MemberData(nameof(Examples))]
    public void Says_whether_value_and_unit_agree(string claim, string mentions, string opinion, string _)
    {
        var (value, unit) = (claim.Split(' ')[0], claim.Split(' ')[1]);
        var stated = new Claim
        {
            Span = new(10, 20), Text = "", Rules = [], Unit = unit,
            Value = value.Contains('…') ? null : value, Low = value.Contains('…') ? value.Split('…')[0] : null, High = value.Contains('…') ? value.Split('…')[1] : null,
        };

        Assert.Equal(opinion, SecondOpinion.Of(stated, [.. mentions.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Mention)]).Code());
    }

    static QuantityMention Mention(string text)
    {
        var parts = text.Split(' ', '-');
        return new(new(int.Parse(parts[0]), int.Parse(parts[1])), parts.ElementAtOrDefault(4) ?? "", parts[2], null, null, parts[3], Qualifier.Exact);
    }

    [Fact]
    public void The_ruleset_agrees_with_itself_and_nothing_else_of_a_claim_changes()
    {
        const string text = "截至2021年底，贷款余额6034.35亿元，增长6%—8%。";
        var facts = new DocumentFacts("a.txt");
        var extraction = ClaimExtractor.Default.Extract(text, facts);

        var asked = new SecondOpinion(new BuiltInQuantities(facts)).Ask(text, extraction);

        Assert.NotEmpty(asked.Claims);
        Assert.All(asked.Claims, claim => Assert.Equal(Opinion.Agrees, claim.SecondOpinion));
        Assert.Equal(extraction.Claims, asked.Claims.Select(claim => claim with { SecondOpinion = null }));
    }
}

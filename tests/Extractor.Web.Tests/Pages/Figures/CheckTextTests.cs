using System.Text.RegularExpressions;
using Extractor.Storage.Checks;
using Extractor.Web.Pages;
using Extractor.Web.Pages.Figures;
using Microsoft.AspNetCore.Http;

namespace Extractor.Web.Tests.Pages.Figures;

public sealed partial class CheckTextTests
{
    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag { get; }

    public static TheoryData<CheckSummary, string, string> Examples => new()
    {
        {
            new() { Explanation = "260座 − 120座 = 140, stated 150 {座}, more than ±1.5 apart", Expected = "140", Found = "150", Tolerance = "1.5", Unit = "{座}", Outcome = "disagrees" },
            "260座 − 120座 = 140座，文中写 150座，相差超出舍入容许的 ±1.5座",
            "260座 − 120座 = 140 structures, the text says 150 structures: further apart than rounding allows, ±1.5 structures"
        },
        // A quote may be wrapped by its page, and may look like what follows it.
        {
            new() { Explanation = "1\n亿元 × 5% = 1, stated 2 CNY, within ±3 apart = 5000000, stated 5000000 CNY, within ±10000 apart", Expected = "5000000", Found = "5000000", Tolerance = "10000", Unit = "CNY", Outcome = "agrees" },
            "1亿元 × 5% = 1, stated 2 CNY, within ±3 apart = 500万元，文中写 500万元，相差不出舍入容许的 ±1万元",
            "1亿元 × 5% = 1, stated 2 CNY, within ±3 apart = 5 million yuan, the text says 5 million yuan: no further apart than rounding allows, ±10,000 yuan"
        },
        // Another ruleset may put it in other words: the figures are read from their fields.
        {
            new() { Explanation = "a <sum>", Expected = "7", Found = "8", Tolerance = "0", Unit = "{座}", Outcome = "disagrees" },
            "a &lt;sum&gt; = 7座，文中写 8座，相差超出舍入容许的 ±0座",
            "a &lt;sum&gt; = 7 structures, the text says 8 structures: further apart than rounding allows, ±0 structures"
        },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_cross_check_reads_in_the_readers_language(CheckSummary check, string chinese, string english)
    {
        foreach (var (language, expected) in ((string, string)[])[("zh", chinese), ("en", english)])
        {
            var context = new DefaultHttpContext();
            context.Request.QueryString = new($"?lang={language}");
            Assert.Equal(expected, Tag.Replace($"{CheckText.Show(new Visit(context), check)}", ""));
        }
    }
}

using System.Text.RegularExpressions;
using Extractor.Web.Pages;
using Extractor.Web.Pages.Figures;
using Microsoft.AspNetCore.Http;

namespace Extractor.Web.Tests.Pages.Figures;

public sealed partial class CheckTextTests
{
    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag { get; }

    public static TheoryData<string, string, string> Examples => new()
    {
        {
            "260座 − 120座 = 140, stated 150 {座}, more than ±1.5 apart",
            "260座 − 120座 = 140座，文中写 150座，相差超出舍入容许的 ±1.5座",
            "260座 − 120座 = 140 structures, the text says 150 structures: further apart than rounding allows, ±1.5 structures"
        },
        // A quote may be wrapped by its page, and may look like what follows it.
        {
            "1\n亿元 × 5% = 1, stated 2 CNY, within ±3 apart = 5000000, stated 5000000 CNY, within ±10000 apart",
            "1亿元 × 5% = 1, stated 2 CNY, within ±3 apart = 500万元，文中写 500万元，相差不出舍入容许的 ±1万元",
            "1亿元 × 5% = 1, stated 2 CNY, within ±3 apart = 5 million yuan, the text says 5 million yuan: no further apart than rounding allows, ±10,000 yuan"
        },
        { "a later ruleset's <words>", "a later ruleset&#x27;s &lt;words&gt;", "a later ruleset&#x27;s &lt;words&gt;" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_cross_check_reads_in_the_readers_language(string explanation, string chinese, string english)
    {
        foreach (var (language, expected) in ((string, string)[])[("zh", chinese), ("en", english)])
        {
            var context = new DefaultHttpContext();
            context.Request.QueryString = new($"?lang={language}");
            Assert.Equal(expected, Tag.Replace($"{CheckText.Show(new Visit(context), explanation)}", ""));
        }
    }
}

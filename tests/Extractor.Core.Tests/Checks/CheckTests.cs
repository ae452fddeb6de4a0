using Extractor.Core.Checks;
using Extractor.Core.Claims;
using Extractor.Core.Numbers;
using Extractor.Core.Text;

namespace Extractor.Core.Tests.Checks;

public sealed class CheckTests
{
    /// <summary>Texts of a paper of 西藏, and their checks: kind, outcome, the figures they tie.</summary>
    public static TheoryData<string, string> Examples => new()
    {
        // level, growth and change
        { "2022年，那曲市粮食产量18.4万吨，比上年增加0.6万吨，增长3.4%。", "growth agrees 18.4万吨 0.6万吨 3.4%" },
        { "2022年，那曲市粮食产量18.4万吨，比上年增加1.6万吨，增长3.4%。", "growth disagrees 18.4万吨 1.6万吨 3.4%" },
        { "2022年，那曲市粮食产量18.4万吨，同比增长3.4%，增加0.6万吨。", "growth agrees 18.4万吨 3.4% 0.6万吨" },
        { "2022年，那曲市粮食产量18.4万吨，比上年减少0.6万吨，下降3.2%。", "growth agrees 18.4万吨 0.6万吨 3.2%" },
        { "2022年，那曲市粮食产量18.4万吨，比上年减少0.6万吨，下降5.2%。", "growth disagrees 18.4万吨 0.6万吨 5.2%" },
        // on the edge of rounding: 3.35% … 3.45% of 18.35 … 18.45 is 0.595 … 0.615
        { "2022年，那曲市粮食产量18.4万吨，比上年增加0.61万吨，增长3.4%。", "growth agrees 18.4万吨 0.61万吨 3.4%" },
        { "2022年，那曲市粮食产量18.4万吨，比上年增加0.63万吨，增长3.4%。", "growth disagrees 18.4万吨 0.63万吨 3.4%" },
        // hedges widen what fits
        { "2022年，那曲市粮食产量18.4万吨，比上年增加约0.63万吨，增长3.4%。", "growth agrees 18.4万吨 0.63万吨 3.4%" },
        // the growth belongs to the change beside it
        { "9月末，全区各项贷款余额5210亿元，比年初增加302亿元，增长6.2%。", "growth agrees 5210亿元 302亿元 6.2%" },
        // from–to
        { "2022年，日土县温室从120座增加到260座，增加140座。", "from_to agrees 120座 260座 140座" },
        { "2022年，日土县温室从120座增加到260座，增加150座。", "from_to disagrees 120座 260座 150座" },
        { "全区牛奶产量由2015年的30.5万吨增长到57.2万吨，增长87.5%。", "from_to agrees 30.5万吨 57.2万吨 87.5%" },
        { "全区牛奶产量由2015年的30.5万吨增长到57.2万吨，增长97.5%。", "from_to disagrees 30.5万吨 57.2万吨 97.5%" },
        { "义务教育巩固率由95.1%提高到95.6%，提高0.5个百分点。", "from_to agrees 95.1% 95.6% 0.5个百分点" },
        { "义务教育巩固率由95.1%提高到95.6%，提高1.5个百分点。", "from_to disagrees 95.1% 95.6% 1.5个百分点" },
        // parts of a whole that the catalogue knows
        { "2022年，全区进出口总额46.01亿元，其中出口总额43.27亿元，进口总额2.74亿元。", "parts agrees 46.01亿元 43.27亿元 2.74亿元" },
        { "2022年，全区进出口总额46.01亿元，其中出口总额34.27亿元，进口总额2.74亿元。", "parts disagrees 46.01亿元 34.27亿元 2.74亿元" },
        // each part may be rounded
        { "2022年，全区进出口总额46.0亿元，其中出口总额43.3亿元，进口总额2.8亿元。", "parts agrees 46.0亿元 43.3亿元 2.8亿元" },
        // parts by their marks
        { "2022年，全县招收学生500人，其中男生260人，女生240人。", "parts agrees 500人 260人 240人" },
        { "2022年，全县招收学生500人，其中男生260人，女生250人。", "parts disagrees 500人 260人 250人" },
        // shares
        { "2022年，全区三次产业增加值占地区生产总值的比重分别为8.4%、37.7%、53.9%。", "shares agrees 8.4% 37.7% 53.9%" },
        { "2022年，全区三次产业增加值占地区生产总值的比重分别为8.4%、37.7%、55.9%。", "shares disagrees 8.4% 37.7% 55.9%" },
        { "2022年，全区男性人口25.1万人，占51.2%；女性人口23.9万人，占48.8%。", "shares agrees 51.2% 48.8%" },
        { "2022年，全区男性人口25.1万人，占51.2%；女性人口23.9万人，占45.8%。", "shares disagrees 51.2% 45.8%" },
        // a share of what stands in the sentence
        { "2022年末，全市党员总数4.3万名，其中女党员1.2万名，占27.9%。", "share_of agrees 4.3万名 1.2万名 27.9%" },
        { "2022年末，全市党员总数4.3万名，其中女党员1.2万名，占37.9%。", "share_of disagrees 4.3万名 1.2万名 37.9%" },
        { "2022年末，全市党员总数4.3万名，女党员1.2万名，占党员总数的27.9%。", "share_of agrees 4.3万名 1.2万名 27.9%" },
        // one thing, two values
        { "2022年，那曲市粮食产量18.4万吨。\n\n2022年，那曲市粮食产量19.4万吨，创新高。", "conflict disagrees 18.4万吨 19.4万吨" },
    };

    /// <summary>Texts of whose figures nothing is certain.</summary>
    public static TheoryData<string> CounterExamples =>
    [
        // growth at constant prices
        "2022年，那曲市地区生产总值210.4亿元，比上年增加20.1亿元，增长3.1%。",
        "2022年，那曲市固定资产投资21亿元，比上年增加2亿元，增长3.1%。",
        "2022年，那曲市规模以上工业企业利润21亿元，比上年增加2亿元，增长3.1%。",
        "2022年，那曲市实现销售收入21亿元，比上年增加2亿元，按可比口径增长3.1%。",
        // another base, another thing
        "9月末，全区各项贷款余额5210亿元，同比增长6.2%，比年初增加302亿元。",
        "9月末，全区各项贷款余额5210亿元，同比增长6.2%，比年初增加302亿元，同比多增41亿元。",
        "9月末，全区各项贷款余额5210亿元，同比增长6.2%，当月增加30亿元。",
        "2022年，那曲市粮食产量18.4万吨，比上年增加0.6万吨，年均增长5.4%。",
        // no growth of the pair
        "2022年，日土县温室从120座增加到260座，年均增加14座。",
        "2022年，日土县温室120座，帐篷260座，增加50座。",
        "全区牛奶产量由2015年的30.5万吨增长到57.2万吨，同比增长7.5%。",
        // parts are missing, or others stand among them
        "2022年，全区进出口总额46.01亿元，其中出口总额43.27亿元。",
        "2022年，全区进出口总额46.01亿元；2021年，出口总额33.27亿元，进口总额2.74亿元。",
        "2022年，全县招收学生500人，其中男生260人，藏族学生440人。",
        "2022年，全县招收学生500人，男生帐篷260人，女生宿舍240人。",
        // shares of different wholes
        "2022年，牧业收入占51.2%，林业收入占45.8%。",
        "2022年末，全市党员总数4.3万名，其中女党员1.2万名，占妇女总数的7.9%。",
        "2022年末，全市党员总数4.3万名。女党员1.2万名，占37.9%。",
        // hedged so much that anything fits
        "2022年末，全市党员总数超过4万名，其中女党员1.2万名，占27.9%。",
        // rounding, another time, another place, a plan
        "2022年，那曲市粮食产量18.4万吨。\n\n2022年，那曲市粮食产量18.43万吨，创新高。",
        "2022年，那曲市粮食产量18.4万吨。\n\n2021年，那曲市粮食产量19.4万吨。",
        "2022年，那曲市粮食产量18.4万吨。\n\n2022年，昌都市粮食产量19.4万吨。",
        "2022年，那曲市粮食产量18.4万吨。\n\n2022年，那曲市粮食产量超过18万吨。",
        "2025年，那曲市粮食产量力争达到18.4万吨。\n\n2022年，那曲市粮食产量19.4万吨。",
        // alone
        "2022年，那曲市粮食产量18.4万吨。",
        "",
    ];

    [Theory, MemberData(nameof(Examples))]
    public void Finds(string text, string expected) => Assert.Equal(expected, Print(text));

    [Theory, MemberData(nameof(CounterExamples))]
    public void Leaves_alone(string text) => Assert.Equal("", Print(text));

    static string Print(string text)
    {
        var extraction = ClaimExtractor.Default.Extract(text, CompactClaim.Tibet);
        return string.Join("; ", extraction.Checks.Select(check =>
            $"{check.Kind.Code()} {check.Outcome.Code()} {string.Join(' ', check.Claims.Select(index => extraction.Claims[index].Text))}"));
    }

    [Fact]
    public void A_check_says_what_it_compared()
    {
        var check = Assert.Single(ClaimExtractor.Default.Extract("2022年，日土县温室从120座增加到260座，增加150座。", CompactClaim.Tibet).Checks);

        Assert.Equal([0, 1, 2], check.Claims);
        Assert.Equal(("140", "150", "1.5", "{座}"), (check.Expected, check.Found, check.Tolerance, check.Unit));
        Assert.Equal("260座 − 120座 = 140, stated 150 {座}, more than ±1.5 apart", check.Explanation);
    }

    [Fact]
    public void Thousands_of_figures_of_one_sentence_are_checked()
    {
        var text = string.Concat(Enumerable.Repeat("学生500人，其中男生260人，女生240人，占48%，由3人增加到6人，增加3人，", 2000)) + "。";

        var checks = ClaimExtractor.Default.Extract(text, CompactClaim.Tibet).Checks;

        Assert.True(checks.Count >= 2000);
    }

    /// <summary>A figure with its qualifier, and all that it can stand for.</summary>
    [Theory]
    [InlineData(184, 3, Qualifier.Exact, 183500, 184500)]
    [InlineData(184, -1, Qualifier.Exact, 18.35, 18.45)]
    [InlineData(100, 0, Qualifier.About, 94.5, 105.5)]
    [InlineData(100, 0, Qualifier.Nearly, 89.5, 100.5)]
    [InlineData(67, 2, Qualifier.MoreThan, 6650, 6850)]
    [InlineData(5, 2, Qualifier.MoreThan, 450, 1050)]
    [InlineData(95, 0, Qualifier.AtLeast, 94.5, 190.5)]
    [InlineData(5, 2, Qualifier.LessThan, 200, 550)]
    public void A_figure_stands_for_all_that_rounds_to_it(long digits, int exponent, Qualifier qualifier, double low, double high) =>
        Assert.Equal(new Interval((decimal)low, (decimal)high), Interval.Of(new(digits, exponent), qualifier));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-5", 0)]
    [InlineData("1", 40)]
    [InlineData("1", -20)]
    [InlineData("1000000000000000000000", 0)]
    public void What_would_overflow_is_not_computed_with(string digits, int exponent) =>
        Assert.Null(Interval.Of(new ExactNumber(System.Numerics.BigInteger.Parse(digits, System.Globalization.CultureInfo.InvariantCulture), exponent), Qualifier.Exact));

    [Fact]
    public void Fractions_are_not_computed_with() => Assert.Null(Interval.Of(new(1, 0, 3), Qualifier.Exact));

    [Theory]
    [InlineData("男生", "女生", true)]
    [InlineData("城镇常住人口", "乡村常住人口", true)]
    [InlineData("公办学校", "民办学校", true)]
    [InlineData("男生", "女教师", false)]
    [InlineData("男生", "男生", false)]
    [InlineData("城镇人口", "农村户籍人口", false)]
    [InlineData("", "", false)]
    public void Marks_halve_a_whole(string first, string second, bool halves) => Assert.Equal(halves, Partitions.Default.AreHalves(first, second));

    [Theory]
    [InlineData("words.tsv(1): nothing-known is no indicator of the catalogue.", "ids\tgdp\tnothing-known|value-added-primary")]
    [InlineData("words.tsv(1): one part is no partition.", "ids\tgdp\tvalue-added-primary")]
    [InlineData("words.tsv(1): “words” with “男” is no partition.", "words\t-\t男")]
    [InlineData("words.tsv(1): “list” with “x” is no partition.", "list\t三次产业\tx")]
    public void A_broken_row_names_file_line_and_reason(string message, params string[] lines) =>
        Assert.Equal(message, Assert.Throws<LexiconException>(() => _ = new Partitions(new("words.tsv", lines))).Message);
}

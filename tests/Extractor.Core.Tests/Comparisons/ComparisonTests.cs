using Extractor.Core.Claims;
using Extractor.Core.Comparisons;
using Extractor.Core.Documents;

namespace Extractor.Core.Tests.Comparisons;

/// <summary>A pasted sentence against a stored one, each read as it stands; both papers are of 西藏 unless they name another place.</summary>
public sealed class ComparisonTests
{
    static readonly DocumentFacts Facts = new("page", "西藏日报", "西藏自治区", new(2023, 11, 30));

    public static TheoryData<string, string, string> Examples => new()
    {
        // the same number
        { "西藏2021年快递业务量达1485.17万件。", "2021年，西藏快递业务量1485.17万件。", "agrees" },
        { "西藏2021年快递业务量达14851700件。", "2021年，西藏快递业务量1485.17万件。", "agrees" },
        { "西藏2021年快递业务量达1485.170万件。", "2021年，西藏快递业务量1485.17万件。", "agrees" },
        { "2021年，全区快递业务量近1500万件。", "2021年，全区快递业务量近1500万件。", "agrees" },
        { "2021年，全区快递业务量近1500万件。", "2021年，全区快递业务量1500万件。", "agrees" },
        { "2021年，全区地区生产总值2080.17亿元。", "2021年，西藏GDP达2080.17亿元。", "agrees" },
        { "2021年，那曲市粮食产量15000吨。", "2021年，那曲市粮食产量1.5万吨。", "agrees" },
        // rounded at the last printed digit, zeros counted
        { "西藏2021年快递业务量达1485万件。", "2021年，西藏快递业务量1485.17万件。", "rounds" },
        { "西藏2021年快递业务量达1485.2万件。", "2021年，西藏快递业务量1485.17万件。", "rounds" },
        { "西藏2021年快递业务量达0.15亿件。", "2021年，西藏快递业务量1485.17万件。", "rounds" },
        { "2021年，全区地区生产总值2080亿元。", "2021年，全区地区生产总值2080.17亿元。", "rounds" },
        { "2021年，全区地区生产总值2080.2亿元。", "2021年，全区地区生产总值2080.17亿元。", "rounds" },
        { "2021年，全区地区生产总值同比增长6.7%。", "2021年，全区地区生产总值同比增长6.65%。", "rounds" },
        // not rounded so: half up, and zeros are digits
        { "西藏2021年快递业务量达1500万件。", "2021年，西藏快递业务量1485.17万件。", "differs" },
        { "西藏2021年快递业务量达1486万件。", "2021年，西藏快递业务量1485.17万件。", "differs" },
        { "西藏2021年快递业务量达1485.1万件。", "2021年，西藏快递业务量1485.17万件。", "differs" },
        { "西藏2021年快递业务量达0.150亿件。", "2021年，西藏快递业务量1485.17万件。", "differs" },
        { "西藏2021年快递业务量达1485.17万件。", "2021年，西藏快递业务量1485万件。", "differs" },
        { "2021年，全区地区生产总值同比增长6.6%。", "2021年，全区地区生产总值同比增长6.65%。", "differs" },
        { "2021年，全区地区生产总值208亿元。", "2021年，全区地区生产总值2080.17亿元。", "differs" },
        // hedges, on either side
        { "截至2021年底，全区党员总数43万余名。", "截至2021年底，全区党员总数434000名。", "rounds" },
        { "截至2021年底，全区党员总数434000名。", "截至2021年底，全区党员总数43万余名。", "rounds" },
        { "2021年，全区快递业务量近1500万件。", "2021年，西藏快递业务量1485.17万件。", "rounds" },
        { "2021年，全区快递业务量约1500万件。", "2021年，西藏快递业务量1485.17万件。", "rounds" },
        { "2021年，全区快递业务量超过1480万件。", "2021年，西藏快递业务量1485.17万件。", "rounds" },
        { "2021年，全区快递业务量不足1500万件。", "2021年，西藏快递业务量1485.17万件。", "rounds" },
        { "2021年，全区快递业务量超过1500万件。", "2021年，西藏快递业务量1485.17万件。", "differs" },
        { "2021年，全区快递业务量近1800万件。", "2021年，西藏快递业务量1485.17万件。", "differs" },
        { "截至2021年底，全区党员总数43万余名。", "截至2021年底，全区党员总数453000名。", "differs" },
        // ranges
        { "2021年，全区地区生产总值同比增长6%—8%。", "2021年，全区地区生产总值同比增长6.7%。", "rounds" },
        { "2021年，全区地区生产总值同比增长6%—8%。", "2021年，全区地区生产总值同比增长6%—8%。", "agrees" },
        { "2021年，全区地区生产总值同比增长6%—8%。", "2021年，全区地区生产总值同比增长9.7%。", "differs" },
        // directions
        { "2021年，全区地区生产总值同比增长6.7%。", "2021年，全区地区生产总值同比下降6.7%。", "differs" },
        // units of one dimension
        { "2021年，那曲市草场面积15.0万亩。", "2021年，那曲市草场面积1万公顷。", "agrees" },
        { "2021年，那曲市草场面积100平方公里。", "2021年，那曲市草场面积1万公顷。", "agrees" },
        { "2021年，那曲市粮食产量3万斤。", "2021年，那曲市粮食产量15吨。", "agrees" },
        { "2021年，那曲市粮食产量1.5万公斤。", "2021年，那曲市粮食产量15吨。", "agrees" },
        { "2021年，那曲市草场面积16万亩。", "2021年，那曲市草场面积1万公顷。", "differs" },
        { "2021年末，全区高新技术企业120个。", "2021年末，全区高新技术企业120家。", "agrees" },
        { "2021年，全区接待游客300万人次。", "2021年，全区接待游客300万人。", "agrees" },
        // the end of a year and the year, of what is counted at an end
        { "2021年，全区党员总数43.4万名。", "截至2021年底，全区党员总数434000名。", "agrees" },
        { "2021年，全区各项贷款余额5210亿元。", "2021年末，全区各项贷款余额5210亿元。", "agrees" },
        // other words for the same
        { "2021年，全区党员人数43.4万名。", "2021年，全区党员数量43.4万名。", "agrees" },
        // what only one of them says confirms, and never contradicts
        { "西藏快递业务量达1485.17万件。", "2021年，西藏快递业务量1485.17万件。", "agrees" },
        { "西藏快递业务量达1600万件。", "2021年，西藏快递业务量1485.17万件。", "none" },
        // names that are only alike
        { "2021年，全区快递包裹业务量1485.17万件。", "2021年，全区快递包裹的业务总量1485.17万件。", "agrees" },
        // place or time that only contains
        { "2021年，全国快递业务量达1500万件。", "2021年，西藏快递业务量1485.17万件。", "none" },
        { "2021年，拉萨市快递业务量达1500万件。", "2021年，西藏快递业务量1485.17万件。", "none" },
        { "2021年上半年，西藏快递业务量达1500万件。", "2021年，西藏快递业务量1485.17万件。", "none" },
        // a plan is no fact
        { "2021年，全区快递业务量力争达到1500万件。", "2021年，西藏快递业务量1485.17万件。", "none" },
    };

    /// <summary>Claims that are of different things.</summary>
    public static TheoryData<string, string> CounterExamples => new()
    {
        // another time or place
        { "西藏2020年快递业务量达1485.17万件。", "2021年，西藏快递业务量1485.17万件。" },
        { "2021年，青海省快递业务量达1485.17万件。", "2021年，西藏快递业务量1485.17万件。" },
        { "2021年，拉萨市快递业务量达1485.17万件。", "2021年，那曲市快递业务量1485.17万件。" },
        // another measure
        { "2021年，全区地区生产总值同比增长6.7%。", "2021年，全区地区生产总值2080.17亿元。" },
        { "2021年，全区快递业务量同比增长300万件。", "2021年，西藏快递业务量300万件。" },
        { "2021年，全区第三产业增加值占地区生产总值的比重为6.7%。", "2021年，全区地区生产总值同比增长6.7%。" },
        // another base
        { "2021年9月，全区各项贷款余额同比增长6.2%。", "2021年9月，全区各项贷款余额比年初增长6.2%。" },
        // another unit
        { "2021年，全区地区生产总值2080.17亿元。", "2021年，全区地区生产总值2080.17亿美元。" },
        { "2021年，全区高血压管理率提高6个百分点。", "2021年，全区高血压管理率增长6%。" },
        { "2021年，全区医院诊疗300万人次。", "2021年，全区医院诊疗300万人。" },
        // another indicator, however alike
        { "2021年，全区进口总额43.2亿元。", "2021年，全区出口总额43.2亿元。" },
        { "2021年，全区小学在校学生3.2万人。", "2021年，全区牦牛存栏3.2万头。" },
        { "2021年，城镇居民人均可支配收入4.6万元。", "2021年，农村居民人均可支配收入4.6万元。" },
    };

    [Theory, MemberData(nameof(Examples))]
    public void Compares(string pasted, string stored, string verdict) =>
        Assert.Equal((pasted, verdict), (pasted, Compare(pasted, stored)?.Verdict.Code()));

    [Theory, MemberData(nameof(CounterExamples))]
    public void Leaves_apart(string pasted, string stored) => Assert.Null(Compare(pasted, stored));

    [Theory]
    [InlineData("西藏2021年快递业务量达1500万件。", "2021年，西藏快递业务量1485.17万件。", "-148300", "-0.99", "{件}", "少0.99%（−14.83万件）")]
    [InlineData("西藏2021年快递业务量达1485.17万件。", "2021年，西藏快递业务量1500万件。", "148300", "1", "{件}", "多1%（+14.83万件）")]
    [InlineData("西藏2021年快递业务量达1485万件。", "2021年，西藏快递业务量1485.17万件。", "1700", "0.011", "{件}", "多0.011%（+1700件）")]
    [InlineData("2021年，全区地区生产总值同比增长6.1%。", "2021年，全区地区生产总值同比增长6.7%。", "0.6", null, "pp", "高0.6个百分点")]
    [InlineData("2021年，全区地区生产总值同比增长6.7%。", "2021年，全区地区生产总值同比下降6.7%。", "-13.4", null, "pp", "低13.4个百分点")]
    [InlineData("2021年，那曲市草场面积16万亩。", "2021年，那曲市草场面积1万公顷。", "-10000", "-6.25", "{亩}", "少6.25%（−1万亩）")]
    [InlineData("2021年，全区地区生产总值208亿元。", "2021年，全区地区生产总值2080.17亿元。", "187217000000", "900.08", "CNY", "多900.08%（+1872.17亿元）")]
    public void Says_by_how_much(string pasted, string stored, string absolute, string? relative, string unit, string words)
    {
        var difference = Compare(pasted, stored)!.Difference!;
        Assert.Equal((absolute, relative, unit, words), (difference.Absolute, difference.Relative, difference.Unit, difference.Words));
    }

    [Fact]
    public void Says_why()
    {
        var pair = Compare("西藏2021年快递业务量达1485万件。", "2021年，西藏快递业务量1485.17万件。")!;
        Assert.Equal("同一指标（快递业务量）；地点相同（西藏自治区）；时期相同；依据四舍五入到所印末位（万）后相同", pair.Reason);
        Assert.Equal("same indicator (express-volume); same place (西藏自治区); same period; same when rounded to the digits of the text", pair.ReasonEnglish);
    }

    [Fact]
    public void Says_where_the_source_is_only_coarser() =>
        Assert.True(Compare("西藏2021年快递业务量达1485.17万件。", "2021年，西藏快递业务量1485万件。")!.IsCoarser);

    internal static Comparison? Compare(string pasted, string stored) =>
        Comparison.Of(Read(pasted), Read(stored));

    static Claim Read(string text) => ClaimExtractor.Default.Extract(text, Facts).Claims[0];
}

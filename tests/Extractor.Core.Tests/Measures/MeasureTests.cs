using Extractor.Core.Documents;

namespace Extractor.Core.Tests.Measures;

public sealed class MeasureTests
{
    static readonly DocumentFacts Jiangsu = new("page", Region: "江苏省", Published: new(2023, 11, 30));

    /// <summary>A sentence and measure, direction and basis of its claims in order.</summary>
    public static TheoryData<string, string> Examples => new()
    {
        // growth, down as well
        { "出口额同比增长12.6%。", "growth up yoy" },
        { "房价环比下降0.3%。", "growth down mom" },
        { "人民币对美元汇率比上年贬值4.1%。", "growth down yoy" },
        { "药品平均降价53%。", "growth down" },
        { "产值同比劲升18.2%。", "growth up yoy" },
        { "客流较前一日减少六成。", "growth down mom" },
        // the rate behind an adverb, or behind the figure
        { "西部各省投资增速均超10%。", "growth up" },
        { "该行业明年将保持5%—8%的增长。", "growth up" },
        // against a month of the year, and the same month of the last
        { "10月进口大豆56.2万吨，比9月增加3.1%，比6月减少2.4%。", "level; growth up mom; growth down since:2023-06" },
        { "与去年10月相比，10月进口大豆增加3.1%。", "growth up yoy" },
        { "10月进口大豆比上年8月增加3.1%。", "growth up since:2022-08" },
        // the same change twice
        { "10月进口大豆56.2万吨，比9月减少6.2万吨或9.9%。", "level; change down mom; growth down mom" },
        // a part by what it does
        { "财政支出1.2万亿元，70%以上用于民生。", "level; share" },
        // change, in the unit of the level
        { "贷款余额比年初增加56.2亿元。", "change up ytd" },
        { "粮食同比多收3.6亿斤。", "change up yoy" },
        { "不良贷款同比多处置4.1亿元。", "change up yoy" },
        { "全县减少农村贫困人口1.12万人。", "change down" },
        { "优良天数286天，比上年增加21天。", "level; change up yoy" },
        { "城镇化率提高1.2个百分点。", "change up" },
        // a rate by name is a level
        { "人口自然增长率为3.34‰。", "level" },
        { "城镇登记失业率3.1%。", "level" },
        // a rise and fall of flights is none
        { "机场保障航班起降642架次。", "level" },
        // who moved, counted
        { "70个大中城市中房价上涨的城市为52个，下降的为18个。", "level; level" },
        // a gap to another series has no basis
        { "增速高于全国1.6个百分点。", "change up" },
        { "全市增速比全省平均水平低0.4个百分点。", "change down" },
        // shares
        { "第三产业增加值占地区生产总值的比重为52.3%。", "share" },
        { "民间投资占全部投资的61.2%。", "share" },
        { "相当于当地生产总值的2.6%。", "share" },
        // multiples and doublings
        { "旅游收入是2015年的3.6倍。", "multiple" },
        { "产值比五年前翻了一番。", "multiple" },
        { "订单同比增长2.1倍。", "growth up yoy" },
        // reached by from and to
        { "覆盖率由71.2%提高到93.5%。", "level; level" },
        { "最低工资标准由1680元调整为1850元。", "level; level" },
        // the sign turns it
        { "利润总额同比增长-2.3%。", "growth down yoy" },
        { "净利润为-1.06亿元。", "level" },
        // over a year by name in Taiwan's way
        { "經常性薪資年增2.4%，失業人數月減3千人。", "growth up yoy; change down mom" },
        // since January, and only what was said so
        { "存款余额320亿元，比年初增加21亿元，增幅7.0%。", "level; change up ytd; growth up ytd" },
        { "外贸进出口较去年同期（下同）增长8.6%。其中出口增长9.2%。", "growth up yoy; growth up yoy" },
        // rates reached, openers, indices that move
        { "全区快递业务量增速达到了18%。", "growth up" },
        { "县里将低保标准上调6%。", "growth up" },
        { "全县减少建设用地120亩。", "change down" },
        { "城乡居民收入倍差由2.41缩小到2.08。", "level; level" },
        { "产销增速一直保持在12%左右。", "growth up" },
        { "有62%的受访者愿意返乡创业。", "share" },
        { "存款余额较上季末增加86亿元。", "change up mom" },
        { "煤价周环比下跌12元。", "change down mom" },
        { "用工成本同比去年提高5%。", "growth up yoy" },
    };

    [Theory, MemberData(nameof(Examples))]
    public void Reads(string text, string expected) =>
        Assert.Equal(expected, string.Join("; ", CompactClaim.Read(text, Jiangsu).Select(claim => claim.PrintMeasure())));
}

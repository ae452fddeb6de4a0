using Extractor.Core.Catalogues;
using Extractor.Core.Claims;
using Extractor.Core.Quantities;
using Extractor.Core.Text;

namespace Extractor.Core.Tests.Catalogues;

public sealed class CatalogueTests
{
    static readonly Unit Pp = new("pp", UnitKind.Proportion, 0), Times = new("{倍}", UnitKind.Count, 0);

    public static TheoryData<string> Ids => [.. Catalogue.Default.Entries.Select(entry => entry.Id)];

    /// <summary>A unit in which each word of the column comes.</summary>
    static Unit Fitting(string word) => word switch
    {
        "money" => new("CNY", UnitKind.Money, 0),
        "people" or "{person}" => Unit.Person,
        "{person-time}" => Unit.PersonTime,
        "{household}" => Unit.Household,
        "proportion" or "%" => Unit.Percent,
        "none" => Unit.One,
        "mass" => new("t", UnitKind.Physical, 0),
        "area" => new("{亩}", UnitKind.Physical, 0),
        "length" => new("km", UnitKind.Physical, 0),
        "volume" => new("m3", UnitKind.Physical, 0),
        "energy" => new("kW.h", UnitKind.Physical, 0),
        "power" => new("kW", UnitKind.Physical, 0),
        "a" or "d" or "h" => new(word, UnitKind.Time, 0),
        _ when word.EndsWith("/*", StringComparison.Ordinal) && Fitting(word[..^2]) is var whole => whole with { Code = whole.Code + "/{x}" },
        _ => new(word, UnitKind.Count, 0),
    };

    [Theory, MemberData(nameof(Ids))]
    public void Every_name_of_a_row_finds_its_id_in_each_of_its_units(string id)
    {
        var entry = Catalogue.Default.ById(id)!;
        foreach (var name in entry.Aliases.Prepend(entry.Name))
        {
            foreach (var word in entry.Units)
                Assert.Equal(id, Catalogue.Default.Find(name, Fitting(word), Measure.Level)?.Id);
            Assert.Equal(id, Catalogue.Default.Find(name, Unit.Percent, Measure.Growth)?.Id);
            Assert.Equal(id, Catalogue.Default.Find($"“{name}”", Times, Measure.Multiple)?.Id);
            Assert.Null(Catalogue.Default.Find(name, new("{没有}", UnitKind.Count, 0), Measure.Level));
            Assert.Null(Catalogue.Default.Find("某" + name, Unit.Percent, Measure.Growth));
            Assert.Null(Catalogue.Default.Find(name + "其他", Unit.Percent, Measure.Growth));
        }
    }

    /// <summary>Sentences and the ids of their claims, in order; - where no link is sure.</summary>
    public static TheoryData<string, string> Examples => new()
    {
        // a level and its growth
        { "2022年，那曲市实现地区生产总值210.4亿元，同比增长3.1%。", "gdp gdp" },
        { "2022年，那曲市GDP达到210.4亿元。", "gdp" },
        { "前三季度，全区社会消费品零售总额420亿元，同比增长9.8%。", "retail-sales retail-sales" },
        // a rate and its points
        { "2022年，昌都市城镇调查失业率为2.9%，比上年下降0.3个百分点。", "unemployment-surveyed unemployment-surveyed" },
        // an index that grows
        { "10月，全区居民消费价格同比上涨0.2%。", "cpi" },
        // counters, people, masses, areas
        { "2022年，全区快递业务量1485万件。", "express-volume" },
        { "2022年，全区城镇新增就业5.2万人。", "employment-urban-new" },
        { "2022年，全区粮食总产量107万吨。", "grain-output" },
        { "2022年，全区粮食播种面积290万亩。", "sown-area-grain" },
        { "2022年，全区粮食播种面积19.3万公顷。", "sown-area-grain" },
        // quotes, brackets and 的
        { "2022年，全区细颗粒物（PM2.5）平均浓度下降3%。", "pm25" },
        // similar, and something else
        { "2022年，全区人民币各项贷款余额5210亿元。", "loans-balance-rmb" },
        { "2022年，全区本外币各项贷款余额5310亿元。", "loans-balance-all" },
        { "2022年，全区各项贷款余额5310亿元。", "loans-balance" },
        { "2022年，牦牛养殖贷款余额3亿元。", "-" },
        { "2022年，全区绿色有机粮食产量3万吨。", "-" },
        { "2022年，全县快递业务量目标考核得分92.5分。", "-" },
        // the wrong unit
        { "2022年，全区粮食产量3亿元。", "-" },
        { "2022年，全区快递业务量增长12%。", "express-volume" },
        // buildings one by one are not the stock of them
        { "2022年，山南市新建幼儿园12所。", "-" },
    };

    [Theory, MemberData(nameof(Examples))]
    public void Links(string text, string ids) =>
        Assert.Equal(ids, string.Join(' ', CompactClaim.Read(text).Select(claim => claim.IndicatorId ?? "-")));

    /// <summary>Indicators with a unit and measure that must not link.</summary>
    public static TheoryData<string, string, Measure> CounterExamples => new()
    {
        { "地区生产总值", "proportion", Measure.Level },
        { "地区生产总值", "pp", Measure.Change },
        { "城镇化率", "money", Measure.Level },
        { "快递业务量", "money", Measure.Level },
        { "快递业务收入", "{件}", Measure.Level },
        { "粮食产量", "area", Measure.Level },
        { "粮食播种面积", "mass", Measure.Level },
        { "常住人口", "{household}", Measure.Level },
        { "居民人均可支配收入", "money/*", Measure.Share },
        { "高速公路", "length", Measure.Level },
        { "贷款", "money", Measure.Level },
        { "人民币贷款", "money", Measure.Level },
        { "受理案件", "{件}", Measure.Level },
        { "从业人员", "{person}", Measure.Level },
        { "幼儿园", "{所}", Measure.Level },
        { "高校毕业生", "{person}", Measure.Level },
        { "投资", "money", Measure.Level },
        { "收入", "money", Measure.Level },
        { "人口", "{person}", Measure.Level },
        { "产量", "mass", Measure.Level },
        { "小微企业贷款余额增速", "proportion", Measure.Level },
        { "不含农户的固定资产投资计划", "money", Measure.Level },
        { "", "money", Measure.Level },
    };

    [Theory, MemberData(nameof(CounterExamples))]
    public void Leaves_alone(string indicator, string unit, Measure measure) =>
        Assert.Null(Catalogue.Default.Find(indicator, unit == "pp" ? Pp : Fitting(unit), measure));

    [Theory]
    [InlineData("國內生產總值", "gdp")]
    [InlineData("ＧＤＰ", "gdp")]
    [InlineData("gdp", "gdp")]
    [InlineData("城镇 新增的就业", "employment-urban-new")]
    [InlineData("「专精特新」中小企业", "specialised-firms")]
    [InlineData("0-14岁人口", "population-0-14")]
    public void Names_are_compared_folded(string name, string id) => Assert.Equal(id, Catalogue.Default.Find(name)?.Id);

    [Fact]
    public void A_name_of_any_length_is_looked_up_without_harm() => Assert.Null(Catalogue.Default.Find(new string('产', 5000)));

    [Theory]
    [InlineData("words.tsv(1): “GDP” is no id in kebab case.", "GDP\t生产总值\tGDP\t\tmoney\tflow")]
    [InlineData("words.tsv(2): gdp stands twice.", "gdp\t生产总值\tGDP\t\tmoney\tflow", "gdp\t总产值\tOutput\t\tmoney\tflow")]
    [InlineData("words.tsv(2): “生产的“总值”” already names gdp.", "gdp\t生产总值\tGDP\t\tmoney\tflow", "output\t总产值\tOutput\t生产的“总值”|生产总值\tmoney\tflow")]
    [InlineData("words.tsv(1): “cash” is no unit.", "gdp\t生产总值\tGDP\t\tcash\tflow")]
    [InlineData("words.tsv(1): gdp comes in no unit.", "gdp\t生产总值\tGDP\t\t\tflow")]
    [InlineData("words.tsv(1): “sum” is no kind of indicator.", "gdp\t生产总值\tGDP\t\tmoney\tsum")]
    [InlineData("words.tsv(1): gdp lacks a name.", "gdp\t生产总值\t\t\tmoney\tflow")]
    [InlineData("words.tsv(1): “的” is no name of 2 to 64 characters.", "gdp\t生产总值\tGDP\t的\tmoney\tflow")]
    [InlineData("words.tsv(1): “产” is no name of 2 to 64 characters.", "gdp\t生产总值\tGDP\t产\tmoney\tflow")]
    public void A_broken_row_names_file_line_and_reason(string message, params string[] lines) =>
        Assert.Equal(message, Assert.Throws<LexiconException>(() => _ = new Catalogue(new("words.tsv", lines))).Message);

    [Fact]
    public void There_are_at_least_four_hundred() => Assert.True(Catalogue.Default.Entries.Count >= 400);
}

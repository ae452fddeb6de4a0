using System.Globalization;
using Extractor.Core.Catalogues;
using Extractor.Core.Claims;
using Extractor.Core.Comparisons;
using Extractor.Core.Scopes;

namespace Extractor.Core.Tests.Comparisons;

public sealed class RelationTests
{
    /// <summary>How many of the second unit one of the first is; - where they cannot be compared.</summary>
    [Theory]
    [InlineData("har", "{亩}", "15")]
    [InlineData("{亩}", "m2", "666.666667")]
    [InlineData("km2", "har", "100")]
    [InlineData("t", "kg", "1000")]
    [InlineData("kg", "{斤}", "2")]
    [InlineData("t", "{斤}", "2000")]
    [InlineData("{担}", "{斤}", "100")]
    [InlineData("km", "{里}", "2")]
    [InlineData("m3", "L", "1000")]
    [InlineData("MW.h", "kW.h", "1000")]
    [InlineData("GW", "MW", "1000")]
    [InlineData("h", "min", "60")]
    [InlineData("a", "mo", "12")]
    [InlineData("pp", "bp", "100")]
    [InlineData("%", "‰", "10")]
    [InlineData("CNY/kg", "CNY/t", "1000")]
    [InlineData("km/h", "m/s", "0.277778")]
    [InlineData("{person}/km2", "{person}/har", "0.01")]
    [InlineData("{件}", "{件}", "1")]
    [InlineData("CNY", "CNY", "1")]
    // never
    [InlineData("CNY", "USD", "-")]
    [InlineData("CNY/t", "USD/t", "-")]
    [InlineData("%", "pp", "-")]
    [InlineData("{person}", "{person-time}", "-")]
    [InlineData("{person}", "{household}", "-")]
    [InlineData("{件}", "{个}", "-")]
    [InlineData("t", "har", "-")]
    [InlineData("d", "mo", "-")]
    [InlineData("t", "t.km", "-")]
    [InlineData("1", "%", "-")]
    [InlineData("kW", "kW.h", "-")]
    public void Units_convert(string from, string to, string factor) =>
        Assert.Equal(factor, UnitConversion.Factor(from, to, Measure.Level)?.ToDecimal(6) ?? "-");

    [Theory]
    [InlineData("{倍}", "%", Measure.Growth, "100")]
    [InlineData("1", "%", Measure.Share, "100")]
    [InlineData("{倍}", "%", Measure.Multiple, "-")]
    [InlineData("{倍}", "%", Measure.Level, "-")]
    public void A_ratio_is_a_percentage_only_of_what_compares(string from, string to, Measure measure, string factor) =>
        Assert.Equal(factor, UnitConversion.Factor(from, to, measure)?.ToDecimal(6) ?? "-");

    [Fact]
    public void Counters_in_which_one_indicator_comes_count_the_same()
    {
        var firms = Catalogue.Default.ById("high-tech-firms");
        Assert.Equal("1", UnitConversion.Factor("{个}", "{家}", Measure.Level, firms)?.ToDecimal(0));
        Assert.Null(UnitConversion.Factor("{件}", "{家}", Measure.Level, firms));
    }

    /// <summary>A pasted and a stored scope; how the first stands to the second.</summary>
    [Theory]
    [InlineData("西藏自治区", "西藏自治区", ScopeRelation.Same)]
    [InlineData("西藏自治区", "西藏", ScopeRelation.Same)]
    [InlineData("全国", "西藏自治区", ScopeRelation.Contains)]
    [InlineData("西藏自治区", "全国", ScopeRelation.Contained)]
    [InlineData("西藏自治区", "那曲市", ScopeRelation.Contains)]
    [InlineData("日土县", "西藏自治区", ScopeRelation.Contained)]
    [InlineData("日土县", "阿里地区", ScopeRelation.Contained)]
    [InlineData("那曲市", "那曲市人民医院", ScopeRelation.Contains)]
    [InlineData("那曲市人民医院", "西藏自治区", ScopeRelation.Contained)]
    [InlineData("那曲市人民医院", "那曲市人民医院", ScopeRelation.Same)]
    [InlineData("那曲市人民医院", "那曲市藏医院", ScopeRelation.Apart)]
    [InlineData("那曲市", "昌都市", ScopeRelation.Apart)]
    [InlineData("那曲市", "日土县", ScopeRelation.Apart)]
    [InlineData("西藏自治区", "青海省", ScopeRelation.Apart)]
    [InlineData("中国人寿", "中国人保", ScopeRelation.Apart)]
    [InlineData(null, "西藏自治区", ScopeRelation.Unstated)]
    [InlineData("西藏自治区", null, ScopeRelation.Unstated)]
    public void Scopes_contain_each_other(string? pasted, string? stored, ScopeRelation relation) =>
        Assert.Equal(relation, ScopeComparison.Of(pasted, null, stored, null));

    [Theory]
    [InlineData("西藏", "540000", "西藏自治区", "540000", ScopeRelation.Same)]
    [InlineData("西藏自治区", "540000", "那曲市", "540600", ScopeRelation.Contains)]
    [InlineData("色尼区", "540602", "那曲市", "540600", ScopeRelation.Contained)]
    [InlineData("拉萨市", "540100", "那曲市", "540600", ScopeRelation.Apart)]
    public void Codes_beat_names(string pasted, string pastedCode, string stored, string storedCode, ScopeRelation relation) =>
        Assert.Equal(relation, ScopeComparison.Of(pasted, pastedCode, stored, storedCode));

    [Fact]
    public void A_family_goes_up_to_the_country_and_one_step_down()
    {
        var family = ScopeFamily.Of(Named("那曲市"));
        Assert.Equal(["那曲市"], family.Same);
        Assert.Equal(["西藏自治区", "全国"], family.Above);
        Assert.Contains("色尼区", family.Below);
        Assert.Contains("西藏自治区", ScopeFamily.Of(Named("全国")).Below);
        Assert.DoesNotContain("那曲市", ScopeFamily.Of(Named("全国")).Below);
        Assert.Contains("五指山市", Gazetteer.Default.Below("46").Select(place => place.Name));
        Assert.Equal(["拉萨市", "西藏自治区", "全国"], ScopeFamily.Of(Named("拉萨市人民医院")).Above);
        Assert.Empty(ScopeFamily.Of(Named("某某公司")).Above);
    }

    static Claim Named(string scope) => new() { Span = new(0, 1), Text = "1", Unit = "1", Rules = [], Scope = scope };

    /// <summary>Pasted and stored periods as days; how the first stands to the second, for a stock and for a flow.</summary>
    [Theory]
    [InlineData("2021-01-01/2021-12-31", "2021-01-01/2021-12-31", PeriodRelation.Same, PeriodRelation.Same)]
    [InlineData("2021-12-31/2021-12-31", "2021-01-01/2021-12-31", PeriodRelation.AtEnd, PeriodRelation.Contained)]
    [InlineData("2021-01-01/2021-12-31", "2021-12-31/2021-12-31", PeriodRelation.AtEnd, PeriodRelation.Contains)]
    [InlineData("2023-11-30/2023-11-30", "2023-11-01/2023-11-30", PeriodRelation.AtEnd, PeriodRelation.Contained)]
    [InlineData("2021-11-30/2021-11-30", "2021-01-01/2021-12-31", PeriodRelation.Contained, PeriodRelation.Contained)]
    [InlineData("2016-01-01/2020-12-31", "2020-12-31/2020-12-31", PeriodRelation.Contains, PeriodRelation.Contains)]
    [InlineData("2016-01-01/2020-12-31", "2018-01-01/2018-12-31", PeriodRelation.Contains, PeriodRelation.Contains)]
    [InlineData("2021-01-01/2021-06-30", "2021-01-01/2021-12-31", PeriodRelation.Contained, PeriodRelation.Contained)]
    [InlineData("2021-01-01/2021-06-30", "2021-04-01/2021-09-30", PeriodRelation.Overlaps, PeriodRelation.Overlaps)]
    [InlineData("2020-01-01/2020-12-31", "2021-01-01/2021-12-31", PeriodRelation.Apart, PeriodRelation.Apart)]
    [InlineData("2020-12-31/2020-12-31", "2021-12-31/2021-12-31", PeriodRelation.Apart, PeriodRelation.Apart)]
    [InlineData("", "2021-12-31/2021-12-31", PeriodRelation.Unstated, PeriodRelation.Unstated)]
    [InlineData("2021-12-31/2021-12-31", "", PeriodRelation.Unstated, PeriodRelation.Unstated)]
    public void Periods_lie_to_each_other(string pasted, string stored, PeriodRelation stock, PeriodRelation flow)
    {
        Assert.Equal(stock, PeriodComparison.Of(Days(pasted), Days(stored), Measure.Level, IndicatorKind.Stock));
        Assert.Equal(stock, PeriodComparison.Of(Days(pasted), Days(stored), Measure.Level, null));
        Assert.Equal(flow, PeriodComparison.Of(Days(pasted), Days(stored), Measure.Level, IndicatorKind.Flow));
    }

    static Period? Days(string text) => text.Split('/') is [var start, var end] ? new(DateOnly.Parse(start, CultureInfo.InvariantCulture), DateOnly.Parse(end, CultureInfo.InvariantCulture)) : null;

    /// <summary>Two names and whether they are the same, alike or apart.</summary>
    [Theory]
    [InlineData("党员总数", "党员人数", IndicatorRelation.SameName)]
    [InlineData("党员总数", "党员", IndicatorRelation.SameName)]
    [InlineData("帐篷的总量", "帳篷總量", IndicatorRelation.SameName)]
    [InlineData("累计帐篷（顶）", "帐篷顶", IndicatorRelation.SameName)]
    [InlineData("草原生态保护补助奖励资金", "草原生态补助奖励资金", IndicatorRelation.Alike)]
    [InlineData("帐篷", "牦牛", IndicatorRelation.Apart)]
    [InlineData("新建温室", "改建牛棚", IndicatorRelation.Apart)]
    [InlineData("进口总额", "出口总额", IndicatorRelation.Apart)]
    public void Names_are_the_same_or_alike(string one, string other, IndicatorRelation relation) =>
        Assert.Equal(relation, IndicatorComparison.Of(Measuring(one), Measuring(other)).Relation);

    static Claim Measuring(string indicator) => new() { Span = new(0, 1), Text = "1", Unit = "1", Rules = [], Indicator = indicator };

    [Fact]
    public void A_claim_without_an_indicator_is_like_none()
    {
        Assert.Equal(IndicatorRelation.Apart, IndicatorComparison.Of(Named("全国"), Measuring("帐篷")).Relation);
        Assert.Null(IndicatorSearch.Of(Named("全国")));
    }

    /// <summary>Every name that is alike enough is within what the search asks for.</summary>
    [Theory]
    [InlineData("草原生态保护补助奖励资金", "草原生态补助奖励资金")]
    [InlineData("快递包裹业务量", "快递包裹业务总量")]
    [InlineData("寄递包裹业务收入", "快递包裹业务收入")]
    public void The_search_reaches_names_that_are_alike(string asked, string stored)
    {
        Assert.True(IndicatorName.Likeness(IndicatorName.Normalise(asked), IndicatorName.Normalise(stored)) >= IndicatorName.Floor);
        var search = IndicatorSearch.Of(Measuring(asked))!;
        Assert.InRange(stored.Length, search.Shortest, search.Longest);
        Assert.Contains(search.Pairs, pair => stored.Contains(pair, StringComparison.Ordinal));
    }
}

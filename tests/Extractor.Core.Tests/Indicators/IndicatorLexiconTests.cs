namespace Extractor.Core.Tests.Indicators;

/// <summary>Every word of the lexicons of indicators that has a work of its own in a plain sentence.</summary>
public sealed class IndicatorLexiconTests
{
    // 占比, 增速 and 增长率 of a list say its measure, and 完成 is trimmed.
    public static TheoryData<string, string> Heads => Lexicon.Words("Indicators.heads.tsv", null, "占比", "增速", "增长率", "完成投资");
    public static TheoryData<string, string> Events => Lexicon.Words("Indicators.events.tsv");
    // To do: 严重受伤 is read as 严重.
    public static TheoryData<string, string> EventAdverbs => Lexicon.Words("Indicators.event-adverbs.tsv", null, "严重");
    public static TheoryData<string, string> Rates => Lexicon.Words("Indicators.rates.tsv");
    // Of 均值 the first character is trimmed where it opens a phrase.
    public static TheoryData<string, string> Funds => Lexicon.Words("Indicators.funds.tsv", null, "均值");
    public static TheoryData<string, string> RankLeads => Lexicon.Words("Indicators.ranks.tsv", "lead");
    public static TheoryData<string, string> RankTails => Lexicon.Words("Indicators.ranks.tsv", "tail");
    // Of these a part is gone before: 完成 as a light verb, 年底 as a date.
    public static TheoryData<string, string> Leads => Lexicon.Words("Indicators.trims.tsv", "lead", "超额完成", "提前完成", "年底前");

    // Of these a part is gone before: 到 with the measure, 上年同期 as a date.
    public static TheoryData<string, string> Tails => Lexicon.Words("Indicators.trims.tsv", "tail", "发展到", "扩容到", "与上年同期相比", "与去年同期相比");

    public static TheoryData<string, string> Targets => Lexicon.Words("Indicators.targets.tsv");
    public static TheoryData<string, string> Predicates => Lexicon.Words("Indicators.predicates.tsv");
    public static TheoryData<string, string> Who => Lexicon.Words("Indicators.classes.tsv", "who");
    public static TheoryData<string, string> What => Lexicon.Words("Indicators.classes.tsv", "what");
    public static TheoryData<string, string> Cuts => Lexicon.Words("Indicators.cuts.tsv", "always");
    public static TheoryData<string, string> LongCuts => Lexicon.Words("Indicators.cuts.tsv", "long");
    public static TheoryData<string, string> Dependents => Lexicon.Words("Indicators.dependents.tsv");

    /// <summary>Sums whose names begin like a verb or a stop.</summary>
    static readonly string[] BeforeTheSum = ["安置款", "慰问金", "启动金", "增加值", "进出口", "理赔"];

    [Theory, MemberData(nameof(Heads))]
    public void Every_head_is_shared_by_a_list(string key, string word)
    {
        Assert.Empty(key);
        Assert.Equal(["甲厂" + word, "乙厂" + word], CompactClaim.Read($"2022年，甲厂、乙厂{word}分别为5.2%、6.1%。").Select(claim => claim.Indicator));
    }

    [Theory, MemberData(nameof(Events))]
    public void What_befalls_people_is_what_is_counted(string key, string word)
    {
        Assert.Empty(key);
        Assert.Equal(word, Assert.Single(CompactClaim.Read($"地震造成19人{word}。")).Indicator);
    }

    [Theory, MemberData(nameof(EventAdverbs))]
    public void It_is_so_behind_every_adverb(string key, string word)
    {
        Assert.Empty(key);
        Assert.Equal("受伤", Assert.Single(CompactClaim.Read($"地震造成19人{word}受伤。")).Indicator);
    }

    [Theory, MemberData(nameof(Rates))]
    public void Every_rate_keeps_the_indicator_of_its_level(string key, string word)
    {
        Assert.Empty(key);
        Assert.Equal("粮食产量", CompactClaim.Read($"2022年，全区粮食产量18.4万吨，{word}5.2%。")[^1].Indicator);
    }

    [Theory, MemberData(nameof(Funds))]
    public void Every_fund_is_the_indicator_of_a_sum(string key, string word)
    {
        Assert.Empty(key);
        Assert.EndsWith(word, Assert.Single(CompactClaim.Read(BeforeTheSum.Contains(word) ? $"2022年，全区{word}达到1200万元。" : $"2022年，全区拨付1200万元{word}。")).Indicator, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Leads))]
    public void Every_lead_is_left_out(string place, string word)
    {
        Assert.Equal("lead", place);
        Assert.Equal("粮食产量", CompactClaim.Read($"近年来，{word}粮食产量18.4万吨。")[^1].Indicator);
    }

    [Theory, MemberData(nameof(Tails))]
    public void Every_tail_is_left_out(string place, string word)
    {
        Assert.Equal("tail", place);
        Assert.Equal("粮食产量", CompactClaim.Read($"2022年，全区粮食产量{word}18.4万吨。")[^1].Indicator);
    }

    [Theory, MemberData(nameof(RankLeads))]
    public void How_it_ranks_is_no_indicator(string place, string word)
    {
        Assert.Equal("lead", place);
        Assert.Equal("粮食产量", CompactClaim.Read($"2022年，全区粮食产量18.4万吨，{word}西部前列，增长5.2%。")[^1].Indicator);
    }

    [Theory, MemberData(nameof(RankTails))]
    public void Neither_is_the_rank(string place, string word)
    {
        Assert.Equal("tail", place);
        Assert.Equal("粮食产量", CompactClaim.Read($"2022年，全区粮食产量18.4万吨，居西部{word}，增长5.2%。")[^1].Indicator);
    }

    [Theory, MemberData(nameof(Targets))]
    public void A_bare_plan_is_no_indicator(string key, string word)
    {
        Assert.Empty(key);
        Assert.Equal("粮食产量", CompactClaim.Read($"2022年，全区粮食产量18.4万吨，完成{word}的103.5%。")[^1].Indicator);
    }

    [Theory, MemberData(nameof(Predicates))]
    public void The_noun_of_an_earlier_clause_ends_before_every_predicate(string key, string word)
    {
        Assert.Empty(key);
        Assert.Equal("粮食产量", Assert.Single(CompactClaim.Read($"2022年，全区粮食产量{word}向好，达到18.4万吨。")).Indicator);
    }

    [Theory, MemberData(nameof(Who))]
    public void Part_of_a_whole_is_named_by_who(string kind, string word)
    {
        Assert.Equal("who", kind);
        var other = word == "乡村" ? "城市" : "乡村";
        Assert.Equal(other + "移动电话用户", CompactClaim.Read($"年末{word}移动电话用户86户，其中{other}52户。")[^1].Indicator);
    }

    [Theory, MemberData(nameof(What))]
    public void Every_class_in_a_list_takes_what_stands_behind_the_last(string kind, string word)
    {
        Assert.Equal("what", kind);
        if (word.Length == 1)
            Assert.Equal($"药材{word}货运量", CompactClaim.Read($"2022年，铁路货运量1.2亿吨，药材{word}9.6亿吨。")[^1].Indicator);
        else
            Assert.Equal(word + "研究成果", CompactClaim.Read($"2022年，{word}、{(word == "铁路" ? "公路" : "铁路")}研究成果分别为52项、61项。")[0].Indicator);
    }

    [Theory, MemberData(nameof(Cuts))]
    public void Who_reports_is_left_out(string when, string word)
    {
        Assert.Equal("always", when);
        Assert.Equal("粮食产量", Assert.Single(CompactClaim.Read($"管理处{word}粮食产量达到18.4万吨。")).Indicator);
    }

    [Theory, MemberData(nameof(LongCuts))]
    public void In_a_long_phrase_the_object_of_the_verb_counts(string when, string word)
    {
        Assert.Equal("long", when);
        Assert.Equal("青稞良种", Assert.Single(CompactClaim.Read($"农牧综合服务中心与合作社先后{word}青稞良种18.4万吨。")).Indicator);
    }

    [Theory, MemberData(nameof(Dependents))]
    public void Every_attribute_hangs_on_the_thing_before_it(string on, string word)
    {
        var (text, indicator) = (on, word) switch
        {
            // One character is no indicator, but left out of the head.
            (_, "户") => ("全区核桃户18处，产量达到5.2万吨。", "核桃产量"),
            ("class", _) => ($"全区铁路里程18公里，{word}达到5.2万吨。", "铁路" + word),
            _ => ($"全区核桃基地18处，{word}达到5.2万吨。", "核桃基地" + word),
        };

        Assert.Equal(indicator, CompactClaim.Read(text)[^1].Indicator);
    }
}

using Extractor.Core.Claims;
using Extractor.Core.Documents;
using Extractor.Core.Scopes;

namespace Extractor.Core.Tests.Scopes;

/// <summary>Every word of the lexicons of scopes, in a sentence in which it does its work.</summary>
public sealed class ScopeLexiconTests
{
    public static TheoryData<string, string> Organisations => Lexicon.Words("Scopes.organisations.tsv");
    public static TheoryData<string, string> Agencies => Lexicon.Words("Scopes.agencies.tsv");
    public static TheoryData<string, string> Regions => Lexicon.Words("Scopes.regions.tsv");
    public static TheoryData<string, string> NotPlaces => Lexicon.Words("Scopes.not-places.tsv");
    public static TheoryData<string, string> Anaphora => Lexicon.Words("Scopes.anaphora.tsv");
    public static TheoryData<string, string> Neighbours => Lexicon.Words("Scopes.neighbours.tsv");
    public static TheoryData<string, string> Companies => Lexicon.Words("Scopes.organisation-words.tsv", "company");
    public static TheoryData<string, string> Institutions => Lexicon.Words("Scopes.organisation-words.tsv", "institution");
    public static TheoryData<string, string> More => Lexicon.Words("Scopes.organisation-words.tsv", "more");
    public static TheoryData<string, string> Leads => Lexicon.Words("Scopes.organisation-words.tsv", "lead");
    public static TheoryData<string, string> Classes => Lexicon.Words("Scopes.organisation-words.tsv", "class");
    public static TheoryData<string, string> Others => Lexicon.Words("Scopes.organisation-words.tsv", "other");
    public static TheoryData<string, string> Announces => Lexicon.Words("Scopes.reports.tsv", "announce");
    public static TheoryData<string, string> Acts => Lexicon.Words("Scopes.reports.tsv", "act");
    public static TheoryData<string, string> Partners => Lexicon.Words("Scopes.reports.tsv", "partner");
    public static TheoryData<string, string> Dealings => Lexicon.Words("Scopes.reports.tsv", "dealing");
    public static TheoryData<string, string> Zones => Lexicon.Words("Scopes.zones.tsv");
    public static TheoryData<string, string> Facilities => Lexicon.Words("Scopes.facilities.tsv", "facility");
    public static TheoryData<string, string> Kinds => Lexicon.Words("Scopes.facilities.tsv", "generic");
    public static TheoryData<string, string> Parts => Lexicon.Words("Scopes.facilities.tsv", "not");
    public static TheoryData<string, string> Townships => Lexicon.Words("Scopes.townships.tsv");

    /// <summary>Places whose names end as each word of anaphora asks, and what the word points to then.</summary>
    static readonly Dictionary<string, (string Region, string Place)> Homes = new()
    {
        ["country -"] = ("西藏自治区", "全国"),
        ["province 区"] = ("西藏自治区", "西藏自治区"),
        ["any 区"] = ("西藏自治区", "西藏自治区"),
        ["province 省"] = ("青海省", "青海省"),
        ["any 市"] = ("那曲市", "那曲市"),
        ["prefecture 州"] = ("甘南藏族自治州", "甘南藏族自治州"),
        ["prefecture 盟"] = ("兴安盟", "兴安盟"),
        ["prefecture 区"] = ("阿里地区", "阿里地区"),
        ["county 县"] = ("日土县", "日土县"),
        ["county 旗"] = ("土默特左旗", "土默特左旗"),
    };

    static Claim Only(string text, string? region = null) => Assert.Single(CompactClaim.Read(text, new DocumentFacts("page", Region: region, Published: new(2023, 11, 30))));

    static ScopeMention? Find(string text, string? region = "西藏自治区") =>
        new ScopeRecognizer(CountryLexicon.Default, region).Recognize(text, new(0, text.Length)) is [var first, ..] ? first : null;

    [Theory, MemberData(nameof(Organisations))]
    public void Every_organisation_is_a_scope_by_its_full_name(string name, string word) => Assert.Equal(name, Only($"{word}实现净利润5.2亿元。").Scope);

    [Theory, MemberData(nameof(Agencies))]
    public void What_every_agency_announces_is_its_countrys(string scope, string word) => Assert.Equal(scope, Find($"{word}发布的数据显示，失业率为5.2%。")?.Name);

    [Theory, MemberData(nameof(Regions))]
    public void Every_region_is_a_scope_at_home_or_abroad(string where, string word) =>
        Assert.Equal((word, where == "abroad"), Find($"{word}粮食产量5.2亿吨。") is { } mention ? (mention.Name, mention.IsForeign) : default);

    [Theory, MemberData(nameof(NotPlaces))]
    public void Words_that_begin_like_a_place_are_none(string key, string word)
    {
        Assert.Empty(key);
        Assert.Equal((word.Length, false), (Gazetteer.Default.MatchWord(word, out var isPlace), isPlace));
    }

    [Theory, MemberData(nameof(Anaphora))]
    public void Every_word_of_anaphora_points_back(string key, string word)
    {
        if (key == "organisation -")
            Assert.Equal("西藏雪域乳业有限公司", CompactClaim.Read($"西藏雪域乳业有限公司去年建成。目前，{word}实现产值5.2亿元。")[^1].Scope);
        else if (key.StartsWith("village", StringComparison.Ordinal))
            Assert.Equal($"文部{(word == "社区" ? word : key[^1])}", CompactClaim.Read($"尼玛县文部{(word == "社区" ? word : key[^1])}加快发展。{word}现有牧民420户。")[^1].Scope);
        else
            Assert.Equal(Homes[key].Place, Only($"{word}现有公路5.2万公里。", Homes[key].Region).Scope);
    }

    [Theory, MemberData(nameof(Neighbours))]
    public void No_place_beside_these_words_is_what_a_sentence_is_about(string place, string word)
    {
        var mention = place == "before" ? Find($"产量{word}青海省的水平") : Find($"青海省{word}有人");

        Assert.True(place == "title" ? mention is null or { IsTopic: false } : mention?.Name != "青海省");
    }

    [Theory, MemberData(nameof(Companies))]
    public void Every_kind_of_company_is_a_scope(string kind, string word)
    {
        Assert.Equal("company", kind);
        Assert.Equal("雪域高原乳业" + word, Find($"雪域高原乳业{word}实现产值5.2亿元。")?.Name);
    }

    [Theory, MemberData(nameof(Institutions))]
    public void Every_kind_of_institution_is_pointed_back_to(string kind, string word)
    {
        Assert.Equal("institution", kind);
        Assert.Equal("雪域高原" + word, CompactClaim.Read($"雪域高原{word}去年建成。目前，该校实现收入5.2亿元。")[^1].Scope);
    }

    [Theory, MemberData(nameof(More))]
    public void A_name_that_goes_on_does_not_end_there(string kind, string word)
    {
        Assert.Equal("more", kind);
        Assert.NotEqual("雪域高原乳业公司", Find($"雪域高原乳业公司{word}实现产值5.2亿元。")?.Name);
    }

    [Theory, MemberData(nameof(Leads))]
    public void A_name_begins_behind_every_lead(string kind, string word)
    {
        Assert.Equal("lead", kind);
        Assert.NotEqual($"{word}雪域乳业有限公司", Find($"{word}雪域乳业有限公司实现产值5.2亿元。")?.Name);
    }

    [Theory, MemberData(nameof(Classes))]
    public void No_name_begins_like_a_class(string kind, string word)
    {
        Assert.Equal("class", kind);
        Assert.False(Find($"{word}乳业有限公司实现产值5.2亿元。") is { Code: null } mention && mention.Name.Length > word.Length && mention.Name.StartsWith(word, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Others))]
    public void Behind_a_short_name_every_one_of_these_makes_it_another_thing(string kind, string word)
    {
        Assert.Equal("other", kind);
        Assert.NotEqual("中国工商银行", Find($"工行{word}5.2亿元。")?.Name);
    }

    [Theory, MemberData(nameof(Announces))]
    public void With_every_word_of_announcing_figures_are_the_countrys(string kind, string word)
    {
        Assert.Equal("announce", kind);
        Assert.Equal("全国", Find($"国家统计局{word}，失业率为5.2%。")?.Name);
    }

    [Theory, MemberData(nameof(Partners))]
    public void With_every_word_of_dealing_a_country_is_a_partner(string kind, string word)
    {
        Assert.Equal("partner", kind);
        Assert.True(Find($"美国{word}额5.2亿元。", "全国")?.IsForeign);
        Assert.False(Find("美国失业率5.2%。", "全国")?.IsForeign);
    }

    [Theory, MemberData(nameof(Townships))]
    public void Kinds_of_township_are_no_names_and_openers_tell_one(string kind, string word)
    {
        Assert.True(kind is "generic" or "bare" or "opener");
        Assert.Equal(kind == "opener" ? "卡如乡" : null, Find(kind == "opener" ? $"卡如乡{word}西北部，有牧民420户。" : $"{word}有牧民420户。")?.Name);
    }

    [Theory, MemberData(nameof(Dealings))]
    public void A_region_that_is_dealt_with_is_a_partner(string kind, string word)
    {
        Assert.Equal("dealing", kind);
        Assert.Equal("西藏自治区", Only($"东盟位居首位，{word}进出口额86亿元。", "西藏自治区").Scope);
        Assert.Equal("东盟", Only("东盟位居首位，进出口额86亿元。", "西藏自治区").Scope);
    }

    [Theory, MemberData(nameof(Zones))]
    public void Every_zone_behind_a_place_has_a_name_of_its_own(string key, string word)
    {
        Assert.Empty(key);
        Assert.Equal("那曲市" + word, Only($"那曲市{word}实现产值5.2亿元。").Scope);
    }

    [Theory, MemberData(nameof(Acts))]
    public void 中国_with_every_act_behind_it_is_the_country(string key, string word)
    {
        Assert.Equal("act", key);
        Assert.Equal("全国", Find($"中国{word}稀土5.2万吨。")?.Name);
    }

    [Theory, MemberData(nameof(Facilities))]
    public void Every_kind_of_work_is_a_scope(string kind, string word)
    {
        Assert.Equal("facility", kind);
        Assert.Equal("雪域高原雅江中游" + word, Only($"雪域高原雅江中游{word}接待游客5.2万人次。", "西藏自治区").Scope);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_kind_of_work_is_nobodys_name(string kind, string word)
    {
        Assert.Equal("generic", kind);
        Assert.DoesNotContain("水库", Find(word.Length == 2 && word is not ("铁路" or "高速") ? $"雪域{word}水库可灌溉农田。" : $"{word}雪域水库可灌溉农田。")?.Name ?? "", StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Parts))]
    public void A_work_that_is_part_of_another_noun_is_no_scope(string kind, string word)
    {
        Assert.Equal("not", kind);
        Assert.Null(Find($"雪域铁路{word}业务收入5.2万元。"));
    }
}

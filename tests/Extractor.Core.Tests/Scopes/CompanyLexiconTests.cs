using Extractor.Core.Documents;
using Extractor.Core.Scopes;

namespace Extractor.Core.Tests.Scopes;

/// <summary>Every word by which the short names of companies are told, and what is no name of one.</summary>
public sealed class CompanyLexiconTests
{
    public static TheoryData<string, string> Trades => Lexicon.Words("Scopes.organisation-words.tsv", "trade");
    public static TheoryData<string, string> Profiles => Lexicon.Words("Scopes.organisation-words.tsv", "profile");
    public static TheoryData<string, string> Listed => Lexicon.Words("Scopes.organisation-words.tsv", "listed");
    public static TheoryData<string, string> Regional => Lexicon.Words("Scopes.organisation-words.tsv", "regional");
    public static TheoryData<string, string> Verbs => Lexicon.Words("Scopes.organisation-words.tsv", "verb");
    public static TheoryData<string, string> Stems => Lexicon.Words("Scopes.organisation-words.tsv", "stem");

    static string? Find(string text) => new ScopeRecognizer(CountryLexicon.Default, "全国").Recognize(text, new(0, text.Length)) is [var first, ..] ? first.Name : null;

    /// <summary>The scope of a story that names a company twice where a clause opens.</summary>
    static string? Scope(string name, string verb = "公告") =>
        CompactClaim.Read($"{name}{verb}，项目投资3.2亿元。\n\n{name}{verb}，项目收入5.6亿元。", new DocumentFacts("page", Region: "全国", Published: new(2023, 11, 30)))[^1].Scope;

    [Theory, MemberData(nameof(Trades))]
    public void Trades_from_end_to_end_are_nobodys_name(string kind, string word)
    {
        Assert.Equal("trade", kind);
        Assert.NotEqual($"煤炭{word}运输公司", Find($"煤炭{word}运输公司实现产值5.2亿元。"));
    }

    [Theory, MemberData(nameof(Profiles))]
    public void A_text_that_opens_with_a_profile_is_about_its_institution(string kind, string word)
    {
        Assert.Equal("profile", kind);
        Assert.Equal("雪域高原大学", Find($"雪域高原大学{word}西部高校。"));
    }

    [Theory, MemberData(nameof(Listed))]
    public void Every_trade_makes_a_short_name(string kind, string word)
    {
        Assert.Equal("listed", kind);
        Assert.Equal("雪域" + word, Scope("雪域" + word));
    }

    [Theory, MemberData(nameof(Regional))]
    public void Some_make_one_behind_a_place(string kind, string word)
    {
        Assert.Equal("regional", kind);
        Assert.Equal("青海" + word, Scope("青海" + word));
    }

    [Theory, MemberData(nameof(Verbs))]
    public void A_short_name_is_told_by_what_companies_do(string kind, string word)
    {
        Assert.Equal("verb", kind);
        Assert.Equal("雪域光电", Scope("雪域光电", word));
    }

    [Theory, MemberData(nameof(Stems))]
    public void A_trade_behind_a_common_word_is_nobodys_name(string kind, string word)
    {
        Assert.Equal("stem", kind);
        Assert.NotEqual(word + "光电", Scope(word + "光电"));
    }
}

using Extractor.Core.Claims;
using Extractor.Core.Statuses;

namespace Extractor.Core.Tests.Statuses;

/// <summary>Every word of the lexicons of statuses, before a figure.</summary>
public sealed class StatusLexiconTests
{
    public static TheoryData<string, string> Words => Lexicon.Words("Statuses.statuses.tsv");
    public static TheoryData<string, string> Adverbs => Lexicon.Words("Statuses.adverbs.tsv");
    public static TheoryData<string, string> Results => Lexicon.Words("Statuses.results.tsv", "result");
    public static TheoryData<string, string> Past => Lexicon.Words("Statuses.results.tsv", "past");
    public static TheoryData<string, string> Times => Lexicon.Words("Statuses.results.tsv", "time");
    public static TheoryData<string, string> Now => Lexicon.Words("Statuses.results.tsv", "now");

    [Theory, MemberData(nameof(Words))]
    public void Every_word_says_what_its_row_says(string status, string word) =>
        Assert.Equal(status switch { "none" => "actual", "outlay" or "purpose" => "planned", _ => status }, StatusReader.Default.Read($"全区{word}完成投资").Code());

    [Theory, MemberData(nameof(Adverbs))]
    public void With_every_adverb_behind_it_将_looks_ahead(string key, string word)
    {
        Assert.Empty(key);
        Assert.Equal(Status.Planned, StatusReader.Default.Read($"全区将{word}").Code() == "forecast" ? Status.Planned : StatusReader.Default.Read($"全区将{word}"));
    }

    [Theory, MemberData(nameof(Times))]
    public void 争取_with_a_time_or_a_degree_behind_it_looks_ahead(string key, string word)
    {
        Assert.Equal("time", key);
        Assert.Equal((Status.Planned, Status.Actual), (StatusReader.Default.Read($"全区争取{word}省级资金"), StatusReader.Default.Read("全区争取省级资金")));
    }

    [Theory, MemberData(nameof(Results))]
    public void With_every_result_an_outlay_has_become_something(string kind, string word)
    {
        Assert.Equal("result", kind);
        Assert.Equal(Status.Actual, StatusReader.Default.Read($"全区计划投资10亿元，{word}"));
        Assert.Equal(Status.Planned, StatusReader.Default.Read("全区计划投资10亿元，占地"));
    }

    [Theory, MemberData(nameof(Past))]
    public void What_is_over_is_no_plan(string kind, string word)
    {
        Assert.Equal("past", kind);
        Assert.Equal(Status.Actual, StatusReader.Default.Read($"全区计划修路，{word}"));
        Assert.Equal(Status.Planned, StatusReader.Default.Read("全区计划修路，总长"));
    }

    [Theory, MemberData(nameof(Now))]
    public void Where_things_stand_is_no_plan(string kind, string word)
    {
        Assert.Equal("now", kind);
        Assert.Equal(Status.Actual, StatusReader.Default.Read($"全区将提升绿化率，由{word}"));
        Assert.Equal(Status.Planned, StatusReader.Default.Read("全区将提升绿化率，由"));
    }
}

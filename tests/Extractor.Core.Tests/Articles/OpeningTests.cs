using Extractor.Core.Articles;
using Extractor.Core.Claims;
using Extractor.Core.Documents;
using Extractor.Core.Layouts;
using Extractor.Core.Text;

namespace Extractor.Core.Tests.Articles;

/// <summary>Every word by which lines, articles and parts of reports open, and by which dates and frames are none.</summary>
public sealed class OpeningTests
{
    public static TheoryData<string, string> Openings => Lexicon.Words("Layouts.openings.tsv");
    public static TheoryData<string, string> Events => Lexicon.Words("Articles.events.tsv");
    public static TheoryData<string, string> NewsWords => Lexicon.Words("Articles.news-words.tsv");
    public static TheoryData<string, string> NoFrames => Lexicon.Words("Articles.no-frames.tsv");
    public static TheoryData<string, string> Plans => Lexicon.Words("Claims.plans.tsv", "plan");
    public static TheoryData<string, string> Reviews => Lexicon.Words("Claims.plans.tsv", "review");
    public static TheoryData<string, string> Businesses => Lexicon.Words("Claims.businesses.tsv");

    [Theory, MemberData(nameof(Openings))]
    public void Every_opening_opens(string kind, string word) =>
        Assert.True(kind == "line" ? Paragraph.Opens(word + "全区") : Paragraph.OpensNews(word + "全区"));

    [Theory, MemberData(nameof(Events))]
    public void The_day_of_every_event_is_no_period(string kind, string word)
    {
        var text = $"3月5日，会上{word}";
        Assert.Equal(kind == "event", Dateline.IsEvent(text, new(0, 4)));
        Assert.True(Dateline.IsEvent($"3月5日{word}的消息。", new(0, 4)));
    }

    [Theory, MemberData(nameof(NewsWords))]
    public void With_every_word_of_news_a_brief_is_an_article_of_its_own(string key, string word)
    {
        const string Before = "青海山羊绒产量创历史新高\n\n青海省农业农村厅说，青海山羊绒产量570吨，创历史新高。\n\n铁路发送旅客人数再创新高\n\n";
        var facts = new DocumentFacts("page", Region: "全国", Published: new(2023, 11, 30));

        Assert.Empty(key);
        Assert.Equal("全国", CompactClaim.Read($"{Before}车站里人山人海，从早到晚{word}，铁路发送旅客人数40万人次，再创新高。", facts)[^1].Scope);
        Assert.Equal("青海省", CompactClaim.Read($"{Before}车站里人山人海，从早到晚热闹，铁路发送旅客人数40万人次，再创新高。", facts)[^1].Scope);
    }

    [Theory, MemberData(nameof(NoFrames))]
    public void No_frame_ends_so(string key, string word)
    {
        Assert.Empty(key);
        Assert.Null(Frame.Read($"在城乡{word}中，投资", new TextSpan(0, 6 + word.Length)));
        Assert.NotNull(Frame.Read("在快递业务中，单价", new TextSpan(0, 9)));
    }

    [Theory, MemberData(nameof(Plans))]
    public void Behind_every_word_of_plan_figures_are_planned(string kind, string word)
    {
        Assert.Equal("plan", kind);
        Assert.Equal(Status.Planned, CompactClaim.Read($"2024年{word}是：粮食产量18.4万吨。", CompactClaim.Tibet)[^1].Status);
    }

    [Theory, MemberData(nameof(Reviews))]
    public void A_sentence_that_opens_with_a_word_of_review_ends_the_plan(string kind, string word)
    {
        Assert.Equal("review", kind);
        Assert.Equal(Status.Actual, CompactClaim.Read($"2024年预期目标如下。{word}，2022年全区粮食产量18.4万吨。")[^1].Status);
    }

    [Theory, MemberData(nameof(Businesses))]
    public void The_户_of_every_business_is_no_household(string key, string word)
    {
        Assert.Empty(key);
        Assert.Equal("{户}", Assert.Single(CompactClaim.Read($"2022年，全区{word}达到5.2万户。")).Unit);
    }
}

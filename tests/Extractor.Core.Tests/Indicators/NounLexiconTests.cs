using Extractor.Core.Indicators;
using Extractor.Core.Text;

namespace Extractor.Core.Tests.Indicators;

/// <summary>Every word of the lexicons by which a noun behind a figure ends, in a sentence in which it does its work.</summary>
public sealed class NounLexiconTests
{
    public static TheoryData<string, string> Doers => Lexicon.Words("Indicators.doers.tsv");

    // To do: in 对象 the stop 对 comes first.
    public static TheoryData<string, string> NounEnds => Lexicon.Words("Indicators.noun-ends.tsv", null, "对象");

    public static TheoryData<string, string> Members => Lexicon.Words("Indicators.members.tsv");

    // To do: 环 and 合计 are read as part of the noun, and the dates in the others end the sentence for it.
    public static TheoryData<string, string> Moves => Lexicon.Words("Indicators.moves.tsv", null, "环比", "合计", "较上年", "比上年", "较去年", "比去年");

    public static TheoryData<string, string> Vacuous => Lexicon.Words("Indicators.vacuous.tsv");
    public static TheoryData<string, string> Stops => Lexicon.Words("Indicators.stops.tsv", "yes");
    public static TheoryData<string, string> VerbalNouns => Lexicon.Words("Indicators.stops.tsv", "noun");

    // Of these a part is gone before, as a date.
    public static TheoryData<string, string> NoStops => Lexicon.Words("Indicators.stops.tsv", "no", "今年生", "当日往返", "现有企业");

    public static TheoryData<string, string> Verbs => Lexicon.Words("Indicators.verbs.tsv");

    // Behind these a clause opens anew.
    public static TheoryData<string, string> BeforeWorks => Lexicon.Words("Indicators.verbs.tsv", null, "使", "使用", "来自", "前往");

    /// <summary>Verbs of two characters and more that are none of reaching, which have a lexicon of their own.</summary>
    public static TheoryData<string, string> BeforeBounds
    {
        get
        {
            var reaches = WordList.Embedded("Quantities.reaches.tsv");
            var data = new TheoryData<string, string>();
            foreach (var (key, word) in Lexicon.Rows("Indicators.verbs.tsv").Where(row => row.Word.Length > 1 && !reaches.Ends(row.Word)))
                data.Add(key, word);
            return data;
        }
    }

    static string? First(string text) => CompactClaim.Read(text)[0].Indicator;

    [Theory, MemberData(nameof(Doers))]
    public void What_somebody_does_ends_the_noun(string key, string word)
    {
        Assert.Empty(key);
        Assert.Equal("雪域" + word, First($"那里有120家雪域{word}划拨口罩。"));
    }

    [Theory, MemberData(nameof(NounEnds))]
    public void A_verb_stands_inside_a_noun_that_closes_so(string key, string word)
    {
        Assert.Empty(key);
        Assert.Equal("冬季牧草推广" + word, First($"全区新增12个冬季牧草推广{word}。"));
        // A verb of its own must be closed again.
        if (IndicatorWords.VerbalNouns.TryGet(word, out var isVerb) && isVerb)
            return;
        Assert.Equal($"冬季牧草推广{word}那批", First($"全区新增12个冬季牧草推广{word}那批。"));
        Assert.Equal("雪域学校推广" + word, First($"全区新增12个雪域学校推广{word}。"));
    }

    [Theory, MemberData(nameof(Members))]
    public void Places_and_bodies_are_counted_as_such(string key, string word)
    {
        Assert.Empty(key);
        Assert.Equal(word, First($"会上来了23个{word}的展品。"));
    }

    [Theory, MemberData(nameof(Moves))]
    public void The_measure_before_every_move_is_the_next_figures(string key, string word)
    {
        Assert.Empty(key);
        Assert.Equal("商圈", First($"全区12个商圈客流量{word}4.2%。"));
    }

    [Theory, MemberData(nameof(Vacuous))]
    public void A_noun_that_says_nothing_is_no_indicator(string key, string word)
    {
        Assert.Empty(key);
        Assert.Equal("汽车保有量", First($"全区汽车保有量达到500辆的{word}。"));
    }

    [Theory, MemberData(nameof(Stops))]
    public void A_noun_ends_before_every_stop(string stop, string word)
    {
        Assert.Equal("yes", stop);
        Assert.Equal("雪山步道", First($"那里有120条雪山步道{word}。"));
        Assert.True(IndicatorReader.IsVerbs(word));
    }

    [Theory, MemberData(nameof(VerbalNouns))]
    public void A_noun_ends_before_a_verb_and_holds_it_in_a_compound(string stop, string word)
    {
        Assert.Equal("noun", stop);
        Assert.Equal("雪山步道", First($"那里有120条雪山步道{word}了好几回。"));
        Assert.Equal($"冬季牧草{word}项目", First($"那里有12个冬季牧草{word}项目。"));
    }

    [Theory, MemberData(nameof(NoStops))]
    public void What_begins_like_a_stop_goes_on_as_a_noun(string stop, string word)
    {
        Assert.Equal("no", stop);
        Assert.Equal($"民间{word}区位", First($"那里有12处民间{word}区位。"));
        if (word[^1] != '“')
            Assert.Equal("民间" + word, First($"那里有12处民间{word}。"));
        if (IndicatorWords.Leads.MatchStart(word, out _) is var lead and > 0 && lead < word.Length)
            Assert.Equal(word + "产量", First($"{word}产量达到18.4万吨。"));
    }

    [Theory, MemberData(nameof(Verbs))]
    public void Nothing_but_verbs_is_a_deed(string key, string word)
    {
        Assert.Empty(key);
        Assert.True(IndicatorReader.IsVerbs(word + "种植"));
    }

    [Theory, MemberData(nameof(BeforeWorks))]
    public void No_name_of_a_work_begins_with_a_verb(string key, string word)
    {
        Assert.Empty(key);
        Assert.Equal("西藏自治区", CompactClaim.Read($"{word}雪域水库灌溉农田5.2万亩。")[^1].Scope);
    }

    [Theory, MemberData(nameof(BeforeBounds))]
    public void Behind_a_verb_a_bound_is_the_figure(string key, string word)
    {
        Assert.Empty(key);
        Assert.Single(CompactClaim.Read($"那里{word}36万元以上的建材。"));
    }
}

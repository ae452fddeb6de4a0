using Extractor.Core.Claims;

namespace Extractor.Core.Tests.Measures;

/// <summary>Every word of the lexicons of measures, in a sentence in which it does its work.</summary>
public sealed class MeasureLexiconTests
{
    public static TheoryData<string, string> Moves => [.. Lexicon.Words("Measures.changes.tsv", "moves up"), .. Lexicon.Words("Measures.changes.tsv", "moves down"), .. Lexicon.Words("Measures.changes.tsv", "named up"), .. Lexicon.Words("Measures.changes.tsv", "named down")];

    // 增幅达到 says what was reached.
    public static TheoryData<string, string> Rates => [.. Lexicon.Words("Measures.changes.tsv", "rate up", "增幅达到"), .. Lexicon.Words("Measures.changes.tsv", "rate down")];

    // 高于, 多于 and 低于 right before a figure are hedges.
    public static TheoryData<string, string> Gaps => [.. Lexicon.Words("Measures.changes.tsv", "gap up", "高于", "多于"), .. Lexicon.Words("Measures.changes.tsv", "gap down", "低于")];

    public static TheoryData<string, string> Bases => Lexicon.Words("Measures.bases.tsv");
    public static TheoryData<string, string> Openers => [.. Lexicon.Words("Measures.openers.tsv", "up"), .. Lexicon.Words("Measures.openers.tsv", "down")];
    public static TheoryData<string, string> OpenGaps => Lexicon.Words("Measures.openers.tsv", "gap");
    public static TheoryData<string, string> FrontAdverbs => Lexicon.Words("Measures.adverbs.tsv", "front");
    public static TheoryData<string, string> BehindAdverbs => Lexicon.Words("Measures.adverbs.tsv", "behind");
    public static TheoryData<string, string> Shares => Lexicon.Words("Measures.nouns.tsv", "share");
    public static TheoryData<string, string> Uses => Lexicon.Words("Measures.nouns.tsv", "use");
    public static TheoryData<string, string> Stocks => Lexicon.Words("Measures.nouns.tsv", "stock");

    [Theory, MemberData(nameof(Moves))]
    public void Every_move_is_growth_in_its_direction(string key, string word)
    {
        var claim = Assert.Single(CompactClaim.Read($"2022年，全区粮食产量比上年{word}5%。"));

        Assert.Equal((Measure.Growth, key.Split(' ')[1]), (claim.Measure, claim.Direction?.Code()));
    }

    [Theory, MemberData(nameof(Rates))]
    public void Every_rate_is_growth(string key, string word)
    {
        var claim = Assert.Single(CompactClaim.Read($"2022年，全区粮食产量{word}{(word is "增长速度" or "同比" or "环比" ? "均在" : "")}5%。"));

        Assert.Equal((Measure.Growth, key.Split(' ')[1]), (claim.Measure, claim.Direction?.Code()));
    }

    [Theory, MemberData(nameof(Uses))]
    public void What_a_part_is_or_does_makes_it_a_share(string key, string word)
    {
        Assert.Equal("use", key);
        Assert.Equal(Measure.Share, CompactClaim.Read($"2022年，全区财政支出2.1万亿元，74%以上{word}民生。")[1].Measure);
    }

    [Theory, MemberData(nameof(Gaps))]
    public void Every_gap_is_a_change_in_its_direction(string key, string word)
    {
        var claim = Assert.Single(CompactClaim.Read($"2022年，全区粮食产量增速比全国{word}5个百分点。"));

        Assert.Equal((Measure.Change, key.Split(' ')[1]), (claim.Measure, claim.Direction?.Code()));
    }

    [Theory, MemberData(nameof(OpenGaps))]
    public void Every_gap_stands_before_what_is_compared(string key, string word)
    {
        Assert.Equal("gap", key);
        Assert.Contains("measure:gap", Assert.Single(CompactClaim.Read($"2022年，全区粮食产量增速{word}全国5个百分点。")).Rules);
    }

    [Theory, MemberData(nameof(Bases))]
    public void Every_basis_is_what_its_row_says(string basis, string word) =>
        Assert.Equal(basis, Assert.Single(CompactClaim.Read($"2022年，全区粮食产量{word}增长5%。")).Basis);

    [Theory, MemberData(nameof(Openers))]
    public void Every_opener_is_growth_in_its_direction(string direction, string word)
    {
        var claim = Assert.Single(CompactClaim.Read($"2022年，全区持续推进，{word}行政事业项目30%。"));

        Assert.Equal((Measure.Growth, direction), (claim.Measure, claim.Direction?.Code()));
    }

    [Theory, MemberData(nameof(FrontAdverbs))]
    public void Every_front_adverb_stands_between_a_rate_and_its_figure(string place, string word)
    {
        Assert.Equal("front", place);
        Assert.Equal(Measure.Growth, Assert.Single(CompactClaim.Read($"2022年，全区粮食产量增速{word}5%。")).Measure);
    }

    [Theory, MemberData(nameof(BehindAdverbs))]
    public void Every_adverb_behind_stands_before_the_noun_of_change(string place, string word)
    {
        Assert.Equal("behind", place);
        Assert.Equal(Measure.Growth, Assert.Single(CompactClaim.Read($"2022年，全区粮食产量保持5%的{word}增长。")).Measure);
    }

    [Theory, MemberData(nameof(Shares))]
    public void Every_noun_of_share_makes_one(string kind, string word)
    {
        Assert.Equal("share", kind);
        Assert.Equal(Measure.Share, Assert.Single(CompactClaim.Read($"2022年，全区牧业收入{word}为5%。")).Measure);
    }

    [Theory, MemberData(nameof(Stocks))]
    public void The_increase_of_every_stock_is_a_change(string kind, string word)
    {
        Assert.Equal("stock", kind);
        Assert.Equal(Measure.Change, Assert.Single(CompactClaim.Read($"2022年，全区涉农{word}新增5亿元。")).Measure);
    }
}

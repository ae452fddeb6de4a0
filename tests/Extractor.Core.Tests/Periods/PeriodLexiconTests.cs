using Extractor.Core.Claims;
using Extractor.Core.Periods;
using Extractor.Core.Text;

namespace Extractor.Core.Tests.Periods;

public sealed class PeriodLexiconTests
{
    // 再 and 实现 are trimmed before their own nouns.
    public static TheoryData<string, string> FlowWords => Lexicon.Words("Periods.flows.tsv", null, "再就业", "实现就业");
    public static TheoryData<string, string> Comparisons => Lexicon.Words("Periods.comparisons.tsv");
    public static TheoryData<string, string> Ahead => Lexicon.Words("Periods.ahead.tsv");

    [Theory, MemberData(nameof(FlowWords))]
    public void What_flows_is_the_whole_years_behind_its_end(string key, string word)
    {
        Assert.Empty(key);
        Assert.Equal("2022", CompactClaim.Print(Assert.Single(CompactClaim.Read($"2022年末，全区{word}5.2亿元。")).Period));
    }

    [Theory, MemberData(nameof(Comparisons))]
    public void A_date_beside_every_word_of_comparison_is_a_basis(string place, string word)
    {
        var text = place switch { "before" => $"产量{word}2020年增长", "behind" => $"产量2020年{word}增长", "founding" => $"2020年{word}，增长", _ => $"完成全年{word}的" };

        Assert.True(new PeriodRecognizer(new(2023, 11, 30)).Recognize(text, new(0, text.Length))[0].IsBasis);
    }

    [Theory, MemberData(nameof(Ahead))]
    public void With_every_word_that_looks_ahead_全年_is_the_running_one(string key, string word)
    {
        Assert.Empty(key);
        var text = $"{word}全年完成";

        Assert.Equal(Period.Year(2023), Assert.Single(new PeriodRecognizer(new(2023, 4, 30)).Recognize(text, new TextSpan(0, text.Length))).Period);
    }
}

#if MICROSOFT_RECOGNIZERS
using System.Diagnostics;
using Extractor.Core.Claims;

namespace Extractor.Recognizers.Tests;

/// <summary>Against the library itself.</summary>
public sealed class MicrosoftQuantitiesTests
{
    /// <summary>A text, and what is read in it: the slice, value, unit and qualifier.</summary>
    public static TheoryData<string, string> Examples => new()
    {
        // money, scaled; fractions of it in the currency
        { "贷款余额6034.35亿元。", "6034.35亿元 603435000000 CNY exact" },
        { "100万港元，3.5美元", "100万港元 1000000 HKD exact; 3.5美元 3.5 USD exact" },
        { "每斤5角", "5角 0.5 CNY exact" },
        // dimensions
        { "公路15.5万公里，粮食108万吨，耕地700亩", "15.5万公里 155000 km exact; 108万吨 1080000 t exact; 700亩 700 {亩} exact" },
        // percentages and points
        { "增长12.32%，提高1.0个百分点", "12.32% 12.32 % exact; 1.0个百分点 1 pp exact" },
        { "百分之九十五", "百分之九十五 95 % exact" },
        // hedges that it reads as open intervals
        { "超过5000万元", "5000万元 50000000 CNY more_than" },
        // full width stays as it is printed
        { "增加６６１．７亿元", "６６１．７亿元 66170000000 CNY exact" },
        // counters are unknown to it
        { "43万名", "43万 430000 1 exact" },
        // dates and ordinals are no quantities
        { "2021年，第四次会议", "" },
        // nothing to read
        { "没有数字。", "" },
        { "", "" },
    };

    [Theory, MemberData(nameof(Examples))]
    public void Reads_in_the_units_of_claims(string text, string expected) =>
        Assert.Equal(expected, string.Join("; ", new MicrosoftQuantities().Recognize(text).Select(mention => $"{mention.Text} {mention.Value} {mention.Unit} {mention.Qualifier.Code()}")));

    [Fact]
    public void Spans_count_code_points_across_pieces()
    {
        var text = string.Concat(Enumerable.Repeat("𠮷没有数字的一句话，", 60)) + "贷款5亿元。";

        var mention = new MicrosoftQuantities().Recognize(text)[^1];

        Assert.Equal("5亿元", string.Concat(text.EnumerateRunes().Skip(mention.Span.Start).Take(mention.Span.Length)));
        Assert.Equal("5亿元", mention.Text);
    }

    [Theory]
    [InlineData("一百")]
    [InlineData("1")]
    [InlineData("年1月")]
    [InlineData("三年两月")]
    [InlineData("1到")]
    public void Hostile_text_ends_in_time(string piece)
    {
        var recognizer = new MicrosoftQuantities();
        var clock = Stopwatch.StartNew();

        recognizer.Recognize(string.Concat(Enumerable.Repeat(piece, 8000 / piece.Length)));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(40), $"took {clock.Elapsed}");
    }
}
#endif

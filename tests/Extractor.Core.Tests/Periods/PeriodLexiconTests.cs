using System.Globalization;
using Extractor.Core.Claims;
using Extractor.Core.Periods;
using Extractor.Core.Text;

namespace Extractor.Core.Tests.Periods;

/// <summary>Every word of the lexicons of periods, in a sentence in which it does its work.</summary>
public sealed class PeriodLexiconTests
{
    // 再 and 实现 are trimmed before their own nouns.
    public static TheoryData<string, string> FlowWords => Lexicon.Words("Periods.flows.tsv", null, "再就业", "实现就业");
    public static TheoryData<string, string> Comparisons => Lexicon.Words("Periods.comparisons.tsv");
    public static TheoryData<string, string> Ahead => Lexicon.Words("Periods.ahead.tsv");
    public static TheoryData<string, string> Disasters => Lexicon.Words("Periods.disasters.tsv");
    public static TheoryData<string, string> Measures => Lexicon.Words("Periods.climate.tsv", "measure");
    public static TheoryData<string, string> Normals => Lexicon.Words("Periods.climate.tsv", "normal");
    public static TheoryData<string, string> Weather => Lexicon.Words("Periods.climate.tsv", "weather");

    public static TheoryData<string, string> HolidayNames => Holidays(isName: true);
    public static TheoryData<string, string> HolidayDays => Holidays(isName: false);

    /// <summary>The names of holidays, or their first and last days as «national-day 2023-09-29», 2023-10-06.</summary>
    static TheoryData<string, string> Holidays(bool isName)
    {
        var data = new TheoryData<string, string>();
        foreach (var (key, word) in Lexicon.Rows("Periods.holidays.tsv").Where(row => row.Key.EndsWith(" name", StringComparison.Ordinal) == isName))
            data.Add(key, word);
        return data;
    }

    static PeriodMention First(string text, int year = 2023) => new PeriodRecognizer(new(year, 12, 31)).Recognize(text, new(0, text.Length))[0];

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

    [Theory, MemberData(nameof(Disasters))]
    public void A_story_that_opens_with_a_disaster_is_about_its_day(string key, string word)
    {
        Assert.Empty(key);
        Assert.Equal("2023-11-20", CompactClaim.Print(Assert.Single(CompactClaim.Read($"11月20日清晨，山谷里{word}，沿线道路一度封闭，人员连夜疏散。\n\n县里安置牧民1200人。")).Period));
    }

    [Theory, MemberData(nameof(Measures))]
    public void Before_every_measure_of_climate_a_month_is_of_no_year(string kind, string word)
    {
        Assert.Equal("measure", kind);
        Assert.Null(First($"1月的{word}记录如下，无霜期120天。").Period);
    }

    [Theory, MemberData(nameof(Normals))]
    public void It_is_so_beside_every_normal(string kind, string word)
    {
        Assert.Equal("normal", kind);
        Assert.Null(First($"1月气温最低，{word}见附表。").Period);
        Assert.NotNull(First("1月气温最低，雨量见附表。").Period);
    }

    [Theory, MemberData(nameof(Weather))]
    public void Beside_every_word_of_weather_the_month_is_of_its_year(string kind, string word)
    {
        Assert.Equal("weather", kind);
        Assert.Equal(Period.Month(2023, 1), First($"1月气温{word}偏低，无霜期120天。").Period);
    }

    [Theory, MemberData(nameof(HolidayNames))]
    public void Every_name_of_a_holiday_means_its_days(string key, string word)
    {
        var mention = First($"{word}假期接待游客5.2万人次。");

        Assert.Equal(word.Length + 2, mention.Span.Length);
        Assert.Equal(key switch { "labour-day name" => new(new(2023, 4, 29), new(2023, 5, 3)), "national-day name" => new(new(2023, 9, 29), new(2023, 10, 6)), _ => new Period(new(2023, 1, 21), new(2023, 1, 27)) }, mention.Period);
    }

    [Theory, MemberData(nameof(HolidayDays))]
    public void Every_holiday_had_the_days_of_its_row(string key, string last)
    {
        var (holiday, first) = (key.Split(' ')[0], DateOnly.ParseExact(key.Split(' ')[1], "yyyy-MM-dd", CultureInfo.InvariantCulture));
        var name = holiday switch { "labour-day" => "五一", "national-day" => "国庆", _ => "春节" };

        Assert.Equal(new(first, DateOnly.ParseExact(last, "yyyy-MM-dd", CultureInfo.InvariantCulture)), First($"{name}假期接待游客5.2万人次。", first.Year).Period);
    }
}

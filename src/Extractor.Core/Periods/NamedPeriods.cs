using Extractor.Core.Claims;

namespace Extractor.Core.Periods;

/// <summary>Periods that go by a name: five-year plans, congresses, 本月, 近五年. Null where the day they count from is unknown or has not come.</summary>
static class NamedPeriods
{
    /// <summary>“十四五”期间, 十三五末, 十四五以来.</summary>
    /// <param name="name">Of the plan: 七五 to 十五五.</param>
    /// <param name="part">What is meant of it; its whole where nothing is said.</param>
    public static Period? Plan(string name, string part, DateOnly? published)
    {
        int first = name switch { "七五" => 1986, "八五" => 1991, "九五" => 1996, "十五" => 2001, "十一五" => 2006, "十二五" => 2011, "十三五" => 2016, "十四五" => 2021, _ => 2026 };
        return part switch
        {
            "末" or "时期末" => Period.Point(new(first + 4, 12, 31)),
            "以来" => published is { } today && today.Year >= first ? new Period(new(first, 1, 1), today) : null,
            _ => new Period(new(first, 1, 1), new(first + 4, 12, 31)),
        };
    }

    /// <summary>党的十八大以来: from its first day.</summary>
    public static Period? SinceCongress(string number, DateOnly? published)
    {
        var opened = number switch { "十八" => new DateOnly(2012, 11, 8), "十九" => new(2017, 10, 18), _ => new(2022, 10, 16) };
        return published is { } today && today > opened ? new Period(opened, today) : null;
    }

    /// <summary>近五年: whole years that are over.</summary>
    public static Period? PastYears(int count, DateOnly? published) =>
        published is { } today ? new Period(new(today.Year - count, 1, 1), new(today.Year - 1, 12, 31)) : null;

    /// <param name="last">The period read last, from which 去年同期 goes back.</param>
    public static Period? Relative(string word, DateOnly? from, Period? last)
    {
        if (from is not { } today)
            return null;
        var lastMonth = today.AddMonths(-1);
        return word switch
        {
            "去年同期" or "上年同期" => last?.YearsBefore(1),
            "前年同期" => last?.YearsBefore(2),
            "明日" or "明天" => Period.Point(today.AddDays(1)),
            "后天" => Period.Point(today.AddDays(2)),
            "前天" or "前日" => Period.Point(today.AddDays(-2)),
            "本月" => Period.Month(today.Year, today.Month),
            "上月" or "上个月" => Period.Month(lastMonth.Year, lastMonth.Month),
            "本季度" or "本季" => new Period(new(today.Year, (today.Month - 1) / 3 * 3 + 1, 1), Period.Month(today.Year, (today.Month - 1) / 3 * 3 + 3).End),
            "昨日" or "昨天" or "昨晚" => Period.Point(today.AddDays(-1)),
            "一年来" or "1年来" => Period.Year(today.Month <= 4 ? today.Year - 1 : today.Year),
            _ when word.Contains("过去", StringComparison.Ordinal) => Period.Year(today.Month <= 4 ? today.Year - 1 : today.Year),
            _ => null,
        };
    }
}

using System.Globalization;
using Extractor.Web.Pages.Markup;
using Extractor.Web.Pages.Words;

namespace Extractor.Web.Pages.Figures;

/// <summary>The shape of a period: points of one shape make a line, years and months do not.</summary>
enum PeriodShape { Moment, Month, Quarter, Half, Year, YearToDate, Other }

/// <summary>Periods as newspapers write them.</summary>
static class PeriodText
{
    public static PeriodShape Shape(DateOnly start, DateOnly end)
    {
        if (start == end)
            return PeriodShape.Moment;
        if (start.Day != 1)
            return PeriodShape.Other;
        var isWhole = end.AddDays(1).Day == 1;
        var months = (end.Year - start.Year) * 12 + end.Month - start.Month + 1;
        return (isWhole, months) switch
        {
            (true, 1) => PeriodShape.Month,
            (true, 3) when start.Month % 3 == 1 => PeriodShape.Quarter,
            (true, 6) when start.Month % 6 == 1 => PeriodShape.Half,
            (true, 12) when start.Month == 1 => PeriodShape.Year,
            (_, < 12) when start.Month == 1 => PeriodShape.YearToDate,
            _ => PeriodShape.Other,
        };
    }

    /// <summary>Where a period stands on an axis of time: a year at its own tick, what runs since January at its end.</summary>
    public static DateOnly At(DateOnly start, DateOnly end) =>
        Shape(start, end) is PeriodShape.Month or PeriodShape.Quarter or PeriodShape.Half or PeriodShape.Year ? start : end;

    public static string In(Language language, DateOnly start, DateOnly end) => language == Language.English ? English(start, end) : Chinese(start, end);

    /// <summary>The words, with the days at hand.</summary>
    public static Html Show(Visit visit, DateOnly? start, DateOnly? end) => (start, end) is ({ } first, { } last)
        ? Html.Of($"<span class=\"period\" title=\"{Iso(first)}{(first == last ? "" : $" – {Iso(last)}")}\">{In(visit.Language, first, last)}</span>")
        : Html.Of($"<span class=\"unsaid\">{visit["unsaid.period"]}</span>");

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Chinese(DateOnly start, DateOnly end) => Shape(start, end) switch
    {
        PeriodShape.Moment => $"{end.Year}年{end.Month}月{end.Day}日",
        PeriodShape.Month => $"{end.Year}年{end.Month}月",
        PeriodShape.Quarter => $"{end.Year}年{"一二三四"[end.Month / 3 - 1]}季度",
        PeriodShape.Half => $"{end.Year}年{(end.Month == 6 ? "上" : "下")}半年",
        PeriodShape.Year => $"{end.Year}年",
        PeriodShape.YearToDate when end.AddDays(1).Day == 1 => $"{end.Year}年1—{end.Month}月",
        PeriodShape.Other when start.DayOfYear == 1 && end is { Month: 12, Day: 31 } => $"{start.Year}—{end.Year}年",
        _ => $"{Iso(start)} — {Iso(end)}",
    };

    static string English(DateOnly start, DateOnly end) => Shape(start, end) switch
    {
        PeriodShape.Moment => end.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        PeriodShape.Month => end.ToString("MMM yyyy", CultureInfo.InvariantCulture),
        PeriodShape.Quarter => $"Q{end.Month / 3} {end.Year}",
        PeriodShape.Half => $"H{end.Month / 6} {end.Year}",
        PeriodShape.Year => end.ToString("yyyy", CultureInfo.InvariantCulture),
        PeriodShape.YearToDate when end.AddDays(1).Day == 1 => $"Jan–{end.ToString("MMM yyyy", CultureInfo.InvariantCulture)}",
        PeriodShape.Other when start.DayOfYear == 1 && end is { Month: 12, Day: 31 } => $"{start.Year}–{end.Year}",
        _ => $"{Iso(start)} – {Iso(end)}",
    };
}

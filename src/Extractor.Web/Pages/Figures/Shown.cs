using System.Globalization;
using Extractor.Web.Pages.Markup;

namespace Extractor.Web.Pages.Figures;

/// <summary>Counts, days and moments as both languages write them.</summary>
static class Shown
{
    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static Html Moment(DateTime? utc) => utc is not { } moment
        ? Html.Of($"–")
        : Html.Of($"<time datetime=\"{moment.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}\">{moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC</time>");

    public static Html Day(DateOnly? day) => day is not { } date
        ? Html.Of($"<span class=\"unsaid\">–</span>")
        : Html.Of($"<time datetime=\"{PeriodText.Iso(date)}\">{PeriodText.Iso(date)}</time>");
}

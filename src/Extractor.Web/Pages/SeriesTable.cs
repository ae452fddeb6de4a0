using Extractor.Storage.Series;
using Extractor.Web.Pages.Figures;
using Extractor.Web.Pages.Markup;
using Extractor.Web.Pages.Words;

namespace Extractor.Web.Pages;

/// <summary>What a page calls one series: ups and downs of the same thing are one.</summary>
sealed record SeriesName(string? IndicatorId, string Indicator, string? Scope, string? ScopeCode, string Measure, string Unit, string? Basis, string Status)
{
    public static SeriesName Of(SeriesSummary series) =>
        new(series.IndicatorId, series.Indicator, series.Scope, series.ScopeCode, series.Measure, series.Unit, series.Basis, series.Status);

    public string Link => PageLinks.Series(IndicatorId, Indicator, Scope, Measure, Unit, Basis, Status);

    /// <summary>Where the database cannot ask for «none», all are asked for, and <see cref="Has"/> chooses.</summary>
    public SeriesFilter Filter => new(IndicatorId ?? Indicator, Scope, Unit, Measure, Direction: null, Basis, Status);

    public bool Has(SeriesPoint point) => point.Scope == Scope && point.Basis == Basis && point.Unit == Unit && point.IndicatorId == IndicatorId && point.Indicator == Indicator;

    /// <summary><c>同比增速</c>, with the status where it is not what happened.</summary>
    public Html Kind(Visit visit) =>
        Html.Of($"{(Basis is null ? "" : Figure.BasisText(visit, Basis) + (visit.Language == Language.English ? " " : ""))}{visit[$"measure.{Measure}"]} {Parts.Status(visit, Status)}");
}

/// <summary>A list of series.</summary>
static class SeriesTable
{
    const int Few = 20;

    /// <param name="isOfPlace">Whether rows are told apart by their indicators, else by their scopes.</param>
    public static Html Show(Visit visit, IEnumerable<SeriesSummary> series, bool isOfPlace, SeriesName? chosen = null)
    {
        var rows = Group(series).ToList();
        // A fold for two or three more would hide nothing.
        var shown = rows.Count > Few + Few / 4 ? Few : rows.Count;
        var rest = rows.Count == shown ? Html.Empty : Html.Of($"<details class=\"rest\"><summary>{visit.Say("series.more", rows.Count - shown)}</summary>{Table(visit, rows.Skip(shown), isOfPlace, chosen)}</details>");
        return Html.Of($"{Table(visit, rows.Take(shown), isOfPlace, chosen)}{rest}");
    }

    static Html Table(Visit visit, IEnumerable<(SeriesName Name, long Points, DateOnly First, DateOnly Last)> rows, bool isOfPlace, SeriesName? chosen) => Html.Of($"""
        <div class="scroll"><table class="list">
        <caption class="unseen">{visit["series.title"]}</caption>
        <thead><tr><th scope="col">{visit[isOfPlace ? "column.indicator" : "column.scope"]}</th><th scope="col">{visit["column.what"]}</th><th scope="col">{visit["column.unit"]}</th><th scope="col" class="number">{visit["column.points"]}</th><th scope="col">{visit["column.periods"]}</th></tr></thead>
        <tbody>{rows.Select(row => Row(visit, row.Name, row.Points, row.First, row.Last, isOfPlace, row.Name == chosen))}</tbody>
        </table></div>
        """);

    public static IEnumerable<(SeriesName Name, long Points, DateOnly First, DateOnly Last)> Group(IEnumerable<SeriesSummary> series) => series
        .GroupBy(SeriesName.Of)
        .Select(group => (Name: group.Key, Points: group.Sum(one => one.Points), First: group.Min(one => one.First), Last: group.Max(one => one.Last)))
        // Of equally many points what is, in numbers, before how it grew, and before what is planned.
        .OrderByDescending(row => row.Points).ThenByDescending(row => row.Name.Status == "actual").ThenByDescending(row => row.Name.Measure == "level");

    static Html Row(Visit visit, SeriesName name, long points, DateOnly first, DateOnly last, bool isOfPlace, bool isChosen)
    {
        var label = isOfPlace ? Html.Name(name.Indicator) : name.Scope is null ? Html.Of($"{visit["unsaid.scope"]}") : Html.Name(name.Scope);
        var link = isChosen ? Html.Of($"<a href=\"{name.Link}\" aria-current=\"true\">{label}</a>") : Html.Of($"<a href=\"{name.Link}\">{label}</a>");
        return Html.Of($"<tr><th scope=\"row\">{link}</th><td>{name.Kind(visit)}</td><td>{UnitNames.In(visit.Language, name.Unit)}</td><td class=\"number\">{Shown.Count(points)}</td><td>{IndicatorsPage.Years(first, last)}</td></tr>\n");
    }
}

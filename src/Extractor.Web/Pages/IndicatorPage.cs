using Extractor.Storage.Catalogues;
using Extractor.Storage.Series;
using Extractor.Web.Pages.Figures;
using Extractor.Web.Pages.Markup;
using Extractor.Web.Pages.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Pages;

/// <summary>An indicator: one of its series as chart and table, its conflicts, its other series.</summary>
static class IndicatorPage
{
    const int MostSeries = 200;
    const int MostPoints = 1000;

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/indicator", ShowAsync);

    static async Task<Page> ShowAsync(HttpContext context, IndicatorList indicators, SeriesStore series, ConflictStore conflicts, CancellationToken ct)
    {
        var visit = new Visit(context);
        if (visit.Text("name") is not { } name || await indicators.FindOneAsync(name, ct) is not { } indicator)
            return Page.Missing(visit, visit["missing.indicator"]);
        var all = await series.FindAsync(new(indicator.Id ?? indicator.Name), null, MostSeries, ct);
        var chosen = Choose(visit, indicator, all);
        var points = chosen is null ? [] : (await series.PointsAsync(chosen.Filter, null, MostPoints, ct)).Where(chosen.Has).ToList();
        var differing = chosen is null || chosen.Scope is null ? [] : (await conflicts.FindAsync(chosen.Filter, null, 50, ct)).Where(conflict => conflict.Basis == chosen.Basis).ToList();
        var title = visit.Language == Language.English && !string.IsNullOrEmpty(indicator.English) ? indicator.English : indicator.Name;
        return new(visit, chosen?.Scope is { } scope ? $"{title} · {scope}" : title, Html.Of($"""
            <p class="above"><a href="/indicators">{visit["nav.indicators"]}</a></p>
            <h1>{IndicatorsPage.Name(visit, indicator)}</h1>
            {About(visit, indicator)}
            {(chosen is null ? Parts.Nothing(visit, "series.nothing") : Chosen(visit, chosen, points, differing))}
            {(all.Count == 0 ? Html.Empty : Html.Of($"<section aria-labelledby=\"others\"><h2 id=\"others\">{visit["series.all"]}</h2>{SeriesTable.Show(visit, all, isOfPlace: false, chosen)}</section>"))}
            <p class="all"><a href="{PageLinks.To("/claims", ("indicator", indicator.Id ?? indicator.Name))}">{visit.Say("indicator.all_claims", Shown.Count(indicator.Claims))}</a></p>
            """), script: "chart.js");
    }

    // The address may name a series that a later run has no longer: it is shown without points.
    static SeriesName? Choose(Visit visit, IndicatorSummary indicator, IReadOnlyList<SeriesSummary> all)
    {
        var (scope, measure, unit, basis, status) = (visit.Text("scope"), visit.Text("measure"), visit.Text("unit"), visit.Text("basis"), visit.Text("status"));
        return SeriesTable.Group(all).Select(row => row.Name).FirstOrDefault(name =>
            (scope is null || scope == (name.Scope ?? "-") || scope == name.ScopeCode) && (measure is null || measure == name.Measure) && (unit is null || unit == name.Unit)
            && (basis is null || basis == (name.Basis ?? "-")) && (status is null || status == name.Status))
            ?? (scope is null || measure is null || unit is null || status is null ? null
                : new(indicator.Id, indicator.Name, scope == "-" ? null : scope, null, visit.Word("measure", "level", "change", "growth", "share", "multiple")!, unit, basis is "-" ? null : basis, visit.Word("status", "actual", "planned", "forecast")!));
    }

    static Html About(Visit visit, IndicatorSummary indicator) => Html.Of($"""
        <p class="span">{visit.Many("claims", indicator.Claims)} · {visit.Many("documents", indicator.Documents)}{(indicator.Kind is { } kind ? $" · {visit[$"indicator.{kind}"]}" : "")}{(indicator.Aliases.Length == 0 ? "" : $" · {visit["indicator.aliases"]} {string.Join('、', indicator.Aliases.Take(8))}{(indicator.Aliases.Length > 8 ? "…" : "")}")}</p>
        """);

    static Html Chosen(Visit visit, SeriesName name, List<SeriesPoint> points, List<Conflict> conflicts) => Html.Of($"""
        <section class="series" aria-labelledby="chosen">
        <h2 id="chosen">{(name.Scope is null ? Html.Of($"{visit["unsaid.scope"]}") : Parts.Place(visit, name.Scope, name.ScopeCode))} <span class="what">{name.Kind(visit)}</span></h2>
        {(points.Count == 0 ? Parts.Nothing(visit, "series.nothing") : PointTable.Show(visit, name, points, conflicts))}
        </section>
        {(conflicts.Count == 0 ? Html.Empty : Html.Of($"<section aria-labelledby=\"differing\"><h2 id=\"differing\">{visit["conflicts.here"]}</h2><ul class=\"feed\">{conflicts.Select(conflict => Html.Of($"<li><p class=\"heading\">{PeriodText.Show(visit, conflict.PeriodStart, conflict.PeriodEnd)} {ConflictsPage.Difference(visit, conflict)}</p><ul class=\"statements\">{conflict.Statements.Select(point => ConflictsPage.Statement(visit, point))}</ul></li>"))}</ul></section>"))}
        """);
}

using Extractor.Storage.Series;
using Extractor.Web.Answers;
using Extractor.Web.Pages.Figures;
using Extractor.Web.Pages.Markup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Pages;

/// <summary>Documents that state different values of the same thing, the latest periods first.</summary>
static class ConflictsPage
{
    const int PageSize = 30;

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/conflicts", ShowAsync);

    static async Task<Page> ShowAsync(HttpContext context, ConflictStore conflicts, CancellationToken ct)
    {
        var visit = new Visit(context);
        var after = visit.After(parts => new ConflictPlace(Cursor.Day(parts[0]) ?? throw new FormatException(), Guid.Parse(parts[1])));
        var filter = new SeriesFilter(visit.Text("indicator"), visit.Text("scope"), From: visit.Day("from"), To: visit.Day("to", isEnd: true));
        var found = await conflicts.FindAsync(filter, after, PageSize + 1, ct);
        var shown = found.Take(PageSize).ToList();
        var next = found.Count > PageSize ? Cursor.Write(shown[^1].PeriodEnd, shown[^1].ConflictId) : null;
        return new(visit, visit["nav.conflicts"], Html.Of($"""
            <h1>{visit["nav.conflicts"]}</h1>
            <p class="lead">{visit["conflicts.lead"]}</p>
            <form class="filters" role="search" method="get">
            {Fields.Text(visit, "indicator", "field.indicator", "field.indicator_example")}
            {Fields.Text(visit, "scope", "field.scope", "field.scope_example")}
            {Fields.Text(visit, "from", "field.from", "field.from_example", isShort: true)}
            {Fields.Text(visit, "to", "field.to", "field.to_example", isShort: true)}
            <div class="go"><button>{visit["lookup.go"]}</button> <a href="/conflicts">{visit["lookup.clear"]}</a></div>
            </form>
            {(shown.Count == 0 ? Parts.Nothing(visit, "conflicts.nothing") : Html.Of($"<ol class=\"cards\">{shown.Select(conflict => Card(visit, conflict))}</ol>"))}
            {Parts.More(visit, next)}
            """));
    }

    static Html Card(Visit visit, Conflict conflict) => Html.Of($"""
        <li class="card"><h2>{Heading(visit, conflict)}</h2>
        <p>{Difference(visit, conflict)}</p>
        <ul class="statements">{conflict.Statements.Select(point => Statement(visit, point))}</ul></li>

        """);

    /// <summary>What the documents speak of, which leads to its series.</summary>
    public static Html Heading(Visit visit, Conflict conflict)
    {
        var name = new SeriesName(conflict.IndicatorId, conflict.Indicator, conflict.Scope, conflict.ScopeCode, conflict.Measure, conflict.Unit, conflict.Basis, conflict.Status);
        return Html.Of($"<a href=\"{name.Link}\">{Html.Name(conflict.Scope)} {Html.Name(conflict.Indicator)}</a> <span class=\"what\">{(conflict is { Measure: "level", Basis: null, Status: "actual" } ? Html.Empty : name.Kind(visit))} {PeriodText.Show(visit, conflict.PeriodStart, conflict.PeriodEnd)}</span>");
    }

    public static Html Difference(Visit visit, Conflict conflict) => Html.Of($"""
        <span class="tag disagrees">{visit["conflicts.apart"]}</span> {new Figure(conflict.Difference, null, null, conflict.Unit, "exact", conflict.Measure, null, null).Show(visit)}
        """);

    /// <summary>One document's word.</summary>
    public static Html Statement(Visit visit, SeriesPoint point) => Html.Of($"""
        <li><a class="number" href="{PageLinks.Claim(point.DocumentId, point.ClaimKey)}">{Figure.Of(point).Show(visit)}</a> <span class="source">{Html.Name(point.Publication ?? point.Document)} {Shown.Day(point.Published)}</span></li>

        """);
}

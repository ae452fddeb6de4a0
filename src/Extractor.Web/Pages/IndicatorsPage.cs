using Extractor.Storage.Catalogues;
using Extractor.Web.Answers;
using Extractor.Web.Pages.Figures;
using Extractor.Web.Pages.Markup;
using Extractor.Web.Pages.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Pages;

/// <summary>All that is measured, the richest first.</summary>
static class IndicatorsPage
{
    const int PageSize = 100;

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/indicators", ShowAsync);

    static async Task<Page> ShowAsync(HttpContext context, IndicatorList indicators, CancellationToken ct)
    {
        var visit = new Visit(context);
        var after = visit.After(parts => new IndicatorPlace(Cursor.Number(parts[0]), parts[1], parts[2]));
        var found = await indicators.FindAsync(visit.Text("text"), after, PageSize + 1, ct);
        var shown = found.Take(PageSize).ToList();
        var next = found.Count > PageSize ? Cursor.Write(shown[^1].Claims, shown[^1].Name, shown[^1].Id) : null;
        return new(visit, visit["nav.indicators"], Html.Of($"""
            <h1>{visit["nav.indicators"]}</h1>
            <form class="filters" role="search" method="get">{Fields.Text(visit, "text", "field.name", "field.indicator_example", isWide: true)}<div class="go"><button>{visit["lookup.go"]}</button></div></form>
            {(shown.Count == 0 ? Parts.Nothing(visit, "list.nothing") : Table(visit, shown))}
            {Parts.More(visit, next)}
            """));
    }

    /// <summary>In the reader's language where the catalogue has it.</summary>
    public static Html Name(Visit visit, IndicatorSummary indicator) => visit.Language == Language.English && !string.IsNullOrEmpty(indicator.English)
        ? Html.Of($"{Html.Name(indicator.English)} <span class=\"also\" lang=\"zh-CN\">{Html.Name(indicator.Name)}</span>")
        : Html.Name(indicator.Name);

    static Html Table(Visit visit, IEnumerable<IndicatorSummary> indicators) => Html.Of($"""
        <div class="scroll"><table class="list">
        <caption class="unseen">{visit["nav.indicators"]}</caption>
        <thead><tr><th scope="col">{visit["column.indicator"]}</th><th scope="col" class="number">{visit["column.claims"]}</th><th scope="col" class="number">{visit["column.documents"]}</th><th scope="col">{visit["column.periods"]}</th><th scope="col" class="roomy">{visit["column.kind"]}</th></tr></thead>
        <tbody>{indicators.Select(indicator => Html.Of($"<tr><th scope=\"row\"><a href=\"{PageLinks.Indicator(indicator.Id, indicator.Name)}\">{Name(visit, indicator)}</a></th><td class=\"number\">{Shown.Count(indicator.Claims)}</td><td class=\"number\">{Shown.Count(indicator.Documents)}</td><td>{Years(indicator.First, indicator.Last)}</td><td class=\"roomy\">{(indicator.Kind is { } kind ? visit[$"indicator.{kind}"] : "")}</td></tr>\n"))}</tbody>
        </table></div>
        """);

    public static string Years(DateOnly? first, DateOnly? last) => (first, last) is ({ } from, { } to)
        ? from.Year == to.Year ? $"{to.Year}" : $"{from.Year}–{to.Year}"
        : "–";
}

using System.Globalization;
using Extractor.Storage.Claims;
using Extractor.Web.Answers;
using Extractor.Web.Pages.Figures;
using Extractor.Web.Pages.Markup;
using Extractor.Web.Pages.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Pages;

/// <summary>Claims by what they say and where. The question is in the address, so that an answer can be sent on.</summary>
static class LookupPage
{
    const int PageSize = 50;

    static readonly string[] s_statuses = ["actual", "planned", "forecast"];
    static readonly string[] s_measures = ["level", "change", "growth", "share", "multiple"];

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/claims", ShowAsync);

    static async Task<Page> ShowAsync(HttpContext context, ClaimSearch claims, CancellationToken ct)
    {
        var visit = new Visit(context);
        var filter = new ClaimFilter
        {
            Text = visit.Text("text"), Indicator = visit.Text("indicator"), Scope = visit.Text("scope"), Unit = visit.Text("unit") is { } unit ? UnitNames.Code(unit) : null,
            From = visit.Day("from"), To = visit.Day("to", isEnd: true), Publication = visit.Text("publication"),
            Status = visit.Word("status", s_statuses), Measure = visit.Word("measure", s_measures),
        };
        var order = visit.Word("order", "newest", "text") == "text" ? ClaimOrder.Text : ClaimOrder.Newest;
        var after = visit.After(parts => new ClaimPlace(int.Parse(parts[0], CultureInfo.InvariantCulture), Cursor.Day(parts[1]), Guid.Parse(parts[2]), int.Parse(parts[3], CultureInfo.InvariantCulture), Guid.Parse(parts[4])));
        var page = await claims.FindAsync(filter, order, after, PageSize, ct);
        var next = page.Next is { } place ? Cursor.Write(place.Run, place.PeriodEnd, place.Document, place.Start, place.Key) : null;
        return new(visit, visit["lookup.title"], Html.Of($"""
            <h1>{visit["lookup.title"]}</h1>
            {Form(visit)}
            <p class="result" role="status">{Said(visit, page, after is not null)}</p>
            {(page.Claims.Count == 0 ? Parts.Nothing(visit, "lookup.nothing") : Parts.Claims(visit, visit["lookup.title"], page.Claims))}
            {Parts.More(visit, next)}
            """));
    }

    static string Said(Visit visit, ClaimPage page, bool isLater) => (page.Next, isLater) switch
    {
        (null, false) => visit.Many("claims", page.Claims.Count),
        (null, true) => visit.Say("lookup.last", Shown.Count(page.Claims.Count)),
        _ => visit.Say("lookup.some", Shown.Count(page.Claims.Count)),
    };

    static Html Form(Visit visit) => Html.Of($"""
        <form class="filters" role="search" action="/claims" method="get">
        {Fields.Text(visit, "text", "field.text", "field.text_example", isWide: true)}
        {Fields.Text(visit, "indicator", "field.indicator", "field.indicator_example")}
        {Fields.Text(visit, "scope", "field.scope", "field.scope_example")}
        {Fields.Text(visit, "from", "field.from", "field.from_example", isShort: true)}
        {Fields.Text(visit, "to", "field.to", "field.to_example", isShort: true)}
        {Fields.Text(visit, "unit", "field.unit", "field.unit_example", isShort: true)}
        {Fields.Text(visit, "publication", "field.publication", "field.publication_example")}
        {Fields.Choice(visit, "measure", "field.measure", s_measures, "measure.")}
        {Fields.Choice(visit, "status", "field.status", s_statuses, "status.")}
        <div class="go"><button>{visit["lookup.go"]}</button> <a href="/claims">{visit["lookup.clear"]}</a></div>
        </form>
        """);
}

using System.Globalization;
using Extractor.Storage.Runs;
using Extractor.Web.Pages.Figures;
using Extractor.Web.Pages.Markup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Pages;

/// <summary>Runs, the newest first.</summary>
static class RunsPage
{
    const int PageSize = 30;

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/runs", ShowAsync);

    static async Task<Page> ShowAsync(HttpContext context, RunHistory runs, CancellationToken ct)
    {
        var visit = new Visit(context);
        var found = await runs.ListAsync(PageSize + 1, ct, visit.Count("after"));
        var shown = found.Take(PageSize).ToList();
        return new(visit, visit["nav.runs"], Html.Of($"""
            <h1>{visit["nav.runs"]}</h1>
            <p class="lead">{visit["runs.lead"]}</p>
            {(shown.Count == 0 ? Parts.Nothing(visit, "list.nothing") : Table(visit, shown))}
            {Parts.More(visit, found.Count > PageSize ? shown[^1].Id.ToString(CultureInfo.InvariantCulture) : null)}
            """));
    }

    static Html Table(Visit visit, IEnumerable<RunSummary> runs) => Html.Of($"""
        <div class="scroll"><table class="list rows">
        <caption class="unseen">{visit["nav.runs"]}</caption>
        <thead><tr><th scope="col">{visit["column.run"]}</th><th scope="col">{visit["column.state"]}</th><th scope="col">{visit["column.started"]}</th><th scope="col" class="number">{visit["column.added"]}</th><th scope="col" class="number">{visit["column.retired"]}</th><th scope="col" class="number">{visit["column.done"]}</th><th scope="col">{visit["column.ruleset"]}</th></tr></thead>
        <tbody>{runs.Select(run => Row(visit, run))}</tbody>
        </table></div>
        """);

    static Html Row(Visit visit, RunSummary run) => Html.Of($"""
        <tr><th scope="row"><a href="{PageLinks.Run(run.Id)}">{run.Id}</a> {visit[$"run.{run.Kind}"]}</th><td>{State(visit, run)}</td><td>{Shown.Moment(run.StartedAt)}</td><td class="number" data-label="{visit["column.added"]}">{Shown.Count(run.Added)}</td><td class="number" data-label="{visit["column.retired"]}">{Shown.Count(run.Retired)}</td><td class="number" data-label="{visit["column.done"]}">{(run.Planned == 0 ? "–" : $"{Shown.Count(run.Done)} / {Shown.Count(run.Planned)}")}</td><td><code>{run.Ruleset}</code></td></tr>

        """);

    public static Html State(Visit visit, RunSummary run) => run.IsPublished
        ? Html.Of($"<span class=\"tag agrees\">{visit["run.seen"]}</span>")
        : Html.Of($"<span class=\"tag {run.State}\">{visit[$"run.{run.State}"]}</span>");
}

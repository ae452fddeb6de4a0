using System.Globalization;
using Extractor.Storage.Queue;
using Extractor.Web.Answers;
using Extractor.Web.Pages.Figures;
using Extractor.Web.Pages.Markup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Pages;

/// <summary>The queue: how many jobs are in which state, which they are, and another try for those given up.</summary>
static class QueuePage
{
    const int PageSize = 100;

    static readonly string[] s_states = ["ready", "leased", "done", "cancelled", "parked"];

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/queue", ShowAsync);
        // Guarded as all writing: the browser asks for the token and sends it from this site only.
        pages.MapPost("/queue/retry", RetryAsync).DisableAntiforgery();
    }

    static async Task<Page> ShowAsync(HttpContext context, JobList jobs, WebSettings settings, CancellationToken ct)
    {
        var visit = new Visit(context);
        var (state, run, document) = (visit.Word("state", s_states), visit.Count("run"), visit.Id("document"));
        var counts = await jobs.CountAsync(ct);
        var found = await jobs.FindAsync(state, run, visit.Number("after") ?? 0, PageSize + 1, ct, document);
        var shown = found.Take(PageSize).ToList();
        var mayRetry = settings.Token is { Length: > 0 };
        return new(visit, visit["nav.queue"], Html.Of($"""
            <h1>{visit["nav.queue"]}</h1>
            {(visit.Number("retried") is { } retried ? Html.Of($"<p class=\"said\" role=\"status\">{visit.Say("queue.retried", Shown.Count(retried))}</p>") : Html.Empty)}
            {(counts.Count == 0 ? Parts.Nothing(visit, "queue.empty") : Counts(visit, counts))}
            <form class="filters" method="get">
            {Fields.Choice(visit, "state", "column.state", s_states, "job.")}
            {Fields.Text(visit, "run", "field.run", "field.run_example", isShort: true)}
            {Fields.Text(visit, "document", "field.document_id", "field.document_id_example")}
            <div class="go"><button>{visit["lookup.go"]}</button> <a href="/queue">{visit["lookup.clear"]}</a></div>
            </form>
            {(shown.Count == 0 ? Parts.Nothing(visit, "queue.nothing") : List(visit, shown, mayRetry))}
            {Parts.More(visit, found.Count > PageSize ? shown[^1].Id.ToString(CultureInfo.InvariantCulture) : null)}
            """));
    }

    static async Task<IResult> RetryAsync(HttpContext context, JobList jobs, CancellationToken ct)
    {
        var visit = new Visit(context);
        if (!context.Request.HasFormContentType)
            throw new BadRequestException(visit["queue.choose"]);
        var form = await context.Request.ReadFormAsync(ct);
        var ids = new List<long>();
        foreach (var value in form["job"])
            ids.Add(long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw new BadRequestException(visit.Say("wrong.number", "job", value)));
        var isAll = form["which"] == "all";
        if (!isAll && ids.Count == 0)
            throw new BadRequestException(visit["queue.choose"]);
        var retried = await jobs.RetryAsync(isAll ? null : ids, ct);
        context.Response.Headers.Location = PageLinks.To("/queue", ("state", isAll ? "" : "parked"), ("retried", retried.ToString(CultureInfo.InvariantCulture)));
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    static Html Counts(Visit visit, IReadOnlyList<JobCount> counts) => Html.Of($"""
        <div class="scroll"><table class="list narrow">
        <caption class="unseen">{visit["queue.counts"]}</caption>
        <thead><tr><th scope="col">{visit["column.run"]}</th>{s_states.Select(state => Html.Of($"<th scope=\"col\" class=\"number\">{visit[$"job.{state}"]}</th>"))}</tr></thead>
        <tbody>{counts.GroupBy(count => count.OfRun).Select(run => Html.Of($"<tr><th scope=\"row\">{(run.Key == 0 ? visit["queue.incoming"] : visit.Say("run.title", run.Key))}</th>{s_states.Select(state => Cell(visit, run.Key, state, run.FirstOrDefault(count => count.State == state)?.Jobs ?? 0))}</tr>"))}</tbody>
        </table></div>
        """);

    static Html Cell(Visit visit, int run, string state, long jobs) => jobs == 0
        ? Html.Of($"<td class=\"number unsaid\">0</td>")
        : Html.Of($"<td class=\"number\"><a href=\"{PageLinks.To("/queue", ("state", state), ("run", run.ToString(CultureInfo.InvariantCulture)))}\">{Shown.Count(jobs)}</a></td>");

    static Html List(Visit visit, IReadOnlyList<JobSummary> jobs, bool mayRetry)
    {
        var isParked = jobs.Any(job => job.State == "parked");
        var table = Html.Of($"""
            <div class="scroll"><table class="list jobs rows">
            <caption class="unseen">{visit["nav.queue"]}</caption>
            <thead><tr>{(isParked && mayRetry ? Html.Of($"<td></td>") : Html.Empty)}<th scope="col">{visit["column.document"]}</th><th scope="col">{visit["column.state"]}</th><th scope="col" class="number">{visit["column.attempts"]}</th><th scope="col" class="number">{visit["column.crashes"]}</th><th scope="col">{visit["column.when"]}</th><th scope="col">{visit["column.error"]}</th></tr></thead>
            <tbody>{jobs.Select(job => Row(visit, job, isParked && mayRetry))}</tbody>
            </table></div>
            """);
        if (!isParked)
            return table;
        return mayRetry
            ? Html.Of($"<form method=\"post\" action=\"/queue/retry\">{table}<p class=\"deeds\"><button name=\"which\" value=\"chosen\">{visit["queue.retry_chosen"]}</button> <button name=\"which\" value=\"all\">{visit["queue.retry_all"]}</button> <span class=\"hint\">{visit["queue.token"]}</span></p></form>")
            : Html.Of($"{table}<p class=\"hint\">{visit["queue.closed"]}</p>");
    }

    static Html Row(Visit visit, JobSummary job, bool withBox) => Html.Of($"""
        <tr>{(!withBox ? Html.Empty : job.State == "parked" ? Html.Of($"<td><input type=\"checkbox\" name=\"job\" value=\"{job.Id}\" aria-label=\"{visit.Say("queue.job", job.Id)}\"></td>") : Html.Of($"<td></td>"))}<th scope="row"><a href="{PageLinks.Document(job.DocumentId)}">{Html.Name(job.Document)}</a> <span class="source">{visit.Say("queue.job", job.Id)}{(job.RunId is { } run ? $" · {visit.Say("run.title", run)}" : "")}</span></th><td><span class="tag {job.State}">{visit[$"job.{job.State}"]}</span></td><td class="number" data-label="{visit["column.attempts"]}">{job.Attempts}</td><td class="number" data-label="{visit["column.crashes"]}">{job.Crashes}</td><td>{Shown.Moment(job.State switch { "ready" => job.RunAt, "leased" => job.LeaseUntil, _ => job.FinishedAt })}</td><td class="error">{(job.Error is null ? Html.Empty : Html.Of($"<span>{job.Error}</span>"))}</td></tr>

        """);
}

using Extractor.Storage.Runs;
using Extractor.Web.Answers;
using Extractor.Web.Pages.Figures;
using Extractor.Web.Pages.Markup;
using Extractor.Web.Pages.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Pages;

/// <summary>A run, and what a reader sees otherwise since an earlier one, both sides beside each other.</summary>
static class RunPage
{
    const int PageSize = 100;

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/runs/{id:int}", ShowAsync);

    static async Task<Page> ShowAsync(int id, HttpContext context, RunHistory runs, CancellationToken ct)
    {
        var visit = new Visit(context);
        if (await runs.FindAsync(id, ct) is not { } run)
            return Page.Missing(visit, visit["missing.run"]);
        var from = visit.Count("from") ?? id - 1;
        var after = visit.After<object>(parts => Guid.Parse(parts[0])) as Guid?;
        var changes = new List<ClaimChange>();
        var isCut = false;
        await foreach (var change in runs.DiffAsync(from, id, ct, after))
        {
            // A document's changes stay together.
            if (isCut = changes.Count >= PageSize && change.DocumentId != changes[^1].DocumentId)
                break;
            changes.Add(change);
        }
        return new(visit, visit.Say("run.title", id), Html.Of($"""
            <p class="above"><a href="/runs">{visit["nav.runs"]}</a></p>
            <h1>{visit.Say("run.title", id)} <span class="what">{visit[$"run.{run.Kind}"]}</span></h1>
            {About(visit, run)}
            <section aria-labelledby="changes"><h2 id="changes">{visit.Say("run.changes", from, id)}</h2>
            <form class="filters" method="get"><div class="field short"><label for="f-from">{visit["field.since_run"]}</label><input id="f-from" name="from" inputmode="numeric" value="{from}"></div><div class="go"><button>{visit["run.compare"]}</button></div></form>
            {(changes.Count == 0 ? Parts.Nothing(visit, "run.same") : Html.Of($"{changes.GroupBy(change => change.DocumentId).Select(group => Document(visit, [.. group]))}"))}
            {Parts.More(visit, isCut ? Cursor.Write(changes[^1].DocumentId) : null)}
            </section>
            """));
    }

    static Html About(Visit visit, RunSummary run) => Html.Of($"""
        <dl class="facts">
        <div><dt>{visit["column.state"]}</dt><dd>{RunsPage.State(visit, run)}</dd></div>
        <div><dt>{visit["column.started"]}</dt><dd>{Shown.Moment(run.StartedAt)}</dd></div>
        <div><dt>{visit["column.ended"]}</dt><dd>{Shown.Moment(run.EndedAt)}</dd></div>
        <div><dt>{visit["column.added"]}</dt><dd>{Shown.Count(run.Added)}</dd></div>
        <div><dt>{visit["column.retired"]}</dt><dd>{Shown.Count(run.Retired)}</dd></div>
        <div><dt>{visit["column.ruleset"]}</dt><dd><code>{run.Ruleset}</code></dd></div>
        {(run.Planned == 0 ? Html.Empty : Html.Of($"<div><dt>{visit["column.done"]}</dt><dd>{Shown.Count(run.Done)} / {Shown.Count(run.Planned)}{(run.Parked == 0 ? Html.Empty : Html.Of($" · <a href=\"{PageLinks.To("/queue", ("state", "parked"))}\">{visit.Say("run.parked", Shown.Count(run.Parked))}</a>"))}</dd></div>"))}
        {(string.IsNullOrEmpty(run.Selection) ? Html.Empty : Html.Of($"<div><dt>{visit["column.selection"]}</dt><dd>{run.Selection}</dd></div>"))}
        </dl>
        """);

    static Html Document(Visit visit, List<ClaimChange> changes)
    {
        // A claim may be stored anew with all its fields as they were: nothing for a reader to compare.
        var told = changes.FindAll(change => change.Fields.Count > 0);
        return Html.Of($"""
            <h3><a href="{PageLinks.Document(changes[0].DocumentId)}">{Html.Name(changes[0].Document)}</a> <span class="tally">{told.Count}</span></h3>
            {(told.Count == 0 ? Html.Empty : Html.Of($"<ul class=\"changes\">{told.Select(change => Change(visit, change))}</ul>"))}
            {(told.Count == changes.Count ? Html.Empty : Html.Of($"<p class=\"hint\">{visit.Say("run.unchanged", changes.Count - told.Count)}</p>"))}
            """);
    }

    static Html Change(Visit visit, ClaimChange change)
    {
        var kind = change.Kind.ToString().ToLowerInvariant();
        return Html.Of($"""
            <li class="change"><details{(change.Kind == ChangeKind.Changed ? Html.Of($" open") : Html.Empty)}>
            <summary><span class="tag {kind}">{visit[$"change.{kind}"]}</span> <q lang="zh-CN">{change.Text.ReplaceLineEndings("")}</q> <span class="source">{change.Start}–{change.End}</span></summary>
            <div class="scroll"><table class="sides"><thead><tr><th scope="col">{visit["column.field"]}</th><th scope="col">{visit["column.before"]}</th><th scope="col">{visit["column.after"]}</th></tr></thead>
            <tbody>{change.Fields.Select(field => Html.Of($"<tr><th scope=\"row\">{visit[$"claim.{field.Field}"]}</th><td>{Side(Word(visit, field.Field, field.Before), "del")}</td><td>{Side(Word(visit, field.Field, field.After), "ins")}</td></tr>"))}</tbody></table></div>
            </details></li>

            """);
    }

    /// <summary>A field's code as the other pages say it.</summary>
    static string? Word(Visit visit, string field, string? value) => (field, value) switch
    {
        (_, null) => null,
        ("measure" or "status" or "direction", _) => visit[$"{field}.{value}"],
        ("qualifier", _) => visit[$"qualifier.long.{value}"],
        ("basis", _) => Figure.BasisText(visit, value),
        ("unit", _) => UnitNames.In(visit.Language, value),
        _ => value,
    };

    static Html Side(string? value, string which) => value is null ? Html.Of($"<span class=\"unsaid\">–</span>")
        : which == "del" ? Html.Of($"<del>{value}</del>") : Html.Of($"<ins>{value}</ins>");
}

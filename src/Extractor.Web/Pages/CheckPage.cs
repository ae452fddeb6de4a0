using System.Globalization;
using Extractor.Core.Comparisons;
using Extractor.Storage.Evidence;
using Extractor.Web.Access;
using Extractor.Web.Answers;
using Extractor.Web.Pages.Markup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Pages;

/// <summary>A pasted text, and what the stored claims say of the numbers in it.</summary>
static class CheckPage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/check", Ask);
        // A question that is too long for an address; it changes nothing, so that a form of another site could do no harm.
        pages.MapPost("/check", AnswerAsync).WithMetadata(new ReadsOnly()).RequireRateLimiting(Limits.Checks).DisableAntiforgery();
    }

    static Page Ask(HttpContext context)
    {
        var visit = new Visit(context);
        return Show(visit, new("", "", ""), Html.Empty);
    }

    static async Task<Page> AnswerAsync(HttpContext context, FactCheck check, CancellationToken ct)
    {
        var visit = new Visit(context);
        if (!context.Request.HasFormContentType)
            throw new BadRequestException("send a form");
        var form = await context.Request.ReadFormAsync(ct);
        var question = new CheckQuestion(form["text"].ToString().ReplaceLineEndings("\n"), form["published"].ToString().Trim(), form["region"].ToString().Trim());
        if (question.Problem(visit) is { } problem)
            return Show(visit, question, Html.Of($"<p class=\"nothing\" role=\"alert\">{problem}</p>"), StatusCodes.Status400BadRequest);
        var found = await check.RunAsync(question.Text, question.Day, question.Region.Length == 0 ? null : question.Region, ct);
        return Show(visit, question, found.Claims.Count == 0 ? Parts.Nothing(visit, "check.no_claims") : Result(visit, question.Text, found));
    }

    static Page Show(Visit visit, CheckQuestion question, Html answer, int status = StatusCodes.Status200OK) => new(visit, visit["check.title"], Html.Of($"""
        <h1>{visit["check.title"]}</h1>
        <p class="lead">{visit["check.lead"]}</p>
        {answer}
        <form class="check-form" action="/check" method="post">
        <label for="text">{visit["check.text"]}</label>
        <textarea id="text" name="text" rows="4" required maxlength="{FactCheck.LongestText}" placeholder="{visit["box.check_example"]}">{question.Text}</textarea>
        <div class="line">
        <div class="field"><label for="published">{visit["check.published"]} <span class="hint">{visit["check.published_hint"]}</span></label><input id="published" name="published" value="{question.Published}" placeholder="{visit["check.published_example"]}" autocomplete="off"></div>
        <div class="field"><label for="region">{visit["check.region"]} <span class="hint">{visit["check.region_hint"]}</span></label><input id="region" name="region" value="{question.Region}" maxlength="100" placeholder="{visit["check.region_example"]}" autocomplete="off"></div>
        <div class="go"><button>{visit["check.go"]}</button></div>
        </div>
        </form>
        """), status: status);

    static Html Result(Visit visit, string text, CheckedText found)
    {
        int Count(Verdict verdict) => found.Claims.Count(claim => claim.Judgement.Verdict == verdict);
        return Html.Of($"""
            <section aria-labelledby="result"><h2 id="result">{visit["check.result"]}</h2>
            <p role="status">{visit.Say("check.verdicts", found.Claims.Count, Count(Verdict.Agrees), Count(Verdict.Rounds), Count(Verdict.Differs), Count(Verdict.None))}</p>
            <p class="pasted" lang="zh-CN" dir="auto">{Marked(new(text), found)}</p>
            {found.Claims.Select((claim, index) => VerdictCard.Show(visit, claim, index))}
            {(found.LeftOut == 0 ? Html.Empty : Html.Of($"<p class=\"nothing\">{visit.Say("check.left_out", found.LeftOut)}</p>"))}
            </section>
            """);
    }

    static IEnumerable<Html> Marked(PointText text, CheckedText found)
    {
        var at = 0;
        foreach (var (span, index) in found.Claims.Select((claim, index) => (claim.Claim.Span, index)).Where(item => item.Span.End <= text.Length))
        {
            if (span.Start < at)
                continue;
            yield return Html.Of($"{text.Slice(at, span.Start)}<a class=\"quote\" href=\"#v-{index}\">{text.Slice(span.Start, span.End)}</a>");
            at = span.End;
        }
        yield return Html.Of($"{text.Slice(at, text.Length)}");
    }
}

/// <summary>What was sent to be checked, as it was typed.</summary>
sealed record CheckQuestion(string Text, string Published, string Region)
{
    public DateOnly? Day => DateOnly.TryParseExact(Published, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public string? Problem(Visit visit) =>
        Text.Length > FactCheck.LongestText ? visit.Say("check.long", FactCheck.LongestText)
        : Published.Length > 0 && Day is null ? visit.Say("wrong.day", visit["check.published"], Published)
        : Region.Length > 100 ? visit.Say("wrong.long", visit["check.region"], 100)
        : string.IsNullOrWhiteSpace(Text) ? visit["check.no_claims"]
        : null;
}

using Extractor.Core.Claims;
using Extractor.Core.Comparisons;
using Extractor.Storage.Evidence;
using Extractor.Web.Pages.Figures;
using Extractor.Web.Pages.Markup;
using Extractor.Web.Pages.Words;

namespace Extractor.Web.Pages;

/// <summary>A pasted claim, what is made of it, and why: each piece of evidence leads to its sentence.</summary>
static class VerdictCard
{
    const int Few = 4;

    public static Html Show(Visit visit, CheckedClaim item, int index)
    {
        var (claim, judgement) = (item.Claim, item.Judgement);
        var figure = Figure.Of(claim);
        return Html.Of($"""
            <article class="verdict is-{judgement.Verdict.Code()}" id="v-{index}" aria-labelledby="vh-{index}">
            <h2 id="vh-{index}">{Tag(visit, judgement.Verdict)} {figure.Show(visit)} <span class="what">{figure.Kind(visit)}{Parts.Status(visit, claim.Status.Code())}</span></h2>
            <p class="span">{Parts.Indicator(visit, claim.IndicatorId, claim.Indicator)} · {Parts.Place(visit, claim.Scope, claim.ScopeCode)} · {PeriodText.Show(visit, claim.Period?.Start, claim.Period?.End)}</p>
            <p class="reason">{Reason(visit, judgement.Reason, judgement.ReasonEnglish)}{Difference(visit, judgement.Difference)}</p>
            {(item.Evidence.Count == 0 ? Html.Of($"<p class=\"hint\">{visit["check.none"]}</p>") : Html.Of($"<ol class=\"evidence\" aria-label=\"{visit["check.evidence"]}\">{item.Evidence.Take(Few).Select(evidence => Evidence(visit, evidence))}</ol>"))}
            {(item.Evidence.Count <= Few ? Html.Empty : Html.Of($"<details><summary>{visit.Say("check.more", item.Evidence.Count - Few)}</summary><ol class=\"evidence\" start=\"{Few + 1}\">{item.Evidence.Skip(Few).Select(evidence => Evidence(visit, evidence))}</ol></details>"))}
            </article>

            """);
    }

    static Html Evidence(Visit visit, EvidenceClaim evidence)
    {
        var (stored, pair) = (evidence.Stored, evidence.Comparison);
        var claim = stored.Claim;
        var figure = Figure.Of(claim);
        return Html.Of($"""
            <li>{Tag(visit, pair.Verdict)} <a class="number" href="{stored.Url}">{figure.Show(visit)}</a>{figure.Kind(visit)}{Parts.Status(visit, claim.Status.Code())}{Difference(visit, pair.Difference)}
            <span class="source">{Html.Name(claim.Indicator)} · {Html.Name(claim.Scope ?? visit["unsaid.scope"])} · {PeriodText.Show(visit, claim.Period?.Start, claim.Period?.End)} — {Html.Name(stored.Publication ?? stored.Document)} {Shown.Day(stored.Published)}</span>
            <q lang="zh-CN">{evidence.Sentence.ReplaceLineEndings(" ")}</q>
            <span class="reason">{Reason(visit, pair.Reason, pair.ReasonEnglish)}</span></li>

            """);
    }

    // The sign says it without colour.
    static Html Tag(Visit visit, Verdict verdict)
    {
        var sign = verdict switch { Verdict.Agrees => "✓", Verdict.Rounds => "≈", Verdict.Differs => "≠", _ => "·" };
        return Html.Of($"<span class=\"tag {verdict.Code()}\"><span aria-hidden=\"true\">{sign}</span> {visit[$"verdict.{verdict.Code()}"]}</span>");
    }

    static string Reason(Visit visit, string chinese, string english) => visit.Language == Language.English ? english : chinese;

    static Html Difference(Visit visit, Difference? difference) => difference is null
        ? Html.Empty
        : Html.Of($" <strong class=\"difference\" title=\"{difference.Absolute} {difference.Unit}\">{(visit.Language == Language.English ? difference.English : difference.Words)}</strong>");
}

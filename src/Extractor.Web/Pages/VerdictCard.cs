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
            <p class="reason">{Reason(visit, judgement.Reason, judgement.ReasonEnglish, judgement.Difference)}</p>
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
            <li>{Tag(visit, pair.Verdict)} <a class="number" href="{stored.Url}">{figure.Show(visit)}</a>{figure.Kind(visit)}{Parts.Status(visit, claim.Status.Code())}
            <span class="source">{Html.Name(claim.Indicator)} · {Html.Name(claim.Scope ?? visit["unsaid.scope"])} · {PeriodText.Show(visit, claim.Period?.Start, claim.Period?.End)} — {Html.Name(stored.Publication ?? stored.Document)} {Shown.Day(stored.Published)}</span>
            {Parts.Sentence(evidence.Sentence, evidence.QuoteStart, claim.Span.End - claim.Span.Start)}
            <span class="reason">{Reason(visit, pair.Reason, pair.ReasonEnglish, pair.Difference)}</span></li>

            """);
    }

    // The sign says it without colour.
    static Html Tag(Visit visit, Verdict verdict)
    {
        var sign = verdict switch { Verdict.Agrees => "✓", Verdict.Rounds => "≈", Verdict.Differs => "≠", _ => "·" };
        return Html.Of($"<span class=\"tag {verdict.Code()}\"><span aria-hidden=\"true\">{sign}</span> {visit[$"verdict.{verdict.Code()}"]}</span>");
    }

    // By how much stands out; where the reason does not say it, it follows.
    static Html Reason(Visit visit, string chinese, string english, Difference? difference)
    {
        var reason = visit.Language == Language.English ? english : chinese;
        if (difference is null)
            return Html.Of($"{reason}");
        var words = visit.Language == Language.English ? difference.English : difference.Words;
        var shown = Html.Of($"<strong class=\"difference\" title=\"{difference.Absolute} {UnitNames.In(visit.Language, difference.Unit)}\">{words.Replace(difference.Unit, UnitNames.In(visit.Language, difference.Unit), StringComparison.Ordinal)}</strong>");
        return reason.IndexOf(words, StringComparison.Ordinal) is >= 0 and var at
            ? Html.Of($"{reason[..at]}{shown}{reason[(at + words.Length)..]}")
            : Html.Of($"{reason} {shown}");
    }
}

using System.Globalization;
using Extractor.Storage.Checks;
using Extractor.Storage.Claims;
using Extractor.Web.Pages.Figures;
using Extractor.Web.Pages.Markup;

namespace Extractor.Web.Pages.Articles;

/// <summary>All that is known of a claim, beside the text.</summary>
static class ClaimCard
{
    public static Html Show(Visit visit, StoredClaim claim, int index, bool isOpen, IEnumerable<CheckSummary> checks, IReadOnlyDictionary<Guid, StoredClaim> others)
    {
        var figure = Figure.Of(claim);
        var tied = checks.ToList();
        return Html.Of($"""
            <details class="claim" name="claim" id="d-{claim.ClaimKey}" data-k="{index}"{(isOpen ? Html.Of($" open") : Html.Empty)}>
            <summary><span class="number">{figure.Show(visit)}</span> <span class="what">{Html.Name(claim.Indicator ?? visit["unsaid.indicator"])} {figure.Kind(visit)}{Parts.Status(visit, claim.Status)}{(tied.Exists(check => check.Outcome == "disagrees") ? Html.Of($" <span class=\"tag disagrees\">{visit["outcome.disagrees"]}</span>") : Html.Empty)}</span></summary>
            <dl>
            {Row(visit, "exact", Html.Of($"<span class=\"exact\">{figure.Exact(visit)}</span>"))}
            {Row(visit, "indicator", Html.Of($"<span class=\"key-i\">{Parts.Indicator(visit, claim.IndicatorId, claim.Indicator)}</span>{Series(visit, claim)}"))}
            {Row(visit, "scope", Html.Of($"<span class=\"key-s\">{Parts.Place(visit, claim.Scope, claim.ScopeCode)}</span>"))}
            {Row(visit, "period", Html.Of($"<span class=\"key-p\">{PeriodText.Show(visit, claim.PeriodStart, claim.PeriodEnd)}</span>"))}
            {Row(visit, "measure", Html.Of($"{visit[$"measure.{claim.Measure}"]}{(claim.Direction is { } direction ? $" · {visit[$"direction.{direction}"]}" : "")}{(claim.Basis is { } basis ? $" · {Figure.BasisText(visit, basis)}" : "")}"))}
            {Row(visit, "status", Html.Of($"{visit[$"status.{claim.Status}"]} · {visit[$"qualifier.long.{claim.Qualifier}"]}"))}
            {Row(visit, "unit", claim.UnitPrinted == claim.Unit ? Html.Of($"{claim.Unit}") : Html.Of($"{claim.UnitPrinted} <code>{claim.Unit}</code>"))}
            {Row(visit, "confidence", Html.Of($"<meter min=\"0\" max=\"1\" value=\"{claim.Confidence.ToString(CultureInfo.InvariantCulture)}\" aria-label=\"{visit["claim.confidence"]}\"></meter> {claim.Confidence.ToString("0.00", CultureInfo.InvariantCulture)}{(claim.SecondOpinion is { } opinion ? $" · {visit[$"opinion.{opinion}"]}" : "")}"))}
            {(tied.Count == 0 ? Html.Empty : Row(visit, "checks", Html.Of($"<ul class=\"checks\">{tied.Select(check => Check(visit, check, claim, others))}</ul>")))}
            {Row(visit, "rules", Html.Of($"{claim.Rules.Select(rule => Html.Of($"<code>{rule}</code> "))}"))}
            {Row(visit, "ruleset", Html.Of($"<code>{claim.Ruleset}</code>"))}
            </dl>
            <p class="deeds"><a href="{PageLinks.Claim(claim.DocumentId, claim.ClaimKey)}">{visit["claim.link"]}</a></p>
            </details>

            """);
    }

    static Html Series(Visit visit, StoredClaim claim) => claim.Indicator is null || claim.PeriodEnd is null
        ? Html.Empty
        : Html.Of($" <a class=\"aside\" href=\"{PageLinks.Series(claim.IndicatorId, claim.Indicator, claim.Scope, claim.Measure, claim.Unit, claim.Basis, claim.Status)}\">{visit["claim.series"]}</a>");

    static Html Row(Visit visit, string field, Html value) => Html.Of($"<div><dt>{visit[$"claim.{field}"]}</dt><dd>{value}</dd></div>\n");

    static Html Check(Visit visit, CheckSummary check, StoredClaim claim, IReadOnlyDictionary<Guid, StoredClaim> others) => Html.Of($"""
        <li><span class="tag {check.Outcome}">{visit[$"outcome.{check.Outcome}"]}</span> {visit[$"check.{check.Kind}"]}
        <p class="explanation">{CheckText.Show(visit, check)}</p>
        <p class="ties">{check.Claims.Where(key => key != claim.ClaimKey && others.ContainsKey(key)).Select(key => Html.Of($"<a href=\"{PageLinks.Claim(claim.DocumentId, key)}\">{others[key].Quote.ReplaceLineEndings("")}</a> "))}</p></li>
        """);
}

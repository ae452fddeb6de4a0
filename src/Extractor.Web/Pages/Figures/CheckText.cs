using Extractor.Storage.Checks;
using Extractor.Web.Pages.Markup;

namespace Extractor.Web.Pages.Figures;

/// <summary>A cross-check's explanation in the reader's language, its figures as all figures are shown.</summary>
static class CheckText
{
    public static Html Show(Visit visit, CheckSummary check)
    {
        Html Shown(string value) => new Figure(value, null, null, check.Unit, "exact", "level", null, null).Show(visit);
        var verdict = visit[check.Outcome == "agrees" ? "check.within" : "check.apart"];
        return Html.Of($"{Sum(check.Explanation)} = {Shown(check.Expected)}{visit["check.stated"]}{Shown(check.Found)}{verdict}{Shown(check.Tolerance)}");
    }

    /// <summary>The quotes that were reckoned with: what stands before the result, which is kept in fields of its own.</summary>
    static string Sum(string explanation)
    {
        var end = explanation.LastIndexOf(" = ", StringComparison.Ordinal);
        return (end < 0 ? explanation : explanation[..end]).ReplaceLineEndings("");
    }
}

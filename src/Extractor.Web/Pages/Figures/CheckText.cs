using System.Text.RegularExpressions;
using Extractor.Web.Pages.Markup;

namespace Extractor.Web.Pages.Figures;

/// <summary>A cross-check's explanation in the reader's language, its figures as all figures are shown.</summary>
static partial class CheckText
{
    // 260座 − 120座 = 140, stated 150 {座}, more than ±1.5 apart
    [GeneratedRegex(@"^(.*) = (\S+), stated (\S+) (\S+), (within|more than) ±(\S+) apart$", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Line { get; }

    public static Html Show(Visit visit, string explanation)
    {
        if (Line.Match(explanation) is not { Success: true } line)
            return Html.Of($"{explanation}");
        Html Figure(int group) => new Figure(line.Groups[group].Value, null, null, line.Groups[4].Value, "exact", "level", null, null).Show(visit);
        var verdict = visit[line.Groups[5].Value == "within" ? "check.within" : "check.apart"];
        return Html.Of($"{line.Groups[1].Value.ReplaceLineEndings("")} = {Figure(2)}{visit["check.stated"]}{Figure(3)}{verdict}{Figure(6)}");
    }
}

using Extractor.Storage.Series;
using Extractor.Web.Pages.Figures;
using Extractor.Web.Pages.Markup;
using Extractor.Web.Pages.Words;

namespace Extractor.Web.Pages;

/// <summary>The points of a series, the latest first. The chart above them is drawn from the table's own rows.</summary>
static class PointTable
{
    public static Html Show(Visit visit, SeriesName name, IReadOnlyList<SeriesPoint> points, IReadOnlyList<Conflict> conflicts)
    {
        var disputed = conflicts.SelectMany(conflict => conflict.DocumentIds.Zip(conflict.ClaimKeys)).ToHashSet();
        var scale = Scale.OfAxis(points.Select(point => point.ValueText ?? point.HighText ?? "0").MaxBy(value => value.Split('.')[0].TrimStart('-').Length)!, visit.Language);
        var unit = UnitNames.In(visit.Language, name.Unit);
        return Html.Of($"""
            <figure class="chart" id="chart" data-scale="{scale.Power}" data-unit="{(visit.Language == Language.English ? $"{scale.Name} {unit}" : scale.Name + unit)}" data-hint="{visit["chart.hint"]}" data-label="{visit.Say("chart.label", name.Indicator, Shown.Count(points.Count))}" hidden><figcaption>{visit["chart.caption"]}</figcaption></figure>
            <div class="scroll"><table class="points stack" id="points">
            <caption class="unseen">{visit.Say("chart.table", name.Indicator)}</caption>
            <thead><tr><th scope="col">{visit["column.period"]}</th><th scope="col" class="number">{visit["column.value"]}</th><th scope="col" class="number">{visit["column.exact"]}</th><th scope="col" class="number roomy">{visit["column.bounds"]}</th><th scope="col">{visit["column.quote"]}</th><th scope="col">{visit["column.source"]}</th></tr></thead>
            <tbody>{points.Reverse().Select(point => Row(visit, point, disputed.Contains((point.DocumentId, point.ClaimKey))))}</tbody>
            </table></div>
            """);
    }

    static Html Row(Visit visit, SeriesPoint point, bool isDisputed)
    {
        var link = PageLinks.Claim(point.DocumentId, point.ClaimKey);
        var shape = PeriodText.Shape(point.PeriodStart, point.PeriodEnd).ToString();
        var exact = point.ValueText is null ? Html.Of($"{Digits.Of(point.LowText)} – {Digits.Of(point.HighText)}") : Digits.Of(point.ValueText);
        return Html.Of($"""
            <tr data-at="{PeriodText.Iso(PeriodText.At(point.PeriodStart, point.PeriodEnd))}" data-shape="{shape}" data-shape-name="{visit[$"shape.{shape}"]}" data-period="{PeriodText.In(visit.Language, point.PeriodStart, point.PeriodEnd)}" data-value="{point.ValueText}" data-low="{point.LowerBound}" data-high="{point.UpperBound}" data-sign="{(point.Direction == "down" ? "-" : "")}" data-hedged="{(point.Qualifier == "exact" && point.ValueText is not null ? "" : "yes")}" data-disputed="{(isDisputed ? "yes" : "")}" data-link="{link}">
            <td>{PeriodText.Show(visit, point.PeriodStart, point.PeriodEnd)}</td>
            <td class="number">{Figure.Of(point).Show(visit)}{(isDisputed ? Html.Of($" <a class=\"tag disagrees\" href=\"#differing\">{visit["conflicts.tag"]}</a>") : Html.Empty)}</td>
            <td class="number exact">{exact}</td>
            <td class="number roomy exact">{(point.LowerBound is null ? Html.Empty : Html.Of($"{Digits.Of(point.LowerBound)} – {Digits.Of(point.UpperBound)}"))}</td>
            <td><a href="{link}"><q lang="zh-CN">{point.Quote.ReplaceLineEndings("")}</q></a></td>
            <td>{Html.Name(point.Publication ?? point.Document)} {Shown.Day(point.Published)}</td>
            </tr>

            """);
    }
}

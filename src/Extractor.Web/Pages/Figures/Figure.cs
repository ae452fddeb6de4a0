using Extractor.Core.Claims;
using Extractor.Storage.Claims;
using Extractor.Storage.Series;
using Extractor.Web.Pages.Markup;
using Extractor.Web.Pages.Words;

namespace Extractor.Web.Pages.Figures;

/// <summary>What a claim states, as a reader sees it: short, with the exact value at hand.</summary>
/// <param name="Value">Exact; null for a range from <paramref name="Low"/> to <paramref name="High"/>.</param>
sealed record Figure(string? Value, string? Low, string? High, string Unit, string Qualifier, string Measure, string? Direction, string? Basis)
{
    public static Figure Of(StoredClaim claim) =>
        new(claim.ValueText, claim.LowText, claim.HighText, claim.Unit, claim.Qualifier, claim.Measure, claim.Direction, claim.Basis);

    public static Figure Of(SeriesPoint point) =>
        new(point.ValueText, point.LowText, point.HighText, point.Unit, point.Qualifier, point.Measure, point.Direction, point.Basis);

    public static Figure Of(Claim claim) =>
        new(claim.Value, claim.Low, claim.High, claim.Unit, claim.Qualifier.Code(), claim.Measure.Code(), claim.Direction?.Code(), claim.Basis);

    /// <summary>All digits in groups of three, with the unit: <c>603 435 000 000元</c>, which is copied without the gaps.</summary>
    public Html Exact(Visit visit) => Html.Of($"{(Value is not null ? Digits.Of(Value) : Html.Of($"{Digits.Of(Low)} – {Digits.Of(High)}"))} {UnitNames.In(visit.Language, Unit)}");

    public Html Show(Visit visit)
    {
        var unit = UnitNames.In(visit.Language, Unit);
        var scale = Scale.Of(Value ?? High ?? "0", visit.Language);
        var number = Value is not null ? scale.Shift(Value)
            : Low is null || High is null ? "–"
            : Scale.Of(Low, visit.Language) == scale ? $"{scale.Shift(Low)}–{scale.Shift(High)}"
            : $"{Part(Low, visit.Language)}–{Part(High, visit.Language)}";
        var scaled = Value is not null || Low is not null && Scale.Of(Low, visit.Language) == scale ? scale.Name : "";
        var gap = visit.Language == Language.English && unit is not ("%" or "‰" or "") || scaled.Length > 0 && visit.Language == Language.English ? " " : "";
        var words = visit.Language == Language.English && scaled.Length > 0 ? $"{scaled} {unit}" : scaled + unit;
        return Html.Of($"<span class=\"figure\">{Arrow(visit)}{Hedge(visit)}<data value=\"{Value ?? ""}\" title=\"{Value ?? $"{Low} – {High}"} {unit}\"><b>{number}</b>{gap}<span class=\"unit\">{words}</span></data></span>");
    }

    /// <summary>What is stated of the indicator: its level says nothing, <c>同比增速</c> does.</summary>
    public Html Kind(Visit visit) => Measure == "level" && Basis is null
        ? Html.Empty
        : Html.Of($"<span class=\"kind\">{(Basis is null ? "" : BasisText(visit, Basis) + (visit.Language == Language.English ? " " : ""))}{visit[$"measure.{Measure}"]}</span>");

    public static string BasisText(Visit visit, string basis) => basis.StartsWith("since:", StringComparison.Ordinal)
        ? visit.Say("basis.since", basis["since:".Length..])
        : visit[$"basis.{basis}"];

    static string Part(string value, Language language)
    {
        var scale = Scale.Of(value, language);
        return language == Language.English && scale.Name.Length > 0 ? $"{scale.Shift(value)} {scale.Name}" : scale.Shift(value) + scale.Name;
    }

    Html Arrow(Visit visit) => Direction switch
    {
        "up" => Html.Of($"<span class=\"up\"><span aria-hidden=\"true\">▲</span><span class=\"unseen\">{visit["direction.up"]} </span></span>"),
        "down" => Html.Of($"<span class=\"down\"><span aria-hidden=\"true\">▼</span><span class=\"unseen\">{visit["direction.down"]} </span></span>"),
        _ => Html.Empty,
    };

    Html Hedge(Visit visit) => Qualifier == "exact" ? Html.Empty : Html.Of($"<span class=\"hedge\">{visit[$"qualifier.{Qualifier}"]}{(visit.Language == Language.English ? " " : "")}</span>");
}

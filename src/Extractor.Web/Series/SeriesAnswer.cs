using Extractor.Storage.Series;
using Extractor.Web.Claims;

namespace Extractor.Web.Series;

public sealed record SeriesLinks(string Points);

/// <summary>One series: points that can be compared.</summary>
/// <param name="First">The end of the earliest period.</param>
public sealed record SeriesAnswer(
    string? IndicatorId, string Indicator, string? Scope, string? ScopeCode, string Measure, string Unit, string? Direction, string? Basis, string Status,
    long Points, DateOnly First, DateOnly Last, SeriesLinks Links)
{
    public static SeriesAnswer Of(SeriesSummary series) => new(
        series.IndicatorId, series.Indicator, series.Scope, series.ScopeCode, series.Measure, series.Unit, series.Direction, series.Basis, series.Status,
        series.Points, series.First, series.Last, new(Web.Links.Series(
            ("indicator", series.IndicatorId ?? series.Indicator), ("scope", series.ScopeCode ?? series.Scope), ("measure", series.Measure), ("unit", series.Unit),
            ("direction", series.Direction), ("basis", series.Basis), ("status", series.Status))));
}

public sealed record PointLinks(string Claim, string Document);

/// <summary>One claim as a point of its series.</summary>
/// <param name="Value">Exact; null for a range.</param>
/// <param name="LowerBound">The least that the printed digits and the hedge allow.</param>
/// <param name="Text">The number as it stands in the page.</param>
public sealed record PointAnswer(
    PeriodAnswer Period, string? Value, string? Low, string? High, string Qualifier, string? LowerBound, string? UpperBound, string Unit, string Text,
    string? IndicatorId, string Indicator, string? Scope, string? ScopeCode, string Measure, string? Direction, string? Basis, string Status, decimal Confidence,
    string Document, Guid DocumentId, Guid ClaimId, string Source, string? Publication, DateOnly? Published, PointLinks Links)
{
    public static PointAnswer Of(SeriesPoint point) => new(
        new(point.PeriodStart, point.PeriodEnd), point.ValueText, point.LowText, point.HighText, point.Qualifier, point.LowerBound, point.UpperBound, point.Unit, point.Quote,
        point.IndicatorId, point.Indicator, point.Scope, point.ScopeCode, point.Measure, point.Direction, point.Basis, point.Status, point.Confidence,
        point.Document, point.DocumentId, point.ClaimKey, point.Source, point.Publication, point.Published,
        new(Web.Links.Claim(point.DocumentId, point.ClaimKey), Web.Links.Document(point.DocumentId)));
}

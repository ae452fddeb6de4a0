using System.Globalization;
using Extractor.Core.Claims;
using Extractor.Core.Documents;
using Extractor.Core.Text;

namespace Extractor.Core.Tests;

/// <summary>A claim in one line, for tables; <c>-</c> stands where there is nothing to say.</summary>
static class CompactClaim
{
    public static readonly DocumentFacts Tibet = new("page", "西藏日报", "西藏自治区", new(2023, 11, 30));

    public static IReadOnlyList<Claim> Read(string text, DocumentFacts? facts = null) => ClaimExtractor.Default.Extract(text, facts ?? Tibet).Claims;

    /// <summary>«43万余名 | 430000 {person} more_than | 党员总数 | level | 2021 | 西藏自治区 | actual».</summary>
    public static string Print(this Claim claim) => string.Join(" | ",
        claim.Text.ReplaceLineEndings("⏎"), claim.PrintQuantity(), claim.Indicator ?? "-", claim.PrintMeasure(),
        Print(claim.Period), claim.Scope ?? "-", claim.Status.Code());

    /// <summary>«growth up yoy».</summary>
    public static string PrintMeasure(this Claim claim) =>
        string.Join(' ', new[] { claim.Measure.Code(), claim.Direction?.Code(), claim.Basis }.Where(word => word is not null));

    /// <summary>«430000 {person} more_than», «6..8 %»; an exact figure says nothing of it.</summary>
    public static string PrintQuantity(this Claim claim) =>
        (claim.Value ?? $"{claim.Low}..{claim.High}") + " " + claim.Unit + (claim.Qualifier == Qualifier.Exact ? "" : " " + claim.Qualifier.Code());

    /// <summary>«2021», «2023-11», «2023-11-30», «2023-01-01/2023-09-30».</summary>
    public static string Print(Period? period)
    {
        if (period is not { } p)
            return "-";
        if (p.IsPoint)
            return p.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (p == Period.Year(p.Start.Year))
            return p.Start.Year.ToString(CultureInfo.InvariantCulture);
        return p == Period.Month(p.Start.Year, p.Start.Month) ? p.Start.ToString("yyyy-MM", CultureInfo.InvariantCulture) : p.ToString();
    }

    /// <summary>Spans for texts of the first plane, where code points and code units are the same.</summary>
    public static IEnumerable<TextSpan> Spans(this IEnumerable<Claim> claims) => claims.Select(claim => claim.Span);
}

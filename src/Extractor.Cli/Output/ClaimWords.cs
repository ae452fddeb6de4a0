using Extractor.Core.Claims;

namespace Extractor.Cli.Output;

/// <summary>The fields of a claim as people read them.</summary>
static class ClaimWords
{
    /// <summary>≈43, >5000, 6…8, +12.32 yoy.</summary>
    public static string Value(Claim claim)
    {
        var hedge = claim.Qualifier switch
        {
            Qualifier.About => "≈",
            Qualifier.Nearly => "≲",
            Qualifier.MoreThan => ">",
            Qualifier.AtLeast => "≥",
            Qualifier.LessThan => "<",
            Qualifier.AtMost => "≤",
            _ => "",
        };
        var direction = claim.Direction switch { Direction.Up => "↑", Direction.Down => "↓", _ => "" };
        var value = claim.Value ?? $"{claim.Low}…{claim.High}";
        return claim.Basis is null ? $"{direction}{hedge}{value}" : $"{direction}{hedge}{value} {claim.Basis}";
    }

    public static string Period(Claim claim) => claim.Period switch
    {
        null => "",
        { IsPoint: true } point => point.Start.ToString("O"),
        { } span when span == Core.Claims.Period.Year(span.Start.Year) => span.Start.Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
        { } span => $"{span.Start:O} to {span.End:O}",
    };
}

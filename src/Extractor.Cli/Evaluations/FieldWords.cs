using Extractor.Core.Claims;

namespace Extractor.Cli.Evaluations;

/// <summary>A field as people read it in a list of errors.</summary>
static class FieldWords
{
    public static string Of(Field field, Prediction found) => field switch
    {
        Field.Value => Value(found.Value, found.Low, found.High),
        Field.Unit => found.Unit,
        Field.Qualifier => found.Qualifier,
        Field.Indicator => found.Claim?.Indicator ?? "none",
        Field.Measure => Measure(found.Claim?.Measure.Code() ?? "none", found.Claim?.Direction?.Code(), found.Claim?.Basis),
        Field.Period => found.Claim?.Period?.ToString() ?? "none",
        Field.Scope => found.Claim?.Scope ?? "none",
        _ => found.Claim?.Status.Code() ?? "none",
    };

    public static string Of(Field field, GoldClaim gold) => field switch
    {
        Field.Value => Value(gold.Value, gold.Low, gold.High),
        Field.Unit => gold.Unit,
        Field.Qualifier => gold.Qualifier,
        Field.Indicator => Or(gold.Indicator) + (gold.Within.Count == 0 ? "" : $" within {Or(gold.Within)}"),
        Field.Measure => Measure(Or(gold.Measure), gold.Direction, gold.Basis),
        Field.Period => Or(gold.Period?.Select(period => period?.Text)),
        Field.Scope => Or(gold.Scope),
        _ => Or(gold.Status),
    };

    static string Value(string? value, string? low, string? high) => low is null && high is null ? value ?? "none" : $"{low}…{high}";

    static string Measure(string measure, string? direction, string? basis) => string.Join(' ', new[] { measure, direction, basis }.Where(word => word is not null));

    static string Or(IEnumerable<string?>? several) => several is null ? "anything" : string.Join(" or ", several.Select(one => one ?? "none"));
}

using System.Globalization;
using Extractor.Core.Claims;

namespace Extractor.Storage.Runs;

/// <summary>A claim as one side of a difference has it.</summary>
sealed record ChangedRow(
    bool IsNew, string Document, Guid DocumentId, byte[] Version, int SpanStart, int SpanEnd, string Quote, string Value, string Low, string High,
    string Unit, string Qualifier, string? Indicator, string? IndicatorId, string Measure, string? Direction, string? Basis,
    DateOnly? PeriodStart, DateOnly? PeriodEnd, string? Scope, string? ScopeCode, string Status, decimal Confidence, string Rules)
{
    /// <summary>Of the tables claims (c) and documents (d).</summary>
    public const string Columns = """
        d.name as document, c.document_id as documentid, c.version,
        c.span_start as spanstart, c.span_end as spanend, c.quote, coalesce(c.value_text, '') as value, coalesce(c.low_text, '') as low, coalesce(c.high_text, '') as high,
        c.unit, c.qualifier::text as qualifier, c.indicator, c.indicator_id as indicatorid, c.measure::text as measure, c.direction::text as direction, c.basis,
        c.period_start as periodstart, c.period_end as periodend, c.scope, c.scope_code as scopecode, c.status::text as status, c.confidence,
        array_to_string(c.rules, ' ') as rules
        """;

    public static ChangedRow Of(Claim claim, string document, Guid id, byte[] version) => new(
        true, document, id, version, claim.Span.Start, claim.Span.End, claim.Text, claim.Value ?? "", claim.Low ?? "", claim.High ?? "",
        claim.Unit, claim.Qualifier.Code(), claim.Indicator, claim.IndicatorId, claim.Measure.Code(), claim.Direction?.Code(), claim.Basis,
        claim.Period?.Start, claim.Period?.End, claim.Scope, claim.ScopeCode, claim.Status.Code(), claim.Confidence, string.Join(' ', claim.Rules));

    /// <summary>Every field with its name in claim-model's JSON, in that order.</summary>
    public IEnumerable<(string Field, string? Value)> Fields()
    {
        static string? Optional(string text) => text.Length == 0 ? null : text;
        yield return ("text", Quote);
        yield return ("value", Optional(Value));
        yield return ("low", Optional(Low));
        yield return ("high", Optional(High));
        yield return ("unit", Unit);
        yield return ("qualifier", Qualifier);
        yield return ("indicator", Indicator);
        yield return ("indicator_id", IndicatorId);
        yield return ("measure", Measure);
        yield return ("direction", Direction);
        yield return ("basis", Basis);
        yield return ("period_start", PeriodStart?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        yield return ("period_end", PeriodEnd?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        yield return ("scope", Scope);
        yield return ("scope_code", ScopeCode);
        yield return ("status", Status);
        yield return ("confidence", Confidence.ToString("0.00", CultureInfo.InvariantCulture));
        yield return ("rules", Rules);
    }
}

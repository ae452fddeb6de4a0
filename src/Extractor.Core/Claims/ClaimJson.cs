using System.Text.Json;
using Extractor.Core.Opinions;
using Extractor.Core.Text;

namespace Extractor.Core.Claims;

/// <summary>A claim as the JSON object that the command line, the exports and the API share.</summary>
public static class ClaimJson
{
    public static void Write(Utf8JsonWriter json, string document, string ruleset, Claim claim)
    {
        json.WriteStartObject();
        WriteFields(json, document, ruleset, claim);
        json.WriteEndObject();
    }

    /// <summary>The same without braces, for objects that say more of the claim.</summary>
    public static void WriteFields(Utf8JsonWriter json, string document, string ruleset, Claim claim)
    {
        json.WriteString("document", document);
        json.WriteNumber("start", claim.Span.Start);
        json.WriteNumber("end", claim.Span.End);
        json.WriteString("text", claim.Text);
        json.WriteString("value", claim.Value);
        json.WriteString("low", claim.Low);
        json.WriteString("high", claim.High);
        json.WriteString("unit", claim.Unit);
        json.WriteString("qualifier", claim.Qualifier.Code());
        json.WriteString("indicator", claim.Indicator);
        json.WriteString("indicator_id", claim.IndicatorId);
        json.WriteString("measure", claim.Measure.Code());
        json.WriteString("direction", claim.Direction?.Code());
        json.WriteString("basis", claim.Basis);
        WritePeriod(json, claim.Period);
        json.WriteString("scope", claim.Scope);
        json.WriteString("scope_code", claim.ScopeCode);
        json.WriteString("status", claim.Status.Code());
        WriteSpan(json, "article", claim.Article);
        WriteSpan(json, "sentence", claim.Sentence);
        WriteSpan(json, "indicator_span", claim.IndicatorSpan);
        WriteSpan(json, "period_span", claim.PeriodSpan);
        WriteSpan(json, "scope_span", claim.ScopeSpan);
        json.WriteStartArray("rules");
        foreach (var rule in claim.Rules)
            json.WriteStringValue(rule);
        json.WriteEndArray();
        json.WriteNumber("confidence", claim.Confidence);
        if (claim.SecondOpinion is { } opinion)
            json.WriteString("second_opinion", opinion.Code());
        json.WriteString("ruleset", ruleset);
    }

    public static void WritePeriod(Utf8JsonWriter json, Period? period)
    {
        if (period is not { } p)
        {
            json.WriteNull("period");
            return;
        }
        json.WriteStartObject("period");
        json.WriteString("start", p.Start.ToString("O"));
        json.WriteString("end", p.End.ToString("O"));
        json.WriteEndObject();
    }

    public static void WriteSpan(Utf8JsonWriter json, string name, TextSpan? span)
    {
        if (span is not { } s)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteNumber("start", s.Start);
        json.WriteNumber("end", s.End);
        json.WriteEndObject();
    }
}

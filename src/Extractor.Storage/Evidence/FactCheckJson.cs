using System.Text.Json;
using Extractor.Core.Claims;
using Extractor.Core.Comparisons;

namespace Extractor.Storage.Evidence;

/// <summary>A checked text as the JSON object that the command line and the API share.</summary>
public static class FactCheckJson
{
    public static void Write(Utf8JsonWriter json, CheckedText text)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(text);
        json.WriteStartObject();
        json.WriteStartArray("claims");
        foreach (var claim in text.Claims)
        {
            json.WriteStartObject();
            ClaimJson.WriteFields(json, FactCheck.Document, text.Ruleset, claim.Claim);
            json.WriteString("verdict", claim.Judgement.Verdict.Code());
            WriteDifference(json, claim.Judgement.Difference);
            json.WriteString("reason", claim.Judgement.Reason);
            json.WriteString("reason_english", claim.Judgement.ReasonEnglish);
            json.WriteStartArray("evidence");
            foreach (var evidence in claim.Evidence)
                WriteEvidence(json, evidence);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        // Nothing is left out silently.
        if (text.LeftOut > 0)
            json.WriteNumber("left_out", text.LeftOut);
        json.WriteEndObject();
    }

    static void WriteEvidence(Utf8JsonWriter json, EvidenceClaim evidence)
    {
        var (stored, pair) = (evidence.Stored, evidence.Comparison);
        var claim = stored.Claim;
        json.WriteStartObject();
        json.WriteString("document", stored.Document);
        json.WriteString("document_id", stored.DocumentId);
        json.WriteString("claim", stored.Key);
        json.WriteString("url", stored.Url);
        json.WriteString("publication", stored.Publication);
        json.WriteString("published", stored.Published?.ToString("O"));
        json.WriteNumber("start", claim.Span.Start);
        json.WriteNumber("end", claim.Span.End);
        json.WriteString("quote", claim.Text);
        json.WriteString("sentence", evidence.Sentence);
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
        ClaimJson.WritePeriod(json, claim.Period);
        json.WriteString("scope", claim.Scope);
        json.WriteString("scope_code", claim.ScopeCode);
        json.WriteString("status", claim.Status.Code());
        json.WriteNumber("confidence", claim.Confidence);
        json.WriteString("indicator_relation", pair.Indicator.Code());
        json.WriteNumber("likeness", pair.Likeness);
        json.WriteString("scope_relation", pair.Scope.Code());
        json.WriteString("period_relation", pair.Period.Code());
        json.WriteBoolean("comparable", pair.IsComparable);
        json.WriteString("verdict", pair.Verdict.Code());
        WriteDifference(json, pair.Difference);
        json.WriteString("reason", pair.Reason);
        json.WriteString("reason_english", pair.ReasonEnglish);
        json.WriteEndObject();
    }

    static void WriteDifference(Utf8JsonWriter json, Difference? difference)
    {
        if (difference is null)
        {
            json.WriteNull("difference");
            return;
        }
        json.WriteStartObject("difference");
        json.WriteString("absolute", difference.Absolute);
        json.WriteString("relative", difference.Relative);
        json.WriteString("unit", difference.Unit);
        json.WriteString("words", difference.Words);
        json.WriteString("english", difference.English);
        json.WriteEndObject();
    }
}

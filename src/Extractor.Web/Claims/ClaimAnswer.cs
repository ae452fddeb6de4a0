using System.Text.Json.Serialization;
using Extractor.Storage.Claims;

namespace Extractor.Web.Claims;

/// <summary>Both days included.</summary>
public sealed record PeriodAnswer(DateOnly Start, DateOnly End)
{
    public static PeriodAnswer? Of(DateOnly? start, DateOnly? end) => start is { } s && end is { } e ? new(s, e) : null;
}

/// <summary>A half-open range from 0.</summary>
public sealed record SpanAnswer(int Start, int End)
{
    public static SpanAnswer? Of(int? start, int? end) => start is { } s && end is { } e ? new(s, e) : null;
}

/// <summary>The same spans in UTF-16 code units. Lists give those of the quote only: the others take the whole text to count.</summary>
public sealed record Utf16Answer(int Start, int End)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SpanAnswer? Sentence { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SpanAnswer? IndicatorSpan { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SpanAnswer? PeriodSpan { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SpanAnswer? ScopeSpan { get; init; }
}

/// <param name="Series">The series that the claim is a point of; null where it has no indicator or period.</param>
public sealed record ClaimLinks(string Self, string Document, string? Series);

/// <summary>A claim with the fields of the command line's JSON, then what the database knows of it.</summary>
/// <param name="Start">In code points of the document's text, from 0.</param>
/// <param name="Value">Exact decimal or fraction in <paramref name="Unit"/>; null for a range.</param>
/// <param name="Id">The same in every run that reads the same here.</param>
/// <param name="SentenceText">Cut to 300 characters on both sides of the quote.</param>
public sealed record ClaimAnswer(
    string Document, int Start, int End, string Text, string? Value, string? Low, string? High, string Unit, string Qualifier, string? Indicator,
    string? IndicatorId, string Measure, string? Direction, string? Basis, PeriodAnswer? Period, string? Scope, string? ScopeCode, string Status,
    SpanAnswer Article, SpanAnswer Sentence, SpanAnswer? IndicatorSpan, SpanAnswer? PeriodSpan, SpanAnswer? ScopeSpan, string[] Rules, decimal Confidence,
    string? SecondOpinion, string Ruleset, Guid Id, Guid DocumentId, string Source, string Uri, bool Duplicate, string? Publication, string? Region,
    DateOnly? Published, string UnitPrinted, string SentenceText, Utf16Answer Utf16, ClaimLinks Links)
{
    public static ClaimAnswer Of(StoredClaim claim, Utf16Answer? utf16 = null) => new(
        claim.Document, claim.SpanStart, claim.SpanEnd, claim.Quote, claim.ValueText, claim.LowText, claim.HighText, claim.Unit, claim.Qualifier, claim.Indicator,
        claim.IndicatorId, claim.Measure, claim.Direction, claim.Basis, PeriodAnswer.Of(claim.PeriodStart, claim.PeriodEnd), claim.Scope, claim.ScopeCode, claim.Status,
        new(claim.ArticleStart, claim.ArticleEnd), new(claim.SentenceStart, claim.SentenceEnd), SpanAnswer.Of(claim.IndicatorStart, claim.IndicatorEnd),
        SpanAnswer.Of(claim.PeriodFrom, claim.PeriodTo), SpanAnswer.Of(claim.ScopeStart, claim.ScopeEnd), claim.Rules, claim.Confidence,
        claim.SecondOpinion, claim.Ruleset, claim.ClaimKey, claim.DocumentId, claim.Source, claim.Uri, claim.Duplicate, claim.Publication, claim.Region,
        claim.Published, claim.UnitPrinted, claim.Sentence, utf16 ?? new(claim.Utf16Start, claim.Utf16Start + claim.Quote.Length),
        new(Web.Links.Claim(claim.DocumentId, claim.ClaimKey), Web.Links.Document(claim.DocumentId), SeriesOf(claim)));

    static string? SeriesOf(StoredClaim claim) => claim.Indicator is null || claim.PeriodEnd is null ? null : Web.Links.Series(
        ("indicator", claim.IndicatorId ?? claim.Indicator), ("scope", claim.Scope), ("measure", claim.Measure), ("unit", claim.Unit),
        ("direction", claim.Direction), ("basis", claim.Basis), ("status", claim.Status));
}

namespace Extractor.Storage.Claims;

/// <summary>A claim as it stands in the database, with the document that states it. Offsets count code points from 0.</summary>
public sealed record StoredClaim
{
    public Guid DocumentId { get; init; }

    /// <summary>With <see cref="DocumentId"/> the claim's address: the same in every run that reads the same.</summary>
    public Guid ClaimKey { get; init; }

    public byte[] Version { get; init; } = [];

    public string Document { get; init; } = "";

    public string Source { get; init; } = "";

    public string Uri { get; init; } = "";

    /// <summary>Whether the same text stands under another document already.</summary>
    public bool Duplicate { get; init; }

    public string? Publication { get; init; }

    public string? Region { get; init; }

    public DateOnly? Published { get; init; }

    public string Ruleset { get; init; } = "";

    public int SpanStart { get; init; }

    public int SpanEnd { get; init; }

    public string Quote { get; init; } = "";

    /// <summary>Exact decimal or fraction; null for a range.</summary>
    public string? ValueText { get; init; }

    public string? LowText { get; init; }

    public string? HighText { get; init; }

    public string Unit { get; init; } = "";

    public string UnitPrinted { get; init; } = "";

    public string Qualifier { get; init; } = "";

    public string? Indicator { get; init; }

    public string? IndicatorId { get; init; }

    public string Measure { get; init; } = "";

    public string? Direction { get; init; }

    public string? Basis { get; init; }

    public DateOnly? PeriodStart { get; init; }

    public DateOnly? PeriodEnd { get; init; }

    public string? Scope { get; init; }

    public string? ScopeCode { get; init; }

    public string Status { get; init; } = "";

    public int ArticleStart { get; init; }

    public int ArticleEnd { get; init; }

    public int SentenceStart { get; init; }

    public int SentenceEnd { get; init; }

    public int? IndicatorStart { get; init; }

    public int? IndicatorEnd { get; init; }

    /// <summary>Where the period stands in the text; the period itself is <see cref="PeriodStart"/> to <see cref="PeriodEnd"/>.</summary>
    public int? PeriodFrom { get; init; }

    public int? PeriodTo { get; init; }

    public int? ScopeStart { get; init; }

    public int? ScopeEnd { get; init; }

    public string[] Rules { get; init; } = [];

    public decimal Confidence { get; init; }

    public string? SecondOpinion { get; init; }

    /// <summary>The sentence that states the claim, cut to 300 characters on both sides of the quote.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>Where the quote begins in UTF-16 code units; its length in them is that of the string.</summary>
    public int Utf16Start { get; init; }

    /// <summary>Of claims (c), documents (d) and document_versions (v).</summary>
    internal const string Columns = """
        c.document_id, c.claim_key, c.version, d.name as document, d.source, d.uri, d.duplicate_of is not null as duplicate,
        v.publication, v.region, v.published, c.ruleset, c.span_start, c.span_end, c.quote, c.value_text, c.low_text, c.high_text,
        c.unit, c.unit_printed, c.qualifier::text as qualifier, c.indicator, c.indicator_id, c.measure::text as measure,
        c.direction::text as direction, c.basis, c.period_start, c.period_end, c.scope, c.scope_code, c.status::text as status,
        c.article_start, c.article_end, c.sentence_start, c.sentence_end, c.indicator_start, c.indicator_end, c.period_from, c.period_to,
        c.scope_start, c.scope_end, c.rules, c.confidence, c.second_opinion::text as second_opinion
        """;

    internal const string Tables = """
        claims c
        join documents d using (document_id)
        join document_versions v on v.document_id = c.document_id and v.version = c.version
        """;

    /// <summary>What readers of the run @run see.</summary>
    internal const string OfRun = "c.first_run <= @run and (c.retired_run is null or c.retired_run > @run)";
}

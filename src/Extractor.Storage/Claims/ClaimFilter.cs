namespace Extractor.Storage.Claims;

/// <summary>Which claims are wanted. What is null is not asked for.</summary>
public sealed record ClaimFilter
{
    /// <summary>An id of the catalogue, or a name: the page's words, or what the catalogue knows by it.</summary>
    public string? Indicator { get; init; }

    /// <summary>A name, or the six-digit code of a division.</summary>
    public string? Scope { get; init; }

    /// <summary>A code of claim-model; a counter with or without its braces.</summary>
    public string? Unit { get; init; }

    /// <summary>The period ends on that day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The period ends on that day or earlier.</summary>
    public DateOnly? To { get; init; }

    public string? Publication { get; init; }

    public string? Source { get; init; }

    public string? Status { get; init; }

    public string? Measure { get; init; }

    public decimal? MinConfidence { get; init; }

    /// <summary>Words, each of which stands in the indicator's or the scope's name.</summary>
    public string? Text { get; init; }

    public Guid? Document { get; init; }

    /// <summary>The name that people see.</summary>
    public string? DocumentName { get; init; }

    /// <summary>Also those of a text that stands under another document already; always so where one document is asked for.</summary>
    public bool Duplicates { get; init; }
}

/// <summary>In which order claims come.</summary>
public enum ClaimOrder
{
    /// <summary>Document by document, as they stand in the text.</summary>
    Text,

    /// <summary>The latest period first, those without a period last.</summary>
    Newest,
}

/// <summary>The last claim of a page, after which the next page goes on, and the run that the first page showed.</summary>
public sealed record ClaimPlace(int Run, DateOnly? PeriodEnd, Guid Document, int Start, Guid Key);

/// <param name="Next">Null where there is nothing more.</param>
public sealed record ClaimPage(IReadOnlyList<StoredClaim> Claims, ClaimPlace? Next);

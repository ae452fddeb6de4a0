using System.ComponentModel;
using Extractor.Storage.Claims;
using Extractor.Web.Answers;
using Microsoft.AspNetCore.Mvc;

namespace Extractor.Web.Claims;

/// <summary>Which claims are wanted, as addresses say it; lists and exports share it.</summary>
public sealed record ClaimQuery
{
    [Description("An id of the catalogue, or a name")]
    public string? Indicator { get; init; }

    [Description("A place or organisation, or the six-digit code of a division")]
    public string? Scope { get; init; }

    [Description("ISO 4217, UCUM, %, pp, or a counter with or without braces")]
    public string? Unit { get; init; }

    [Description("The period ends on that day or later")]
    public DateOnly? From { get; init; }

    [Description("The period ends on that day or earlier")]
    public DateOnly? To { get; init; }

    public string? Publication { get; init; }

    [Description("The collection that the document belongs to")]
    public string? Source { get; init; }

    [Description("actual, planned or forecast")]
    public string? Status { get; init; }

    [Description("level, change, growth, share or multiple")]
    public string? Measure { get; init; }

    [FromQuery(Name = "min_confidence"), Description("From 0 to 1")]
    public decimal? MinConfidence { get; init; }

    [Description("Words, each of which stands in the indicator's or the scope's name")]
    public string? Q { get; init; }

    [Description("A document's id or name")]
    public string? Document { get; init; }

    [Description("Also claims of a text that stands under another document already")]
    public bool? Duplicates { get; init; }

    /// <exception cref="BadRequestException">A word is not one of those that there are.</exception>
    public ClaimFilter Filter() => new()
    {
        Indicator = Indicator.Said(),
        Scope = Scope.Said(),
        Unit = Unit.Said(),
        From = From,
        To = To,
        Publication = Publication.Said(),
        Source = Source.Said(),
        Status = Status.Said().Among(Words.Statuses, "status"),
        Measure = Measure.Said().Among(Words.Measures, "measure"),
        MinConfidence = MinConfidence,
        Text = Q.Said(),
        Document = Guid.TryParse(Document.Said(), out var id) ? id : null,
        DocumentName = Guid.TryParse(Document.Said(), out _) ? null : Document.Said(),
        Duplicates = Duplicates ?? false,
    };
}

using System.ComponentModel;
using Extractor.Storage.Series;
using Extractor.Web.Answers;
using Microsoft.AspNetCore.Mvc;

namespace Extractor.Web.Series;

/// <summary>Which points of an indicator are wanted, as addresses say it.</summary>
public sealed record SubjectQuery
{
    [Description("A place or organisation, or the six-digit code of a division")]
    public string? Scope { get; init; }

    [Description("ISO 4217, UCUM, %, pp, or a counter with or without braces")]
    public string? Unit { get; init; }

    [Description("level, change, growth, share or multiple")]
    public string? Measure { get; init; }

    [Description("up or down")]
    public string? Direction { get; init; }

    [Description("yoy, mom, ytd or since:DATE")]
    public string? Basis { get; init; }

    [Description("actual, planned or forecast")]
    public string? Status { get; init; }

    [Description("The period ends on that day or later")]
    public DateOnly? From { get; init; }

    [Description("The period ends on that day or earlier")]
    public DateOnly? To { get; init; }

    [FromQuery(Name = "min_confidence"), Description("From 0 to 1")]
    public decimal? MinConfidence { get; init; }

    /// <exception cref="BadRequestException">A word is not one of those that there are.</exception>
    public SeriesFilter Filter() => new(
        null, Scope.Said(), Unit.Said(), Measure.Said().Among(Words.Measures, "measure"), Direction.Said().Among(Words.Directions, "direction"), Basis.Said(),
        Status.Said().Among(Words.Statuses, "status"), From, To, MinConfidence);
}

namespace Extractor.Storage.Schedules;

/// <summary>One time that a schedule was due, and what came of it.</summary>
/// <param name="FinishedAt">Null while it runs.</param>
/// <param name="Outcome"><c>done</c>, <c>failed</c>, <c>lost</c> (its worker ended before it did); null while it runs.</param>
/// <param name="Summary">What the work says it did, or the error.</param>
public sealed record Firing(
    long Id, string Schedule, string Kind, DateTime DueAt, DateTime FiredAt, DateTime? FinishedAt, string? Outcome, string? Summary, string Worker);

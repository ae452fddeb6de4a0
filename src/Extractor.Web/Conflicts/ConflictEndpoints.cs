using System.ComponentModel;
using Extractor.Storage.Series;
using Extractor.Web.Answers;
using Extractor.Web.Claims;
using Extractor.Web.Series;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Conflict = Extractor.Storage.Series.Conflict;

namespace Extractor.Web.Conflicts;

public sealed record ConflictLinks(string Series);

/// <summary>Documents that state different values of the same thing.</summary>
/// <param name="Least">The smallest value that is stated.</param>
/// <param name="Difference">Between it and the greatest.</param>
/// <param name="Confidence">Of the claim that is least sure.</param>
/// <param name="Statements">What each document states, by rising value.</param>
public sealed record ConflictAnswer(
    Guid Id, string? IndicatorId, string Indicator, string Scope, string? ScopeCode, string Measure, string Unit, string? Direction, string? Basis, string Status,
    PeriodAnswer Period, string Least, string Greatest, string Difference, int Documents, decimal Confidence, IReadOnlyList<PointAnswer> Statements, ConflictLinks Links)
{
    public static ConflictAnswer Of(Conflict conflict) => new(
        conflict.ConflictId, conflict.IndicatorId, conflict.Indicator, conflict.Scope, conflict.ScopeCode, conflict.Measure, conflict.Unit, conflict.Direction,
        conflict.Basis, conflict.Status, new(conflict.PeriodStart, conflict.PeriodEnd), conflict.Least, conflict.Greatest, conflict.Difference,
        conflict.Documents, conflict.Confidence, [.. conflict.Statements.Select(PointAnswer.Of)], new(Web.Links.Series(
            ("indicator", conflict.IndicatorId ?? conflict.Indicator), ("scope", conflict.ScopeCode ?? conflict.Scope), ("measure", conflict.Measure),
            ("unit", conflict.Unit), ("direction", conflict.Direction), ("basis", conflict.Basis), ("status", conflict.Status))));
}

static class ConflictEndpoints
{
    public static void MapConflicts(this IEndpointRouteBuilder api) =>
        api.MapGet("/conflicts", List).WithTags("Conflicts").WithSummary("Documents that state different values of the same thing, the latest period first");

    static async Task<Ok<Page<ConflictAnswer>>> List(
        ConflictStore conflicts, [Description("An id of the catalogue, or a name")] string? indicator, [AsParameters] SubjectQuery query,
        [AsParameters] Paging paging, CancellationToken ct)
    {
        var after = Cursor.Read(paging.After, parts => new ConflictPlace(Cursor.Day(parts[0])!.Value, Guid.Parse(parts[1])));
        var found = await conflicts.FindAsync(query.Filter() with { Indicator = indicator.Said() }, after, paging.Size + 1, ct);
        return TypedResults.Ok(paging.Of(found, ConflictAnswer.Of, last => Cursor.Write(last.PeriodEnd, last.ConflictId)));
    }
}

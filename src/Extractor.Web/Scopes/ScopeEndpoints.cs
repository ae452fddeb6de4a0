using System.ComponentModel;
using Extractor.Storage.Scopes;
using Extractor.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Scopes;

public sealed record ScopeLinks(string Self, string Claims);

/// <summary>A place or organisation, and how much is said of it.</summary>
/// <param name="Code">GB/T 2260, where it is a division.</param>
/// <param name="First">The end of the earliest period.</param>
public sealed record ScopeAnswer(
    string Name, string? Code, long Claims, long Documents, long Indicators, DateOnly? First, DateOnly? Last, ScopeLinks Links)
{
    public static ScopeAnswer Of(ScopeSummary scope) => new(
        scope.Name, scope.Code, scope.Claims, scope.Documents, scope.Indicators, scope.First, scope.Last,
        new($"/api/v1/scopes/{Uri.EscapeDataString(scope.Code ?? scope.Name)}", Web.Links.Claims(("scope", scope.Code ?? scope.Name))));
}

static class ScopeEndpoints
{
    public static void MapScopes(this IEndpointRouteBuilder api)
    {
        var scopes = api.MapGroup("/scopes").WithTags("Scopes");
        scopes.MapGet("", List).WithSummary("Places and organisations with counts, the richest first");
        scopes.MapGet("/{scope}", Find).WithSummary("One place or organisation, by its name or code").ProducesProblem(StatusCodes.Status404NotFound);
    }

    static async Task<Ok<Page<ScopeAnswer>>> List(
        ScopeList scopes, [AsParameters] Paging paging, [Description("Words in the name")] string? q, CancellationToken ct)
    {
        var after = Cursor.Read(paging.After, parts => new ScopePlace(Cursor.Number(parts[0]), parts[1], parts[2]));
        var found = await scopes.FindAsync(q.Said(), after, paging.Size + 1, ct);
        return TypedResults.Ok(paging.Of(found, ScopeAnswer.Of, last => Cursor.Write(last.Claims, last.Name, last.Code)));
    }

    static async Task<Results<Ok<ScopeAnswer>, NotFound>> Find(string scope, ScopeList scopes, CancellationToken ct) =>
        await scopes.FindOneAsync(scope, ct) is { } found ? TypedResults.Ok(ScopeAnswer.Of(found)) : TypedResults.NotFound();
}

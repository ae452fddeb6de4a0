using Extractor.Storage.Runs;
using Extractor.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Runs;

/// <param name="Change">added, retired or changed.</param>
/// <param name="Start">Of the claim that stands now; of the one that went where none does. Code points.</param>
/// <param name="Fields">All for one that came or went, those that differ for one that changed.</param>
public sealed record ChangeAnswer(string Change, string Document, Guid DocumentId, int Start, int End, string Text, IReadOnlyList<FieldChange> Fields);

static class RunEndpoints
{
    public static void MapRuns(this IEndpointRouteBuilder api)
    {
        var runs = api.MapGroup("/runs").WithTags("Runs");
        runs.MapGet("", List).WithSummary("Runs, the latest first");
        runs.MapGet("/{run:int}", Find).WithSummary("One run").ProducesProblem(StatusCodes.Status404NotFound);
        runs.MapGet("/{from:int}/diff/{to:int}", Diff).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("What changes for a reader who goes from one run to a later one; a part ends with a document, so it may be longer than limit");
    }

    static async Task<Ok<Page<RunSummary>>> List(RunHistory runs, [AsParameters] Paging paging, CancellationToken ct)
    {
        var before = Cursor.Read(paging.After, parts => new Tuple<int>((int)Cursor.Number(parts[0])))?.Item1;
        return TypedResults.Ok(paging.Of(await runs.ListAsync(paging.Size + 1, ct, before), last => Cursor.Write(last.Id)));
    }

    static async Task<Results<Ok<RunSummary>, NotFound>> Find(int run, RunHistory runs, CancellationToken ct) =>
        await runs.FindAsync(run, ct) is { } found ? TypedResults.Ok(found) : TypedResults.NotFound();

    static async Task<Results<Ok<Page<ChangeAnswer>>, NotFound>> Diff(int from, int to, RunHistory runs, [AsParameters] Paging paging, CancellationToken ct)
    {
        if (from > to)
            throw new BadRequestException("name the earlier run first");
        if (await runs.FindAsync(from, ct) is null || await runs.FindAsync(to, ct) is null)
            return TypedResults.NotFound();
        var after = Cursor.Read(paging.After, parts => new Tuple<Guid>(Guid.Parse(parts[0])))?.Item1;
        var changes = new List<ChangeAnswer>();
        string? next = null;
        await foreach (var change in runs.DiffAsync(from, to, ct, after))
        {
            if (changes.Count >= paging.Size && changes[^1].DocumentId != change.DocumentId)
            {
                next = paging.Next(Cursor.Write(changes[^1].DocumentId));
                break;
            }
            changes.Add(new(change.Kind switch { ChangeKind.Added => "added", ChangeKind.Retired => "retired", _ => "changed" },
                change.Document, change.DocumentId, change.Start, change.End, change.Text, change.Fields));
        }
        return TypedResults.Ok(new Page<ChangeAnswer>(changes, next));
    }
}

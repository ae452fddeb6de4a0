using System.ComponentModel;
using Extractor.Storage.Queue;
using Extractor.Web.Access;
using Extractor.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Extractor.Web.Jobs;

public sealed record JobLinks(string Self, string Document);

/// <summary>One reading of one version of a document.</summary>
/// <param name="Run">The re-extraction that it is part of; null for a page that came in.</param>
/// <param name="State">ready, leased, done, cancelled, or parked: given up, with its error.</param>
public sealed record JobAnswer(
    long Id, int? Run, string State, string Document, Guid DocumentId, string Source, string Uri, short Priority, short Attempts, short Crashes,
    DateTime CreatedAt, DateTime RunAt, DateTime? LeaseUntil, DateTime? FinishedAt, string? Worker, string? Error, JobLinks Links)
{
    public static JobAnswer Of(JobSummary job) => new(
        job.Id, job.RunId, job.State, job.Document, job.DocumentId, job.Source, job.Uri, job.Priority, job.Attempts, job.Crashes,
        job.CreatedAt, job.RunAt, job.LeaseUntil, job.FinishedAt, job.Worker, job.Error, new(Web.Links.Job(job.Id), Web.Links.Document(job.DocumentId)));
}

/// <param name="Ids">Of parked jobs.</param>
/// <param name="All">All that are parked; then without ids.</param>
public sealed record RetryBody(long[]? Ids = null, bool All = false);

/// <param name="Ready">How many are ready again.</param>
public sealed record RetryAnswer(int Ready);

static class JobEndpoints
{
    public static void MapJobs(this IEndpointRouteBuilder api)
    {
        var jobs = api.MapGroup("/jobs").WithTags("Jobs");
        jobs.MapGet("", List).WithSummary("Jobs in the order in which they were queued");
        jobs.MapGet("/counts", Counts).WithSummary("How many jobs of a run are in a state; run 0 is that of the pages that come in");
        jobs.MapGet("/{job:long}", Find).WithSummary("One job").ProducesProblem(StatusCodes.Status404NotFound);
        jobs.MapPost("/{job:long}/retry", Retry).WithSummary("Sets a parked job ready once more").WithMetadata(new Writes())
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        jobs.MapPost("/retry", RetrySeveral).WithSummary("Sets parked jobs ready once more").WithMetadata(new Writes());
    }

    static async Task<Ok<Page<JobAnswer>>> List(
        JobList jobs, [AsParameters] Paging paging, [Description("ready, leased, done, cancelled or parked")] string? state,
        [Description("A re-extraction; 0 for the pages that come in")] int? run, [Description("A document's id")] Guid? document, CancellationToken ct)
    {
        var after = Cursor.Read(paging.After, parts => new Tuple<long>(Cursor.Number(parts[0])))?.Item1 ?? 0;
        var found = await jobs.FindAsync(state.Said().Among(Words.JobStates, "state"), run, after, paging.Size + 1, ct, document);
        return TypedResults.Ok(paging.Of(found, JobAnswer.Of, last => Cursor.Write(last.Id)));
    }

    static async Task<Ok<Page<JobCount>>> Counts(JobList jobs, CancellationToken ct) => TypedResults.Ok(new Page<JobCount>(await jobs.CountAsync(ct), null));

    static async Task<Results<Ok<JobAnswer>, NotFound>> Find(long job, JobList jobs, CancellationToken ct) =>
        await jobs.FindOneAsync(job, ct) is { } found ? TypedResults.Ok(JobAnswer.Of(found)) : TypedResults.NotFound();

    static async Task<Results<Ok<JobAnswer>, NotFound, ProblemHttpResult>> Retry(long job, JobList jobs, CancellationToken ct)
    {
        var ready = await jobs.RetryAsync([job], ct);
        if (await jobs.FindOneAsync(job, ct) is not { } found)
            return TypedResults.NotFound();
        return ready > 0
            ? TypedResults.Ok(JobAnswer.Of(found))
            : TypedResults.Problem(Problems.Of(StatusCodes.Status409Conflict, $"job {job} is {found.State}; only a parked one whose version waits nowhere else can be retried"));
    }

    static async Task<Ok<RetryAnswer>> RetrySeveral(RetryBody body, JobList jobs, CancellationToken ct)
    {
        if (body.All == body.Ids is { Length: > 0 })
            throw new BadRequestException("""say which jobs: {"ids": [4711]}, or {"all": true}""");
        return TypedResults.Ok(new RetryAnswer(await jobs.RetryAsync(body.All ? null : body.Ids, ct)));
    }
}

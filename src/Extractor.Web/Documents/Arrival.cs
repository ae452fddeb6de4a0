using System.Text;
using Extractor.Core.Text;
using Extractor.Storage.Documents;
using Extractor.Storage.Queue;
using Extractor.Web.Answers;
using Extractor.Web.Jobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Extractor.Web.Documents;

/// <summary>A document as it is sent in.</summary>
/// <param name="Document">The name that people see.</param>
/// <param name="Region">What 全区, 我省, 全市 mean where the text does not say.</param>
/// <param name="Source">The collection that it belongs to; api where not said.</param>
/// <param name="Uri">Its address within the source, by which it is known again; its name where not said.</param>
public sealed record DocumentBody(
    string? Document, string? Text, string? Publication = null, string? Region = null, DateOnly? Published = null, string? Source = null, string? Uri = null);

/// <param name="Change">new, changed, or same: this version was there.</param>
/// <param name="Job">The job that reads it; null where this version has been read and its job forgotten.</param>
public sealed record ArrivalAnswer(DocumentRow Document, string Change, JobAnswer? Job);

/// <summary>Brings documents in over HTTP: stored and queued in one transaction, as the command line does.</summary>
static class Arrival
{
    const short Priority = 3;
    const int LongestName = 1000;

    public static async Task<Results<Accepted<ArrivalAnswer>, ProblemHttpResult>> PutAsync(
        DocumentBody body, NpgsqlDataSource db, DocumentList documents, JobList jobs, CancellationToken ct)
    {
        var document = Read(body);
        Putting putting;
        await using (var connection = await db.OpenConnectionAsync(ct))
        {
            await using var transaction = await connection.BeginTransactionAsync(ct);
            putting = (await DocumentStore.PutAsync(transaction, document, ct)).Putting;
            if (putting == Putting.Erased)
                return TypedResults.Problem(Problems.Of(StatusCodes.Status410Gone, "this document was erased for good and is not taken in again"));
            await JobQueue.EnqueueAsync(transaction, document.Id, document.Version, Priority, ct);
            await transaction.CommitAsync(ct);
        }
        var job = await jobs.FindOfVersionAsync(document.Id, document.Version, ct);
        return TypedResults.Accepted(
            job is null ? Links.Document(document.Id) : Links.Job(job.Id),
            new ArrivalAnswer(DocumentRow.Of((await documents.FindOneAsync(document.Id, ct))!), putting switch
            {
                Putting.New => "new",
                Putting.Changed => "changed",
                _ => "same",
            }, job is null ? null : JobAnswer.Of(job)));
    }

    static Document Read(DocumentBody body)
    {
        var name = Short(body.Document, "document") ?? throw new BadRequestException("“document” is missing: the name of the document");
        if (string.IsNullOrWhiteSpace(body.Text))
            throw new BadRequestException("“text” is missing, or blank");
        return new(
            Short(body.Source, "source") ?? "api", Short(body.Uri, "uri") ?? name, SourceText.Decode(Encoding.UTF8.GetBytes(body.Text), "utf-8"),
            new(name, Short(body.Publication, "publication"), Short(body.Region, "region"), body.Published));
    }

    static string? Short(string? text, string field) => text.Said() is { Length: > LongestName }
        ? throw new BadRequestException($"“{field}” is longer than {LongestName} characters")
        : text.Said();
}

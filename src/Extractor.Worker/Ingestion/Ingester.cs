using Extractor.Storage.Documents;
using Extractor.Storage.Queue;
using Npgsql;

namespace Extractor.Worker.Ingestion;

/// <summary>What bringing a document in came to.</summary>
/// <param name="Duplicate">The text is new here and stands under another document already.</param>
/// <param name="Queued">Whether it is to be read; not so where this version has been read already.</param>
public readonly record struct Ingested(Putting Putting, bool Duplicate, bool Queued);

/// <summary>Stores documents and queues them to be read, each in one transaction.</summary>
public sealed class Ingester(NpgsqlDataSource db, DatabaseWork work)
{
    /// <summary>Pages that come in by the day go before the re-reading of old ones.</summary>
    public const short Priority = 3;

    public async Task<Ingested> PutAsync(Document document, CancellationToken ct) =>
        await work.RunAsync(async token =>
        {
            await using var connection = await db.OpenConnectionAsync(token);
            await using var transaction = await connection.BeginTransactionAsync(token);
            var (putting, duplicate) = await DocumentStore.PutAsync(transaction, document, token);
            if (putting == Putting.Erased)
                return new Ingested(putting, Duplicate: false, Queued: false);
            var queued = await JobQueue.EnqueueAsync(transaction, document.Id, document.Version, Priority, token);
            await transaction.CommitAsync(token);
            return new Ingested(putting, duplicate, queued);
        }, ct);
}

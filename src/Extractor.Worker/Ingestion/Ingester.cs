using Extractor.Storage.Documents;
using Extractor.Storage.Queue;
using Extractor.Storage.Shards;
using Npgsql;

namespace Extractor.Worker.Ingestion;

/// <summary>What bringing a document in came to.</summary>
/// <param name="Duplicate">The text is new here and stands under another document already, when all of its batch is in.</param>
/// <param name="Queued">Whether it is to be read; not so where this version has been read already.</param>
public readonly record struct Ingested(Putting Putting, bool Duplicate, bool Queued);

/// <summary>Stores documents and queues them to be read, a few in one transaction.</summary>
public sealed class Ingester(NpgsqlDataSource db, DatabaseWork work)
{
    /// <summary>Pages that come in by the day go before the re-reading of old ones.</summary>
    public const short Priority = 3;

    int _perTransaction;

    public async Task<Ingested> PutAsync(Document document, CancellationToken ct) => (await PutAsync([document], ct))[0];

    /// <returns>Of each document, in their order.</returns>
    /// <exception cref="PostgresException">One of the documents is refused; of the others, some may be stored.</exception>
    public async Task<IReadOnlyList<Ingested>> PutAsync(IReadOnlyList<Document> documents, CancellationToken ct)
    {
        var ingested = new List<Ingested>();
        if (_perTransaction == 0)
            _perTransaction = await work.RunAsync(async token => await Citus.DocumentsPerTransactionAsync(db, token), ct);
        while (ingested.Count < documents.Count)
        {
            // A document that comes twice, or a text under two names, is told apart by what was stored first.
            var (ids, texts) = (new HashSet<Guid>(), new HashSet<string>(StringComparer.Ordinal));
            var distinct = documents.Skip(ingested.Count).Take(_perTransaction).TakeWhile(document => ids.Add(document.Id) && texts.Add(document.Text)).ToList();
            ingested.AddRange(await work.RunAsync(async token => await PutOnceAsync(distinct, token), ct));
        }
        return ingested;
    }

    async Task<List<Ingested>> PutOnceAsync(List<Document> documents, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var putting = await DocumentStore.PutAsync(transaction, documents, ct);
        var queued = await JobQueue.EnqueueAsync(transaction, [.. documents.Where((_, i) => putting[i].Putting != Putting.Erased)], Priority, ct);
        await transaction.CommitAsync(ct);
        return [.. documents.Select((document, i) => new Ingested(putting[i].Putting, putting[i].Duplicate, queued.Contains(document.Id)))];
    }
}

using Dapper;
using Extractor.Storage.Documents;
using Extractor.Storage.Erasures;
using Extractor.Storage.Verifications;
using Extractor.Tests;

namespace Extractor.Storage.Tests.Erasures;

public sealed class ErasureStoreTests(TestServer server)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_erased_document_is_gone_from_every_table_and_does_not_come_back()
    {
        await using var db = await server.MigratedAsync();
        var (page, again, other) = (Samples.Document("a", "1 2"), Samples.Document("b", "1 2"), Samples.Document("c", "3"));
        foreach (var document in new[] { page, again, other })
            await Generations.LiveAsync(db, "r1", document, Samples.Numbers(document.Text, document.Facts));
        await Generations.NextAsync(db, "r2", page, new([], [Samples.Claim("1", 0, "10")], []));
        var store = new ErasureStore(db);
        Assert.Equal(page.Id, Assert.Single(await store.FindAsync("a", Ct)).Id);

        await store.EraseAsync(page.Id, Ct);
        await using var connection = await db.OpenConnectionAsync(Ct);
        foreach (var table in new[] { "documents", "document_versions", "articles", "claims", "checks", "receipts", "jobs" })
            Assert.Equal(0, await connection.ExecuteScalarAsync<int>($"select count(*)::int from {table} where document_id = @id", new { id = page.Id }));
        Assert.Null(await connection.ExecuteScalarAsync<Guid?>("select duplicate_of from documents where name = 'b'")); // it stands for itself now
        await foreach (var finding in Verification.RunAsync(db, isSettled: true, Ct))
            Assert.Equal((finding.Invariant, 0L), (finding.Invariant, finding.Broken));

        await using var transaction = await connection.BeginTransactionAsync(Ct);
        Assert.Equal(Putting.Erased, (await DocumentStore.PutAsync(transaction, page, Ct)).Putting);
        await transaction.CommitAsync(Ct);
        Assert.Empty(await store.FindAsync("a", Ct));
    }
}

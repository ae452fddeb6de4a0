using Dapper;
using Extractor.Storage.Documents;
using Extractor.Worker.Ingestion;
using Npgsql;

namespace Extractor.Worker.Tests.Ingestion;

public sealed class IngesterTests(TestServer server)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Names and texts of one batch, and what becomes of each: <c>new</c>, <c>changed</c> or <c>same</c>, a duplicate, queued.</summary>
    public static TheoryData<string, string> Batches => new()
    {
        { "a:1件 b:2件 c:3件", "new! new! new!" },
        { "a:1件 b:1件 c:1件", "new! new!= new!=" },
        { "a:1件 a:2件 a:1件", "new! changed! changed" },
        { "a:1件 a:1件", "new! same" },
        // One by one, a would have been a duplicate for a moment.
        { "a:1件 b:2件 a:2件 b:1件", "new! new! changed! changed!" },
        { "b:2件 a:1件 c:2件", "new! new! new!=" },
    };

    [Theory]
    [MemberData(nameof(Batches))]
    public async Task A_batch_comes_to_what_its_documents_would_come_to_one_by_one(string batch, string expected)
    {
        await using var together = await server.MigratedAsync();
        await using var apart = await server.MigratedAsync();
        Document[] documents = [.. batch.Split(' ').Select(one => Samples.Document(one.Split(':')[0], one.Split(':')[1]))];

        var ingested = await new Ingester(together, new DatabaseWork()).PutAsync(documents, Ct);
        var single = new List<Ingested>();
        foreach (var document in documents)
            single.Add(await new Ingester(apart, new DatabaseWork()).PutAsync(document, Ct));

        Assert.Equal(single.Select(one => (one.Putting, one.Queued)), ingested.Select(one => (one.Putting, one.Queued)));
        Assert.Equal(expected, string.Join(' ', ingested.Select(Word)));
        Assert.Equal(await RowsAsync(apart), await RowsAsync(together));
    }

    [Fact]
    public async Task One_that_the_database_refuses_leaves_the_others_of_its_transaction_out_and_they_can_be_brought_again()
    {
        await using var db = await server.MigratedAsync();
        var ingester = new Ingester(db, new DatabaseWork());
        Document[] documents = [Samples.Document("a", "1件"), Samples.Document("b", "2\0件"), Samples.Document("c", "3件")];
        Assert.Equal("22021", (await Assert.ThrowsAsync<PostgresException>(() => ingester.PutAsync(documents, Ct))).SqlState);
        Assert.Empty(await RowsAsync(db));
        Assert.All(await ingester.PutAsync([documents[0], documents[2]], Ct), one => Assert.Equal(Putting.New, one.Putting));
    }

    static string Word(Ingested one) => one.Putting.ToString().ToLowerInvariant() + (one.Queued ? "!" : "") + (one.Duplicate ? "=" : "");

    static async Task<IEnumerable<string>> RowsAsync(NpgsqlDataSource db)
    {
        await using var connection = await db.OpenConnectionAsync(Ct);
        return await connection.QueryAsync<string>("""
            select format('%s %s of %s, versions: %s, jobs: %s', d.name, encode(d.version, 'hex'), o.name,
              (select count(*) from document_versions v where v.document_id = d.document_id),
              (select string_agg(encode(j.version, 'hex') || ' ' || j.state, ', ' order by j.version) from jobs j where j.document_id = d.document_id))
            from documents d left join documents o on o.document_id = d.duplicate_of
            order by d.name
            """);
    }
}

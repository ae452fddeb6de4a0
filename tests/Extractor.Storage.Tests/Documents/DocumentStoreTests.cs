using Dapper;
using Extractor.Storage.Documents;
using Extractor.Tests;
using Npgsql;

namespace Extractor.Storage.Tests.Documents;

public sealed class DocumentStoreTests(TestServer server)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static async Task<Putting> PutAsync(NpgsqlDataSource db, Document document)
    {
        await using var connection = await db.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        var (putting, _) = await DocumentStore.PutAsync(transaction, document, Ct);
        await transaction.CommitAsync(Ct);
        return putting;
    }

    [Theory]
    [InlineData(1, "1件")]
    [InlineData(2, "1件")]
    [InlineData(3, "1件 𠮷𠮷𠮷2件")]
    [InlineData(7, "1件 𠮷𠮷𠮷2件")]
    [InlineData(8, "1件 𠮷𠮷𠮷2件 3件")]
    public async Task Texts_come_up_to_a_bound_in_code_points_and_one_at_least(long characters, string texts)
    {
        await using var db = await server.MigratedAsync();
        Document[] pages = [Samples.Document("a", "1件"), Samples.Document("b", "𠮷𠮷𠮷2件"), Samples.Document("c", "3件")];
        foreach (var page in pages)
            await PutAsync(db, page);
        var found = await new DocumentStore(db).FindCurrentAsync([.. pages.Select(page => (page.Id, page.Version))], characters, Ct);
        Assert.Equal(texts, string.Join(' ', found.OrderBy(one => one.Key).Select(one => one.Value.Text).OfType<string>()));
        Assert.Equal(3, found.Count);
    }

    [Fact]
    public async Task A_corrected_text_or_fact_is_a_new_version_and_the_old_one_stays()
    {
        await using var db = await server.MigratedAsync();
        var page = Samples.Document("a.txt", "𠮷1件");
        Assert.Equal(Putting.New, await PutAsync(db, page));
        Assert.Equal(Putting.Same, await PutAsync(db, Samples.Document("a.txt", "𠮷1件")));
        Assert.Equal(Putting.Changed, await PutAsync(db, Samples.Document("a.txt", "𠮷2件")));
        var corrected = Samples.Document("a.txt", "𠮷2件", region: "西藏自治区");
        Assert.Equal(Putting.Changed, await PutAsync(db, corrected));

        var store = new DocumentStore(db);
        var found = Assert.Single(await store.FindCurrentAsync([(page.Id, page.Version), (corrected.Id, corrected.Version)], 100, Ct));
        Assert.Equal((1, new FoundDocument("𠮷2件", corrected.Facts)), (found.Key, found.Value));
        await using var connection = await db.OpenConnectionAsync(Ct);
        Assert.Equal((1, 3, 3), await connection.QuerySingleAsync<(int, int, int)>(
            "select (select count(*)::int from documents), count(*)::int, min(length) from document_versions"));
    }

    [Fact]
    public async Task The_same_text_under_another_name_is_a_duplicate_until_the_first_is_corrected()
    {
        await using var db = await server.MigratedAsync();
        foreach (var name in (string[])["a", "b", "c"])
            await PutAsync(db, Samples.Document(name, "1件"));
        Assert.Equal(["a:", "b:a", "c:a"], await DuplicatesAsync(db));
        await PutAsync(db, Samples.Document("a", "2件"));
        Assert.Equal(["a:", "b:", "c:b"], await DuplicatesAsync(db));
        await PutAsync(db, Samples.Document("a", "1件"));
        Assert.Equal(["a:b", "b:", "c:b"], await DuplicatesAsync(db));
    }

    static async Task<IEnumerable<string>> DuplicatesAsync(NpgsqlDataSource db)
    {
        await using var connection = await db.OpenConnectionAsync(Ct);
        return await connection.QueryAsync<string>(
            "select d.name || ':' || coalesce(o.name, '') from documents d left join documents o on o.document_id = d.duplicate_of order by d.name");
    }
}

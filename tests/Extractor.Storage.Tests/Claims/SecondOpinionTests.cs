using Dapper;
using Extractor.Core.Opinions;
using Extractor.Storage.Claims;
using Extractor.Storage.Documents;
using Extractor.Storage.Runs;
using Extractor.Tests;
using Npgsql;

namespace Extractor.Storage.Tests.Claims;

public sealed class SecondOpinionTests(TestServer server)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static async Task<Stored?> StoreAsync(NpgsqlDataSource db, Run run, Opinion? opinion)
    {
        var document = Samples.Document("a", "1 2");
        var extraction = Samples.Numbers(document.Text, document.Facts);
        extraction = extraction with { Claims = [extraction.Claims[0] with { SecondOpinion = opinion }, .. extraction.Claims.Skip(1)] };
        await using var connection = await db.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await DocumentStore.PutAsync(transaction, document, Ct);
        var stored = await ClaimStore.PutAsync(transaction, run, document.Id, document.Version, extraction, Ct);
        await transaction.CommitAsync(Ct);
        return stored;
    }

    [Fact]
    public async Task An_opinion_is_stored_and_another_one_replaces_the_row_under_the_same_key()
    {
        await using var db = await server.MigratedAsync();
        var runs = new RunStore(db);
        Assert.Equal(new Stored(2, 0), await StoreAsync(db, await runs.OpenAsync("r1", Ct), null));
        Assert.Equal(new Stored(1, 1), await StoreAsync(db, await runs.OpenAsync("r2", Ct), Opinion.Agrees));
        Assert.Equal(Stored.Nothing, await StoreAsync(db, await runs.OpenAsync("r3", Ct), Opinion.Agrees));
        Assert.Equal(new Stored(1, 1), await StoreAsync(db, await runs.OpenAsync("r4", Ct), Opinion.Disagrees));

        await using var connection = await db.OpenConnectionAsync(Ct);
        Assert.Equal(
            ["1 1-2 none", "1 2-4 agrees", "1 4- disagrees", "2 1- none"],
            await connection.QueryAsync<string>(
                "select quote || ' ' || first_run || '-' || coalesce(retired_run::text, '') || ' ' || coalesce(second_opinion::text, 'none') from claims order by quote, first_run"));
        Assert.Equal(2, await connection.ExecuteScalarAsync<int>("select count(distinct claim_key) from claims"));
    }

    [Fact]
    public async Task The_published_claims_show_it()
    {
        await using var db = await server.MigratedAsync();
        await StoreAsync(db, await new RunStore(db).OpenAsync("r1", Ct), Opinion.Silent);
        await using var connection = await db.OpenConnectionAsync(Ct);
        Assert.Equal("silent", await connection.ExecuteScalarAsync<string>("select second_opinion::text from published_claims where quote = '1'"));
    }
}

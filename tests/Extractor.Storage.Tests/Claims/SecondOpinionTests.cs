using Dapper;
using Extractor.Core.Claims;
using Extractor.Core.Opinions;
using Extractor.Storage.Claims;
using Extractor.Storage.Documents;
using Extractor.Tests;

namespace Extractor.Storage.Tests.Claims;

public sealed class SecondOpinionTests(TestServer server)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static readonly Document Page = Samples.Document("a", "1 2");

    static Extraction Read(Opinion? opinion)
    {
        var extraction = Samples.Numbers(Page.Text, Page.Facts);
        return extraction with { Claims = [extraction.Claims[0] with { SecondOpinion = opinion }, .. extraction.Claims.Skip(1)] };
    }

    [Fact]
    public async Task An_opinion_is_stored_and_another_one_replaces_the_row_under_the_same_key()
    {
        await using var db = await server.MigratedAsync();
        Assert.Equal(new Stored(2, 0), await Generations.LiveAsync(db, "r1", Page, Read(null)));
        Assert.Equal(new Stored(1, 1), await Generations.NextAsync(db, "r2", Page, Read(Opinion.Agrees)));
        Assert.Equal(Stored.Nothing, await Generations.NextAsync(db, "r3", Page, Read(Opinion.Agrees)));
        Assert.Equal(new Stored(1, 1), await Generations.NextAsync(db, "r4", Page, Read(Opinion.Disagrees)));

        await using var connection = await db.OpenConnectionAsync(Ct);
        Assert.Equal(
            ["1 1-2 none", "1 2-6 agrees", "1 6- disagrees", "2 1- none"],
            await connection.QueryAsync<string>(
                "select quote || ' ' || first_run || '-' || coalesce(retired_run::text, '') || ' ' || coalesce(second_opinion::text, 'none') from claims order by quote, first_run"));
        Assert.Equal(2, await connection.ExecuteScalarAsync<int>("select count(distinct claim_key) from claims"));
    }

    [Fact]
    public async Task The_published_claims_show_it()
    {
        await using var db = await server.MigratedAsync();
        await Generations.LiveAsync(db, "r1", Page, Read(Opinion.Silent));
        await using var connection = await db.OpenConnectionAsync(Ct);
        Assert.Equal("silent", await connection.ExecuteScalarAsync<string>("select second_opinion::text from published_claims where quote = '1'"));
    }
}

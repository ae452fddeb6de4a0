using Dapper;
using Extractor.Core.Checks;
using Extractor.Core.Claims;
using Extractor.Storage.Documents;
using Extractor.Tests;
using Npgsql;

namespace Extractor.Storage.Tests.Checks;

public sealed class CheckStoreTests(TestServer server)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static readonly Document Page = Samples.Document("a", "500 260 240");

    static Check Parts(CheckOutcome outcome = CheckOutcome.Agrees) => new(CheckKind.Parts, [0, 1, 2], "500", "500", "1.5", "{件}", outcome, "260 + 240 = 500");

    static Extraction Read(params Check[] checks) => Samples.Numbers(Page.Text, Page.Facts) with { Checks = checks };

    static async Task<IEnumerable<string>> RowsAsync(NpgsqlDataSource db)
    {
        await using var connection = await db.OpenConnectionAsync(Ct);
        return await connection.QueryAsync<string>(
            "select kind || ' ' || outcome || ':' || first_run || '-' || coalesce(retired_run::text, '') from checks order by 1");
    }

    [Fact]
    public async Task A_check_ties_the_claims_that_stand()
    {
        await using var db = await server.MigratedAsync();
        await Generations.LiveAsync(db, "r1", Page, Read(Parts()));
        await using var connection = await db.OpenConnectionAsync(Ct);
        Assert.Equal(["500", "260", "240"], await connection.QueryAsync<string>("""
            select c.quote
            from published_checks k
            cross join unnest(k.claim_keys) with ordinality as tied (claim_key, place)
            join published_claims c on c.document_id = k.document_id and c.claim_key = tied.claim_key
            order by tied.place
            """));
        Assert.Equal((500m, 500m, 1.5m), await connection.QuerySingleAsync<(decimal, decimal, decimal)>("select expected, found, tolerance from checks"));
    }

    [Fact]
    public async Task Checks_follow_the_generations_of_their_claims()
    {
        await using var db = await server.MigratedAsync();
        await Generations.LiveAsync(db, "r1", Page, Read(Parts()));
        await Generations.NextAsync(db, "r2", Page, Read(Parts()));
        Assert.Equal(["parts agrees:1-"], await RowsAsync(db));
        await Generations.NextAsync(db, "r3", Page, Read(Parts(CheckOutcome.Disagrees)));
        Assert.Equal(["parts agrees:1-4", "parts disagrees:4-"], await RowsAsync(db));
        await Generations.NextAsync(db, "r4", Page, Read());
        Assert.Equal(["parts agrees:1-4", "parts disagrees:4-6"], await RowsAsync(db));
    }
}

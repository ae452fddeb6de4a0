using Dapper;
using Extractor.Core.Catalogues;
using Extractor.Storage.Runs;
using Extractor.Tests;

namespace Extractor.Storage.Tests.Catalogues;

public sealed class IndicatorStoreTests(TestServer server)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_run_brings_the_table_up_to_the_catalogue()
    {
        await using var db = await server.MigratedAsync();
        var runs = new RunStore(db);
        await runs.OpenAsync("r1", Ct);
        await using var connection = await db.OpenConnectionAsync(Ct);
        Assert.Equal(Catalogue.Default.Entries.Count, await connection.ExecuteScalarAsync<int>("select count(*)::int from indicators"));
        Assert.Equal(
            Catalogue.Default.ById("gdp")!.Aliases,
            (await connection.QueryAsync<string>("select unnest(aliases) from indicators where indicator_id = 'gdp'")).AsList());

        await connection.ExecuteAsync("update indicators set name = 'old' where indicator_id = 'gdp'");
        await runs.OpenAsync("r2", Ct);
        Assert.Equal("地区生产总值", await connection.ExecuteScalarAsync<string>("select name from indicators where indicator_id = 'gdp'"));
    }

    [Fact]
    public async Task A_catalogue_that_is_the_same_writes_nothing()
    {
        await using var db = await server.MigratedAsync();
        var runs = new RunStore(db);
        await runs.OpenAsync("r1", Ct);
        await using var connection = await db.OpenConnectionAsync(Ct);
        const string Writers = "select count(distinct xmin::text)::int from indicators";
        await runs.OpenAsync("r2", Ct);
        Assert.Equal(1, await connection.ExecuteScalarAsync<int>(Writers));
    }
}

using Dapper;
using Extractor.Storage.Shards;
using Extractor.Tests;

namespace Extractor.Storage.Tests.Shards;

/// <summary>The list that <c>migrate --citus</c> goes by, held against the schema on plain PostgreSQL.</summary>
public sealed class TablePlacementTests(TestServer server)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    const string Tables = "select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace";

    const string Keys = """
        select conrelid::regclass::text, confrelid::regclass::text, conname, array_to_string(array(
          select attname from unnest(conkey) k join pg_attribute on attrelid = conrelid and attnum = k), ' ')
        from pg_constraint
        where contype = 'f' and connamespace = 'public'::regnamespace
        """;

    async Task<List<(string From, string To, string Name, string Columns)>> KeysAsync()
    {
        await using var db = await server.MigratedAsync();
        await using var connection = await db.OpenConnectionAsync(Ct);
        return (await connection.QueryAsync<(string, string, string, string)>(Keys)).AsList();
    }

    [Fact]
    public async Task Every_table_has_its_place_and_every_place_its_table()
    {
        await using var db = await server.MigratedAsync();
        await using var connection = await db.OpenConnectionAsync(Ct);
        Assert.Equal(
            (await connection.QueryAsync<string>(Tables)).Order(StringComparer.Ordinal),
            TablePlacements.All.Select(known => known.Table).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Only_the_queue_loses_foreign_keys()
    {
        var lost = (await KeysAsync()).Where(key => !TablePlacements.CanRefer(TablePlacements.Of(key.From), TablePlacements.Of(key.To)));
        Assert.Equal(["jobs_document_id_fkey", "jobs_run_id_fkey"], lost.Select(key => key.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Tables_in_shards_refer_to_each_other_by_document()
    {
        var between = (await KeysAsync()).Where(key => TablePlacements.Of(key.From) == Placement.Distributed && TablePlacements.Of(key.To) == Placement.Distributed);
        Assert.All(between, key => Assert.Equal("document_id", key.Columns));
    }

    [Fact]
    public async Task What_refers_is_moved_behind_what_it_refers_to()
    {
        var places = TablePlacements.All.Select((known, i) => (known.Table, i)).ToDictionary();
        Assert.All((await KeysAsync()).Where(key => key.From != "jobs"), key => Assert.True(places[key.To] < places[key.From], key.Name));
    }
}

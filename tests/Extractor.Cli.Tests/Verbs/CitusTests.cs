using Dapper;
using Extractor.Storage;
using Npgsql;

namespace Extractor.Cli.Tests.Verbs;

/// <summary><c>migrate --citus</c>, and the way of a page through a database that is distributed.</summary>
public sealed class CitusTests(TestServer server)
{
    // A database of a cluster's coordinator, such as postgres://postgres@127.0.0.1/postgres. Beside it another is made and dropped.
    static readonly string? Coordinator = Environment.GetEnvironmentVariable("EXTRACTOR_TEST_CITUS");

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_without_the_extension_is_left_as_it_was()
    {
        var connection = await server.CreateAsync();
        await using var db = Database.Open(connection);
        await using var opened = await db.OpenConnectionAsync(Ct);
        Assert.SkipWhen(await opened.ExecuteScalarAsync<bool>("select exists (select from pg_available_extensions where name = 'citus')"), "this server has Citus");
        (await Command.RunAsync("migrate", "--citus", "--database", connection)).Refused(6, "citus", "install", "docs/scaling.md");
        Assert.Equal(0, await opened.ExecuteScalarAsync<int>("select count(*) from pg_class where relnamespace = 'public'::regnamespace"));
    }

    [Fact]
    public async Task A_distributed_database_takes_pages_in_and_keeps_what_it_should()
    {
        Assert.SkipWhen(Coordinator is null, "EXTRACTOR_TEST_CITUS names no coordinator of a Citus cluster");
        const string Name = "extractor_test_citus";
        await RunAsync($"drop database if exists {Name} with (force)");
        await RunAsync($"create database {Name} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'");
        try
        {
            await GoThroughAsync(Database.ConnectionOf(Coordinator!, Name));
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            await RunAsync($"drop database {Name} with (force)");
        }
    }

    static async Task GoThroughAsync(string connection)
    {
        async Task<string> DoneAsync(params string[] arguments)
        {
            var finished = await Command.RunAsync(arguments, "", ("EXTRACTOR_DATABASE", connection));
            Assert.True(finished.Code == 0, $"{string.Join(' ', arguments)}: {finished.Code} {finished.Out} {finished.Error}");
            return finished.Out;
        }
        Assert.Contains("distributed claims", await DoneAsync("migrate", "--citus"), StringComparison.Ordinal);
        Assert.Contains("distributed already", await DoneAsync("migrate", "--citus"), StringComparison.Ordinal);
        await DoneAsync("ingest", "--source", "t", "--documents", Path.Combine(Pages, "..", "documents.jsonl"), Pages);
        await DoneAsync("worker", "--drain");
        await DoneAsync("verify", "--settled");
        await DoneAsync("reextract", "--all");
        await DoneAsync("runs", "list");
        Assert.Equal(1, (await Command.RunAsync(["check", "西藏2021年快递业务量达1500万件"], "", ("EXTRACTOR_DATABASE", connection))).Code);
        await DoneAsync("erase", "finance.txt", "--yes");
        await DoneAsync("verify", "--settled");
    }

    static string Pages => Path.Combine(AppContext.BaseDirectory, "fixtures", "pages");

    static async Task RunAsync(string sql)
    {
        await using var db = Database.Open(Coordinator!);
        await using var connection = await db.OpenConnectionAsync(Ct);
        await connection.ExecuteAsync(new(sql, commandTimeout: 120, cancellationToken: Ct));
    }
}

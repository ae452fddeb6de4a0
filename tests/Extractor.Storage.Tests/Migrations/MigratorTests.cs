using Dapper;
using Extractor.Storage.Migrations;
using Extractor.Tests;

namespace Extractor.Storage.Tests.Migrations;

public sealed class MigratorTests(TestServer server)
{
    static readonly Migration First = new(1, "first", "create table a (b integer)");
    static readonly Migration Second = new(2, "second", "create table c (d integer)");

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_migrations_apply_once_also_when_two_programs_migrate_at_once()
    {
        await using var db = Database.Open(await server.CreateAsync());
        var both = await Task.WhenAll(new Migrator(db).MigrateAsync(Ct), new Migrator(db).MigrateAsync(Ct));
        Assert.Equal(Migration.All, both.SelectMany(applied => applied));
        Assert.Empty(await new Migrator(db).MigrateAsync(Ct));
        await new Migrator(db).VerifyAsync(Ct);
    }

    [Fact]
    public async Task An_edited_migration_is_refused_by_name()
    {
        await using var db = Database.Open(await server.CreateAsync());
        await new Migrator(db, [First]).MigrateAsync(Ct);
        var edited = new Migrator(db, [new(1, "first", "create table a (b bigint)"), Second]);
        var error = await Assert.ThrowsAsync<DatabaseException>(() => edited.MigrateAsync(Ct));
        Assert.Contains("0001_first.sql was edited", error.Message, StringComparison.Ordinal);
        await new Migrator(db, [new(1, "first", First.Sql), Second]).MigrateAsync(Ct);
    }

    [Fact]
    public async Task A_database_that_is_newer_or_older_than_the_program_is_refused()
    {
        await using var db = Database.Open(await server.CreateAsync());
        var none = await Assert.ThrowsAsync<DatabaseException>(() => new Migrator(db, [First]).VerifyAsync(Ct));
        Assert.Contains("run: extractor migrate", none.Message, StringComparison.Ordinal);
        await new Migrator(db, [First, Second]).MigrateAsync(Ct);
        var newer = await Assert.ThrowsAsync<DatabaseException>(() => new Migrator(db, [First]).MigrateAsync(Ct));
        Assert.Contains("newer than this program", newer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_nothing_behind()
    {
        await using var db = Database.Open(await server.CreateAsync());
        var broken = new Migrator(db, [First, new(2, "broken", "create table c (d integer); select 1/0")]);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => broken.MigrateAsync(Ct));
        await using var connection = await db.OpenConnectionAsync(Ct);
        Assert.Equal((true, false), await connection.QuerySingleAsync<(bool, bool)>(
            "select to_regclass('a') is not null, to_regclass('c') is not null"));
    }

    [Theory]
    [InlineData("template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'", "lc_ctype C")]
    [InlineData("template template0 encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C'", "SQL_ASCII")]
    public async Task A_database_that_cannot_search_Chinese_is_refused(string options, string reason)
    {
        await using var db = Database.Open(await server.CreateAsync(options));
        var error = await Assert.ThrowsAsync<DatabaseException>(() => new Migrator(db).MigrateAsync(Ct));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}

using System.Text.Json;
using Dapper;
using Extractor.Storage;
using Npgsql;

namespace Extractor.Cli.Tests.Verbs;

/// <summary>The program itself under each role.</summary>
public sealed class RoleTests(TestServer server)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    string _connection = "";

    async Task<(string, string?)[]> LoginAsync(string role)
    {
        var name = $"cli_{Guid.NewGuid():N}";
        await using var db = Database.Open(_connection);
        await using var connection = await db.OpenConnectionAsync(Ct);
        await connection.ExecuteAsync("call create_login(@name, @role)", new { name, role });
        return [("EXTRACTOR_DATABASE", new NpgsqlConnectionStringBuilder(_connection) { Username = name }.ToString())];
    }

    async Task MigrateAsync()
    {
        _connection = await server.CreateAsync();
        Assert.Equal(0, (await Command.RunAsync(["migrate"], "", ("EXTRACTOR_DATABASE", _connection))).Code);
    }

    [Fact]
    public async Task A_worker_ingests_reads_and_fires_schedules_with_the_rights_of_its_role_alone()
    {
        await MigrateAsync();
        var worker = await LoginAsync("extractor_worker");
        using var folder = new Folder();
        folder.Write("a.txt", "2021年，全区快递业务量10万件。");
        Assert.Contains("1 queued", (await Command.RunAsync(["ingest", folder.Path], "", worker)).Out, StringComparison.Ordinal);
        var drained = await Command.RunAsync(["worker", "--drain"], "", worker);
        Assert.True(drained.Code == 0, drained.Error);
        folder.Write("a.txt", "2021年，全区快递业务量11万件。");
        await Command.RunAsync(["ingest", folder.Path], "", worker);
        Assert.Equal(0, (await Command.RunAsync(["worker", "--drain"], "", worker)).Code);

        Assert.Equal(0, (await Command.RunAsync(["schedules", "add", "s", "--kind", "verify", "--cron", "* * * * * ?"], "", worker)).Code);
        await using (var staying = await WorkerProcess.StartAsync([], worker))
        {
            while (!(await Command.RunAsync(["schedules", "history", "s", "--format", "jsonl"], "", worker)).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Any(line => JsonDocument.Parse(line).RootElement.GetProperty("outcome").GetString() is not null))
                await Task.Delay(100, Ct);
            Assert.Contains("extractor_oldest_snapshot_age_transactions ", (await staying.GetAsync("/metrics")).Text, StringComparison.Ordinal);
            Assert.Equal(ExitCode.Done, await staying.EndAsync());
            Assert.DoesNotContain("permission denied", staying.Log, StringComparison.Ordinal);
        }
        (await Command.RunAsync(["schedules", "list"], "", await LoginAsync("extractor_reader"))).Refused(ExitCode.Database, "permission denied");

        var web = await LoginAsync("extractor_web");
        Assert.Contains("verify", (await Command.RunAsync(["schedules", "list"], "", web)).Out, StringComparison.Ordinal);
        (await Command.RunAsync(["schedules", "pause", "s"], "", web)).Refused(ExitCode.Database, "may look at schedules");
    }

    [Fact]
    public async Task Doctor_says_what_the_server_and_the_roles_lack_and_the_remedy()
    {
        await MigrateAsync();
        var well = await Command.RunAsync("doctor", "--database", _connection);
        Assert.Equal(0, well.Code);
        foreach (var word in (string[])["PostgreSQL 1", "UTF8", "lc_ctype is C.UTF-8", "synchronous_commit is on", "fsync is on", "clocks", "up to date", "create_login"])
            Assert.Contains(word, well.Out, StringComparison.Ordinal);

        var settings = new NpgsqlConnectionStringBuilder(_connection);
        await using (var db = Database.Open(_connection))
        await using (var connection = await db.OpenConnectionAsync(Ct))
            await connection.ExecuteAsync($"""
                alter database {settings.Database} set synchronous_commit = off;
                alter table schema_migrations owner to current_user;
                drop table quartz.qrtz_triggers cascade
                """);
        var ill = await Command.RunAsync("doctor", "--database", _connection);
        Assert.Equal(ExitCode.Found, ill.Code);
        foreach (var word in (string[])["BAD  synchronous_commit is off", "BAD  the tables of the schedules are missing; run: extractor migrate", "call settle_roles()"])
            Assert.Contains(word, ill.Out, StringComparison.Ordinal);
        var worker = await Command.RunAsync("worker", "--drain", "--database", _connection);
        Assert.Equal(0, worker.Code);
        Assert.Contains("warning of the database server: synchronous_commit is off", worker.Error, StringComparison.Ordinal);

        Assert.Equal(0, (await Command.RunAsync("migrate", "--database", _connection)).Code);
        var mended = await Command.RunAsync("doctor", "--database", _connection);
        Assert.Contains("create_login", mended.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("tables of the schedules", mended.Out, StringComparison.Ordinal);
    }
}

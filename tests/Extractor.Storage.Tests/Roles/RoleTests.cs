using Dapper;
using Extractor.Storage.Documents;
using Extractor.Storage.Migrations;
using Extractor.Storage.Queue;
using Extractor.Storage.Roles;
using Extractor.Storage.Runs;
using Extractor.Storage.Servers;
using Extractor.Tests;
using Npgsql;

namespace Extractor.Storage.Tests.Roles;

/// <summary>Each role as a login of its own, on a real server.</summary>
public sealed class RoleTests(TestServer server) : IAsyncLifetime
{
    const string Denied = "42501";

    readonly List<NpgsqlDataSource> _logins = [];
    NpgsqlDataSource _db = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _db = await server.MigratedAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var login in _logins.Append(_db))
            await login.DisposeAsync();
    }

    async Task<NpgsqlDataSource> LoginAsync(string role)
    {
        var name = $"login_{Guid.NewGuid():N}";
        await ExecuteAsync(_db, "call create_login(@name, @role)", new { name, role });
        return LogIn(_db, name);
    }

    NpgsqlDataSource LogIn(NpgsqlDataSource db, string name)
    {
        _logins.Add(Database.Open(new NpgsqlConnectionStringBuilder(db.ConnectionString) { Username = name }.ToString()));
        return _logins[^1];
    }

    static async Task ExecuteAsync(NpgsqlDataSource db, string sql, object? parameters = null)
    {
        await using var connection = await db.OpenConnectionAsync(Ct);
        await connection.ExecuteAsync(sql, parameters);
    }

    static async Task<string?> RefusedAsync(NpgsqlDataSource db, string sql)
    {
        await using var connection = await db.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        try
        {
            await connection.ExecuteAsync(sql, transaction: transaction);
            return null;
        }
        catch (PostgresException e)
        {
            return e.SqlState;
        }
    }

    // Where there is a row, "where false" still asks for the right.
    static readonly TheoryData<string, string, bool> Rights = new()
    {
        // Dashboards see what is published, and how long its words are.
        { "extractor_reader", "select * from published_claims", true },
        { "extractor_reader", "select * from published_checks", true },
        { "extractor_reader", "select * from indicators", true },
        { "extractor_reader", "select * from claims", false },
        { "extractor_reader", "select * from document_versions", false },
        { "extractor_reader", "select * from documents", false },
        { "extractor_reader", "select * from jobs", false },
        { "extractor_reader", "select * from schedule_firings", false },
        { "extractor_reader", "select * from schema_migrations", false },
        { "extractor_reader", "set transaction read write; update publication set run_id = run_id", false },
        { "extractor_reader", "set transaction read write; create table t (i integer)", false },
        // Workers write what a run writes, and take back what an aborted one wrote.
        { "extractor_worker", "select * from document_versions", true },
        { "extractor_worker", "select * from schema_migrations", true },
        { "extractor_worker", "update jobs set attempts = attempts where false", true },
        { "extractor_worker", "select nextval('lease_tokens')", true },
        { "extractor_worker", "delete from claims where false", true },
        { "extractor_worker", "delete from articles where false", true },
        { "extractor_worker", "delete from checks where false", true },
        { "extractor_worker", "delete from receipts where false", true },
        { "extractor_worker", "delete from jobs where false", true },
        { "extractor_worker", "insert into schedule_firings (schedule, kind, due_at, worker) values ('s', 'verify', now(), 'w')", true },
        { "extractor_worker", "delete from documents where false", false },
        { "extractor_worker", "delete from document_versions where false", false },
        { "extractor_worker", "delete from schedule_firings where false", false },
        { "extractor_worker", "truncate claims", false },
        { "extractor_worker", "update schema_migrations set name = name", false },
        { "extractor_worker", "create table t (i integer)", false },
        { "extractor_worker", "create table quartz.t (i integer)", false },
        { "extractor_worker", "alter table jobs add column c integer", false },
        { "extractor_worker", "create role r", false },
        // The web brings documents in, settles jobs, and reads.
        { "extractor_web", "select * from published_claims", true },
        { "extractor_web", "select * from claims", true },
        { "extractor_web", "select * from schedule_firings", true },
        { "extractor_web", "update jobs set state = 'ready', attempts = 0 where false", true },
        { "extractor_web", "update documents set name = name where false", true },
        { "extractor_web", "insert into claims (document_id) values (null)", false },
        { "extractor_web", "update claims set quote = quote where false", false },
        { "extractor_web", "update publication set run_id = run_id where false", false },
        { "extractor_web", "update runs set state = state where false", false },
        { "extractor_web", "delete from documents where false", false },
        { "extractor_web", "delete from jobs where false", true },
        { "extractor_web", "create table t (i integer)", false },
        // The owner does all of it.
        { "extractor_owner", "delete from documents where false", true },
        { "extractor_owner", "create table t (i integer)", true },
        { "extractor_owner", "alter table jobs add column c integer", true },
        { "extractor_owner", "create table quartz.t (i integer)", true },
        { "extractor_owner", "create role r", false },
    };

    [Fact]
    public async Task Each_role_may_do_its_own_work_and_no_other()
    {
        var logins = new Dictionary<string, NpgsqlDataSource>();
        foreach (var row in Rights)
        {
            var (role, sql, allowed) = row.Data;
            if (!logins.TryGetValue(role, out var login))
                logins[role] = login = await LoginAsync(role);
            Assert.Equal((role, sql, allowed ? null : Denied), (role, sql, await RefusedAsync(login, sql)));
        }
    }

    [Theory]
    [InlineData("extractor_worker", "30s", "10s", "3s", "off")]
    [InlineData("extractor_web", "10s", "10s", "3s", "off")]
    [InlineData("extractor_reader", "5s", "5s", "0", "on")]
    [InlineData("extractor_owner", "0", "0", "0", "off")]
    public async Task A_login_has_the_limits_of_its_role(string role, string statement, string idle, string wait, string readOnly)
    {
        await using var connection = await (await LoginAsync(role)).OpenConnectionAsync(Ct);
        Assert.Equal((statement, idle, wait, readOnly), await connection.QuerySingleAsync<(string, string, string, string)>("""
            select current_setting('statement_timeout'), current_setting('idle_in_transaction_session_timeout'),
                   current_setting('lock_timeout'), current_setting('default_transaction_read_only')
            """));
    }

    [Fact]
    public async Task The_web_stores_a_document_and_queues_it_under_the_run_that_is_open()
    {
        await new RunStore(_db).OpenAsync("r1", Ct);
        await using var connection = await (await LoginAsync("extractor_web")).OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        var document = Samples.Document("a", "第1页有2件");
        await DocumentStore.PutAsync(transaction, document, Ct);
        Assert.True(await JobQueue.EnqueueAsync(transaction, document.Id, document.Version, 3, Ct));
        await transaction.CommitAsync(Ct);
    }

    [Fact]
    public async Task A_later_migration_by_another_owner_keeps_rights_also_of_views_made_anew()
    {
        var owner = await LoginAsync("extractor_owner");
        Migration later = new(9000, "later", """
            create table later (i integer generated always as identity);
            drop view published_checks;
            create view published_checks as select 1 as one
            """);
        await new Migrator(owner, [.. Migration.All, later]).MigrateAsync(Ct);
        Assert.Null(await RefusedAsync(await LoginAsync("extractor_reader"), "select * from published_checks"));
        Assert.Equal(Denied, await RefusedAsync(_logins[^1], "select * from later"));
        Assert.Null(await RefusedAsync(await LoginAsync("extractor_worker"), "insert into later default values"));
        Assert.Null(await RefusedAsync(await LoginAsync("extractor_owner"), "drop table later"));
        Assert.Empty(await new RoleStore(_db).LackingAsync(Ct));
    }

    [Fact]
    public async Task Tables_of_others_in_the_same_database_are_left_to_them()
    {
        var other = $"other_{Guid.NewGuid():N}";
        await ExecuteAsync(_db, $"create role {other} login; grant create on schema public to {other}");
        await ExecuteAsync(LogIn(_db, other), "create table theirs (i integer)");
        await ExecuteAsync(_db, "call settle_roles()");
        Assert.Equal(Denied, await RefusedAsync(await LoginAsync("extractor_worker"), "select * from theirs"));
        Assert.Null(await RefusedAsync(LogIn(_db, other), "drop table theirs"));
    }

    [Fact]
    public async Task Who_may_make_no_roles_migrates_all_the_same_and_a_superuser_settles_them_later()
    {
        var name = $"plain_{Guid.NewGuid():N}";
        await ExecuteAsync(_db, $"create role {name} login");
        var super = Database.Open(await server.CreateAsync($"owner {name}"));
        _logins.Add(super);
        var plain = LogIn(super, name);
        await new Migrator(plain).MigrateAsync(Ct);
        Assert.Contains("schema_migrations is not owned by extractor_owner", await new RoleStore(plain).LackingAsync(Ct));
        Assert.Null(await RefusedAsync(plain, "delete from documents where false"));
        await ExecuteAsync(super, "call settle_roles()");
        Assert.Empty(await new RoleStore(plain).LackingAsync(Ct));
        Assert.Null(await RefusedAsync(await LoginAsync("extractor_worker"), "update jobs set attempts = attempts where false"));
    }

    [Fact]
    public async Task On_a_server_without_the_roles_a_migration_that_may_not_make_them_goes_through()
    {
        var data = Environment.GetEnvironmentVariable("EXTRACTOR_DATA");
        var folder = Directory.CreateTempSubdirectory("extractor-test-").FullName;
        try
        {
            Environment.SetEnvironmentVariable("EXTRACTOR_DATA", folder);
            await using var fresh = await PrivateServer.OpenAsync(Ct);
            await using var super = Database.Open(fresh.ConnectionString);
            await ExecuteAsync(super, "create role plain login; grant create on schema public to plain; grant create on database extractor to plain");
            await using var plain = Database.Open(new NpgsqlConnectionStringBuilder(super.ConnectionString) { Username = "plain" }.ToString());
            await new Migrator(plain).MigrateAsync(Ct);
            Assert.Equal(4, (await new RoleStore(plain).LackingAsync(Ct)).Count(lack => lack.EndsWith("is missing", StringComparison.Ordinal)));
            await ExecuteAsync(super, "call settle_roles()");
            Assert.Empty(await new RoleStore(plain).LackingAsync(Ct));
        }
        finally
        {
            Environment.SetEnvironmentVariable("EXTRACTOR_DATA", data);
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_role_that_does_not_exist_is_refused()
    {
        var error = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(_db, "call create_login('x', 'extractor_boss')"));
        Assert.Contains("use extractor_owner", error.MessageText, StringComparison.Ordinal);
    }
}

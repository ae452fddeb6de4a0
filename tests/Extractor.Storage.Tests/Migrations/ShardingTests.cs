using Dapper;
using Extractor.Tests;

namespace Extractor.Storage.Tests.Migrations;

/// <summary>What Citus asks of tables that are distributed by document, as far as plain PostgreSQL can tell; see docs/scaling.md.</summary>
public sealed class ShardingTests(TestServer server)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Each question lists what breaks a rule. Big tables are those with a <c>document_id</c> that the queue does not own.</summary>
    public static TheoryData<string, string> Rules => new()
    {
        { "a primary key that does not begin with document_id", """
            select format('%s (%s)', t.name, (select attname from pg_attribute where attrelid = t.oid and attnum = c.conkey[1]))
            from big t join pg_constraint c on c.conrelid = t.oid and c.contype = 'p'
            where c.conkey[1] <> t.document_id
            """ },
        { "no primary key", "select name from big t where not exists (select from pg_constraint c where c.conrelid = t.oid and c.contype = 'p')" },
        { "something unique without document_id", """
            select format('%s: %s', t.name, i.indexrelid::regclass)
            from big t join pg_index i on i.indrelid = t.oid and i.indisunique
            where not t.document_id = any(i.indkey::smallint[])
            """ },
        { "a reference to a big table by anything but document_id, or to the queue", """
            select format('%s: %s', t.name, c.conname)
            from big t join pg_constraint c on c.conrelid = t.oid and c.contype = 'f'
            where c.confrelid in (select oid from big) and c.conkey <> array[t.document_id] or c.confrelid = 'jobs'::regclass
            """ },
        { "a reference from a small table to a big one", """
            select format('%s: %s', c.conrelid::regclass, c.conname)
            from pg_constraint c
            where c.contype = 'f' and c.confrelid in (select oid from big) and c.conrelid not in (select oid from big) and c.conrelid <> 'jobs'::regclass
            """ },
        { "a trigger", "select format('%s: %s', t.name, g.tgname) from big t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal" },
        { "a counted column", "select format('%s.%s', t.name, a.attname) from big t join pg_attribute a on a.attrelid = t.oid and a.attidentity <> ''" },
    };

    const string Big = """
        with big as materialized (
          select c.oid, c.relname as name, a.attnum as document_id
          from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'document_id'
          where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not in ('jobs', 'erasures')
        )
        """;

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Tables_of_documents_can_be_distributed(string broken, string question)
    {
        await using var db = await server.MigratedAsync();
        await using var connection = await db.OpenConnectionAsync(Ct);
        Assert.Equal([], (await connection.QueryAsync<string>($"{Big} {question}")).Select(finding => $"{broken}: {finding}"));
    }

    [Fact]
    public async Task The_rules_are_about_all_tables_that_grow_with_documents()
    {
        await using var db = await server.MigratedAsync();
        await using var connection = await db.OpenConnectionAsync(Ct);
        Assert.Equal(
            ["articles", "checks", "claims", "document_versions", "documents", "receipts"],
            await connection.QueryAsync<string>($"{Big} select name from big order by name collate \"C\""));
    }
}

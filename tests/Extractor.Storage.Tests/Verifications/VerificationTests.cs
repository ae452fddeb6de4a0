using Dapper;
using Extractor.Core.Checks;
using Extractor.Storage.Verifications;
using Extractor.Tests;
using Npgsql;

namespace Extractor.Storage.Tests.Verifications;

public sealed class VerificationTests(TestServer server)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static async Task<List<string>> BrokenAsync(NpgsqlDataSource db, bool isSettled = false)
    {
        var broken = new List<string>();
        await foreach (var finding in Verification.RunAsync(db, isSettled, Ct))
            if (finding.Broken > 0)
                broken.Add(finding.Invariant);
        return broken;
    }

    static async Task<NpgsqlDataSource> FilledAsync(TestServer server)
    {
        var db = await server.MigratedAsync();
        var (page, again) = (Samples.Document("a", "𠮷500 260 240"), Samples.Document("b", "𠮷500 260 240"));
        var check = new Check(CheckKind.Parts, [0, 1, 2], "500", "500", "1.5", "{件}", CheckOutcome.Agrees, "260 + 240 = 500");
        await Generations.LiveAsync(db, "r1", page, Samples.Numbers(page.Text, page.Facts) with { Checks = [check] });
        await Generations.LiveAsync(db, "r1", again, Samples.Numbers(again.Text, again.Facts));
        await Generations.NextAsync(db, "r2", page, Samples.Numbers(page.Text, page.Facts) with { Checks = [check] });
        return db;
    }

    [Fact]
    public async Task A_sound_database_breaks_nothing()
    {
        await using var db = await FilledAsync(server);
        Assert.Empty(await BrokenAsync(db, isSettled: true));
        var run = await Generations.BeginAsync(db, "r3");
        Assert.Empty(await BrokenAsync(db));
        Assert.Equal(["every job is settled"], await BrokenAsync(db, isSettled: true));
        await Generations.PublishAsync(db, run);
    }

    [Theory]
    [InlineData("update document_versions set text = 'x' || text", "every quote is the slice of its document")]
    [InlineData("delete from document_versions where document_id in (select document_id from documents where name = 'a'); update claims set quote = quote", "every claim has the text it was read from")]
    [InlineData("delete from claims where quote = '260'", "every receipt counts the claims that stand", "every check ties claims that stand with it")]
    [InlineData("delete from articles", "every receipt counts the articles that stand")]
    [InlineData("delete from receipts where document_id in (select document_id from documents where name = 'b')", "no claim stands without a receipt", "every document is read, waits, or is parked")]
    [InlineData("update claims set first_run = 3 where first_run = 1; update publication set run_id = 2", "no run wrote beyond what readers see, but the one under way")]
    [InlineData("update runs set state = 'aborted', published_at = null where run_id = 2", "an aborted run left no trace")]
    [InlineData("update runs set state = 'running', published_at = null where run_id = 3", "readers see a published run")]
    [InlineData("insert into jobs (document_id, version, state, lease_token, lease_until) select document_id, version, 'leased', 1, now() - interval '1 hour' from documents where name = 'a'", "no lease is long overdue")]
    [InlineData("update documents set text_hash = sha256('x') where name = 'a'", "every duplicate has the text of the document that it repeats")]
    public async Task Whatever_is_broken_is_told(string damage, params string[] invariants)
    {
        await using var db = await FilledAsync(server);
        await using (var connection = await db.OpenConnectionAsync(Ct))
            await connection.ExecuteAsync("set session_replication_role = replica; " + damage);
        var broken = await BrokenAsync(db);
        Assert.Superset(invariants.ToHashSet(), broken.ToHashSet());
    }
}

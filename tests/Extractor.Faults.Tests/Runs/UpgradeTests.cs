using Extractor.Storage.Migrations;
using Extractor.Storage.Runs;

namespace Extractor.Faults.Tests.Runs;

/// <summary>Two versions of the program on one database, and a schema that changes under them.</summary>
public sealed class UpgradeTests(FaultServer server)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F16_two_versions_share_the_queue_and_each_reads_its_own_run()
    {
        var (_, newer) = (await server.DigestAsync("r1"), await server.DigestAsync("r2"));
        await using var scene = await Scene.OpenAsync(server, "drained_r1");
        await scene.ExecuteAsync("truncate effects, stores");
        await new ReextractionStore(scene.Db).StartAsync(new Selection(All: true), "r2", Ct);
        var options = new HostOptions { PaceMilliseconds = Form.IsLong ? 10 : 4 };
        await using var fleet = scene.Start(options, options with { Ruleset = "r2" });
        var old = fleet.Workers[0].Id;

        // Pages that come in meanwhile are read by either; those that the old version takes, the new one reads once more.
        await using var ingest = HostProcess.Start(scene.Options(new() { Verb = "ingest", Documents = Form.Documents + 200 }));
        await scene.ProgressAsync(Form.Documents / 4, () => fleet.Logs);
        var added = new Migration(9999, "upgrade", "alter table claims add column later text; alter table jobs add column later text; create index on claims (later)");
        await new Migrator(scene.Db, [.. Migration.All, added]).MigrateAsync(Ct);
        Assert.InRange(await scene.LeftAsync(), 1, long.MaxValue);
        Assert.Equal(0, await ingest.ExitAsync());
        await Scene.UntilAsync(async () => (await scene.Oracle.AskAsync<string>("select state::text from runs where kind = 'reextraction'")) == "published", () => fleet.Logs);
        await fleet.DrainedAsync();
        Assert.Empty(fleet.Ended);

        var (byOld, byNew, strays) = await scene.Oracle.AskAsync<(long, long, long)>($"""
            select count(*) filter (where worker like '%:{old}:%'), count(*) filter (where worker not like '%:{old}:%' and of_run > 0),
                   count(*) filter (where worker like '%:{old}:%' and of_run > 0)
            from effects
            """);
        Form.Print("F16", $"{byOld} pages read by the old version, {byNew} jobs of the re-extraction by the new one, {scene.Seconds:0.0} s");
        Assert.Equal(0, strays);
        Assert.InRange(byOld, 1, long.MaxValue);
        Assert.InRange(byNew, Form.Documents, long.MaxValue);
        await scene.ExecuteAsync("""
            alter table claims drop column later; alter table jobs drop column later;
            delete from stores s using documents d where d.document_id = s.document_id and d.uri >= 'page-' || to_char((select count(*) from documents) - 200, 'FM00000')
            """);
        Assert.Equal(newer, await scene.Oracle.DigestAsync(Form.Documents));
        Assert.Equal(0, await scene.Oracle.AskAsync<int>("select count(*)::int from receipts where ruleset <> 'r2'"));
    }

    [Fact]
    public async Task F16_a_schema_that_no_longer_fits_ends_the_worker_and_parks_nothing()
    {
        var digest = await server.DigestAsync("r1");
        await using var scene = await Scene.OpenAsync(server);
        await using (var worker = HostProcess.Start(scene.Options(new() { PaceMilliseconds = 2 })))
        {
            await scene.ProgressAsync(Form.Documents / 10, () => worker.Log);
            await scene.ExecuteAsync("alter table claims rename column rules to rules_of_a_later_version");
            Assert.NotEqual(0, await worker.ExitAsync());
        }
        Assert.Equal((0, 0, 0), await scene.Oracle.AskAsync<(int, int, int)>(
            "select count(*) filter (where state in ('leased', 'parked'))::int, count(*) filter (where attempts <> (state = 'done')::int)::int, sum(crashes)::int from jobs"));
        await scene.ExecuteAsync("alter table claims rename column rules_of_a_later_version to rules");
        await scene.DrainAsync(new());
        await scene.Oracle.AssertAsync(digest);
    }
}

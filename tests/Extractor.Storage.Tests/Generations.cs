using Dapper;
using Extractor.Core.Claims;
using Extractor.Storage.Claims;
using Extractor.Storage.Documents;
using Extractor.Storage.Runs;
using Npgsql;

namespace Extractor.Tests;

/// <summary>Writes claims as workers do, without a queue. Run 1 is live, 2 the first re-extraction, 3 the live run after it, and so on.</summary>
static class Generations
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A page that comes in.</summary>
    public static async Task<Stored?> LiveAsync(NpgsqlDataSource db, string ruleset, Document document, Extraction extraction, bool put = true)
    {
        await new RunStore(db).OpenAsync(ruleset, Ct);
        return await StoreAsync(db, ruleset, null, document, extraction, put);
    }

    public static async Task<Run> BeginAsync(NpgsqlDataSource db, string ruleset)
    {
        var (run, _) = await new ReextractionStore(db).StartAsync(new Selection(All: true), ruleset, Ct);
        return run!;
    }

    public static Task<Stored?> BesideAsync(NpgsqlDataSource db, Run run, Document document, Extraction extraction) =>
        StoreAsync(db, run.Ruleset, run.Id, document, extraction, put: false);

    public static async Task PublishAsync(NpgsqlDataSource db, Run run)
    {
        await using var connection = await db.OpenConnectionAsync(Ct);
        await connection.ExecuteAsync("update jobs set state = 'done', finished_at = now() where of_run = @run", new { run = run.Id });
        Assert.True(await new RunStore(db).TryPublishAsync(run.Id, Ct));
    }

    /// <summary>A whole re-extraction of one document.</summary>
    public static async Task<Stored?> NextAsync(NpgsqlDataSource db, string ruleset, Document document, Extraction extraction)
    {
        var run = await BeginAsync(db, ruleset);
        var stored = await BesideAsync(db, run, document, extraction);
        await PublishAsync(db, run);
        return stored;
    }

    /// <summary>«quote:first_run-retired_run» of all claims.</summary>
    public static async Task<IEnumerable<string>> RowsAsync(NpgsqlDataSource db)
    {
        await using var connection = await db.OpenConnectionAsync(Ct);
        return await connection.QueryAsync<string>("select quote || ':' || first_run || '-' || coalesce(retired_run::text, '') from claims order by 1");
    }

    public static async Task<IEnumerable<string>> SeenAsync(NpgsqlDataSource db)
    {
        await using var connection = await db.OpenConnectionAsync(Ct);
        return await connection.QueryAsync<string>("select quote from published_claims order by 1");
    }

    static async Task<Stored?> StoreAsync(NpgsqlDataSource db, string ruleset, int? reextraction, Document document, Extraction extraction, bool put)
    {
        await using var connection = await db.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        var frontier = await RunStore.HoldAsync(transaction, TimeSpan.FromSeconds(20), Ct);
        if (put)
            await DocumentStore.PutAsync(transaction, document, Ct);
        var stored = await ClaimStore.PutAsync(transaction, frontier, reextraction, ruleset, [new(document.Id, document.Version, extraction)], Ct);
        await transaction.CommitAsync(Ct);
        return stored.GetValueOrDefault(document.Id);
    }
}

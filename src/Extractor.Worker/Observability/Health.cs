using Extractor.Storage;
using Extractor.Storage.Migrations;
using Npgsql;

namespace Extractor.Worker.Observability;

/// <summary>Whether a worker can do its work.</summary>
/// <param name="Healthy">All three hold.</param>
/// <param name="Loop">The job loop, or the heartbeat of its leases, went round lately.</param>
/// <param name="Database">It answers.</param>
/// <param name="Schema">It is the one that this program needs.</param>
/// <param name="Problems">What does not hold, a sentence each.</param>
public sealed record Health(bool Healthy, bool Loop, bool Database, bool Schema, IReadOnlyList<string> Problems)
{
    // The heartbeat goes round every five seconds, whatever the loop is busy with; a retried one takes longer.
    static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(60);

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static bool Alive => WorkerMetrics.SinceBeat < LongestSilence;

    public static async Task<Health> CheckAsync(NpgsqlDataSource db, CancellationToken ct)
    {
        List<string> problems = [];
        var (database, schema) = (true, true);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await new Migrator(db).VerifyAsync(patience.Token);
        }
        catch (DatabaseException e)
        {
            schema = false;
            problems.Add(e.Message);
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            (database, schema) = (false, false);
            problems.Add($"the database does not answer: {DatabaseErrors.Describe(e)}");
        }
        var loop = Alive;
        if (!loop)
            problems.Add($"the job loop has been silent for {WorkerMetrics.SinceBeat.TotalSeconds:0} seconds");
        return new(loop && database && schema, loop, database, schema, problems);
    }
}

using System.Diagnostics;
using Dapper;
using Extractor.Core;
using Extractor.Worker;
using Extractor.Worker.Ingestion;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Extractor.Cli.Benchmarks;

/// <summary>How long one process takes from a folder to stored claims, beside COPY of the same rows into the same tables.</summary>
/// <param name="Seconds">From the first file to the last commit.</param>
/// <param name="CopySeconds">What COPY alone took.</param>
readonly record struct StoreBench(int Documents, long Claims, double Seconds, double CopySeconds)
{
    const int Rounds = 3;

    public double ClaimsPerSecond => Claims / Seconds;

    /// <summary>Of the rate of COPY alone.</summary>
    public double Ratio => CopySeconds / Seconds;

    /// <summary>The best of some rounds, each in fresh databases; of COPY as well.</summary>
    /// <param name="folder">As <see cref="LoadFolder"/> writes it.</param>
    public static async Task<StoreBench> MeasureAsync(DatabaseSession session, string folder, CancellationToken ct)
    {
        var best = default(StoreBench);
        for (var round = 0; round < Rounds; round++)
        {
            await using var stored = await BenchDatabase.CreateAsync(session, ClaimExtractor.Default.Ruleset, ct);
            await using var copied = await BenchDatabase.CreateAsync(session, ClaimExtractor.Default.Ruleset, ct);
            var start = Stopwatch.GetTimestamp();
            var documents = await StoreAsync(stored.Db, folder, ct);
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var copy = (await (await TableCopy.ReadAsync(stored.Db, ct)).WriteAsync(copied.Db, ct)).TotalSeconds;
            var claims = await CountAsync(stored.Db, ct);
            if (claims != await CountAsync(copied.Db, ct))
                throw new InvalidOperationException("COPY has not written the same rows");
            best = round == 0 ? new(documents, claims, seconds, copy)
                : best with { Seconds = Math.Min(best.Seconds, seconds), CopySeconds = Math.Min(best.CopySeconds, copy) };
        }
        return best;
    }

    // One process does both at once, as a worker with a watched folder does.
    static async Task<int> StoreAsync(NpgsqlDataSource db, string folder, CancellationToken ct)
    {
        var work = new DatabaseWork();
        var facts = FactsFile.Read(LoadFolder.Facts(folder));
        JobLoop Loop(bool drain) => new(
            db, work, ClaimExtractor.Default.Ruleset, ClaimExtractor.Default.Extract, JobLoop.NewName(),
            new WorkerOptions { Drain = drain, Pause = (TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(20)) }, NullLogger.Instance);
        using var isIn = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var reading = Loop(drain: false).RunAsync(isIn.Token);
        var intake = new Intake(new Ingester(db, work), new IntakeOptions { Source = "bench", Facts = document => facts[document] }, _ => { });
        foreach (var file in InputList.Find([LoadFolder.Pages(folder)], FolderRules.Ingestion).Files)
            await intake.TakeAsync(file, ct);
        await intake.FlushAsync(ct);
        await isIn.CancelAsync();
        await reading;
        await Loop(drain: true).RunAsync(ct);
        return intake.Report.Total;
    }

    static async Task<long> CountAsync(NpgsqlDataSource db, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.QuerySingleAsync<long>(new("select count(*) from claims", cancellationToken: ct));
    }
}

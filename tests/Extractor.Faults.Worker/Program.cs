using System.Globalization;
using System.Runtime.InteropServices;
using Extractor.Faults;
using Extractor.Storage;
using Extractor.Storage.Runs;
using Extractor.Worker;
using Extractor.Worker.Ingestion;
using Extractor.Worker.Reextractions;
using Npgsql;

// A worker like that of the product, for tests that make it suffer: the job loop is the product's, what it reads with is not.
var options = HostOptions.Parse(args[0]);
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = options.FindCulture();

using var stop = new CancellationTokenSource();
void Stop(PosixSignalContext signal)
{
    if (stop.IsCancellationRequested)
        return;
    signal.Cancel = true;
    stop.Cancel();
}

using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

// Its sessions bear its name, so that a test can stop it in the midst of a transaction.
await using var db = Database.Open($"{options.Database};Application Name=extractor-{Environment.ProcessId}");
var work = new DatabaseWork();
switch (options.Verb)
{
    case "work":
        var loop = new JobLoop(db, work, options.Ruleset, new Reader(options).Read, JobLoop.NewName(), new WorkerOptions
        {
            Drain = options.Drain, Lanes = options.Lanes, Batch = options.Batch,
            Heartbeat = TimeSpan.FromSeconds(options.HeartbeatSeconds), Budget = TimeSpan.FromSeconds(options.BudgetSeconds),
            Limits = new(TimeSpan.FromSeconds(options.LeaseSeconds), options.Attempts, options.Crashes),
            KeepSettled = TimeSpan.FromSeconds(options.KeepSettledSeconds),
            Pause = (TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(500)),
        }, new LineLog());
        await loop.RunAsync(stop.Token);
        Console.Error.WriteLine($"wrong clock: {await OffAsync(db)}");
        return 0;
    case "ingest":
        var ingester = new Ingester(db, work);
        foreach (var pages in Corpus.Pages(options.Documents).Chunk(25))
            await ingester.PutAsync(pages, stop.Token);
        return 0;
    case "reextract":
        try
        {
            var (run, planned) = await new Reextraction(db, work, options.Ruleset).StartAsync(new Selection(All: true), stop.Token);
            Console.Error.WriteLine($"run {run?.Id}: {planned} planned");
            return 0;
        }
        catch (DatabaseException e)
        {
            Console.Error.WriteLine(e.Message);
            return 6;
        }
    default:
        Console.Error.WriteLine($"no verb {options.Verb}");
        return 2;
}

// Whether this host's clock and the server's are far apart: proof that the fault was there.
static async Task<bool> OffAsync(NpgsqlDataSource db)
{
    await using var command = db.CreateCommand("select clock_timestamp()");
    return (DateTime.UtcNow - (DateTime)(await command.ExecuteScalarAsync())!).Duration() > TimeSpan.FromMinutes(1);
}

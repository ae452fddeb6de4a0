using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Extractor.Worker.Observability;

/// <summary>What this process counts and times. Names and labels are listed in docs/operations.md.</summary>
public static class WorkerMetrics
{
    public const string Name = "Extractor.Worker";

    public static ActivitySource Source { get; } = new(Name);

    static readonly Meter Meter = new(Name);

    static readonly Counter<long> Taken = Meter.CreateCounter<long>(
        "extractor_jobs_taken_total", description: "Jobs taken from the queue.");

    static readonly Counter<long> Finished = Meter.CreateCounter<long>(
        "extractor_jobs_finished_total", description: "Jobs that this worker brought to an end, by outcome.");

    static readonly Counter<long> Documents = Meter.CreateCounter<long>(
        "extractor_documents_read_total", description: "Documents read to the end, whether or not anything changed.");

    static readonly Counter<long> Added = Meter.CreateCounter<long>("extractor_claims_added_total", description: "Claims written.");

    static readonly Counter<long> Retired = Meter.CreateCounter<long>(
        "extractor_claims_retired_total", description: "Claims that no longer hold.");

    static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "extractor_database_retries_total", description: "Units of work done again because the database was away for a moment.");

    static readonly Counter<long> Feeds = Meter.CreateCounter<long>(
        "extractor_feed_polls_total", description: "Feeds asked for news, by outcome.");

    static readonly Counter<long> Firings = Meter.CreateCounter<long>(
        "extractor_schedule_firings_total", description: "Schedules that this worker fired, by kind and outcome.");

    static readonly Histogram<double> Extraction = Meter.CreateHistogram<double>(
        "extractor_extraction_duration_seconds", "s", "Time to read the claims out of one document's text.",
        advice: Buckets(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30));

    static readonly Histogram<double> Storing = Meter.CreateHistogram<double>(
        "extractor_store_duration_seconds", "s", "Time to store the claims of a few documents in one transaction, retries included.",
        advice: Buckets(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30));

    static int _circuit;

    static long _beat = Stopwatch.GetTimestamp();

    static WorkerMetrics()
    {
        Meter.CreateObservableGauge(
            "extractor_database_circuit_open", () => Volatile.Read(ref _circuit),
            description: "1 while the database is left alone because it does not answer.");
        Meter.CreateObservableGauge(
            "extractor_process_memory_bytes", () => Environment.WorkingSet, "By", "Memory that the process holds.");
        Meter.CreateObservableGauge(
            "extractor_worker_beat_age_seconds", () => SinceBeat.TotalSeconds, "s", "Time since the job loop last went round.");
    }

    /// <summary>Since the job loop, or the heartbeat of its leases, last went round.</summary>
    public static TimeSpan SinceBeat => Stopwatch.GetElapsedTime(Volatile.Read(ref _beat));

    /// <summary>The job loop is alive, whatever the database does.</summary>
    public static void Beat() => Volatile.Write(ref _beat, Stopwatch.GetTimestamp());

    /// <summary>Shows every counter at zero, so that its first count is seen as a rise.</summary>
    public static void Begin()
    {
        foreach (var outcome in Enum.GetValues<JobEnd>())
            Finished.Add(0, Outcome(Word(outcome)));
        foreach (var outcome in (string[])["new", "unchanged", "failed"])
            Feeds.Add(0, Outcome(outcome));
        foreach (var counter in (Counter<long>[])[Taken, Documents, Added, Retired, Retries])
            counter.Add(0);
    }

    /// <summary>Shows the kinds of schedules at zero.</summary>
    public static void Begin(IEnumerable<string> kinds)
    {
        foreach (var kind in kinds)
            foreach (var outcome in (string[])["done", "failed"])
                Firings.Add(0, new("kind", kind), Outcome(outcome));
    }

    public static void JobsTaken(int count) => Taken.Add(count);

    public static void JobFinished(JobEnd outcome, int count = 1) => Finished.Add(count, Outcome(Word(outcome)));

    public static void DocumentRead(long added, long retired)
    {
        Documents.Add(1);
        Added.Add(added);
        Retired.Add(retired);
    }

    /// <param name="since">Of <see cref="Stopwatch.GetTimestamp"/>.</param>
    public static void Extracted(long since) => Extraction.Record(Stopwatch.GetElapsedTime(since).TotalSeconds);

    /// <param name="since">Of <see cref="Stopwatch.GetTimestamp"/>.</param>
    public static void Stored(long since) => Storing.Record(Stopwatch.GetElapsedTime(since).TotalSeconds);

    public static void DatabaseRetried() => Retries.Add(1);

    public static void CircuitChanged(bool open) => Volatile.Write(ref _circuit, open ? 1 : 0);

    /// <param name="outcome"><c>new</c>, <c>unchanged</c> or <c>failed</c>.</param>
    public static void FeedPolled(string outcome) => Feeds.Add(1, Outcome(outcome));

    public static void ScheduleFired(string kind, bool done) => Firings.Add(1, new("kind", kind), Outcome(done ? "done" : "failed"));

    static KeyValuePair<string, object?> Outcome(string word) => new("outcome", word);

    static string Word(JobEnd outcome) => outcome switch
    {
        JobEnd.LeaseLost => "lease_lost",
        var other => other.ToString().ToLowerInvariant(),
    };

    static InstrumentAdvice<double> Buckets(params double[] bounds) => new() { HistogramBucketBoundaries = bounds };
}

/// <summary>What came of a job that this worker had taken.</summary>
public enum JobEnd
{
    /// <summary>Its claims are stored.</summary>
    Done,

    /// <summary>A newer version or run came first.</summary>
    Cancelled,

    /// <summary>Failed, and to be tried again.</summary>
    Failed,

    /// <summary>Failed for good, with its error kept.</summary>
    Parked,

    /// <summary>Given back untried.</summary>
    Returned,

    /// <summary>Another worker has it by now.</summary>
    LeaseLost,
}

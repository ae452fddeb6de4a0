using System.Globalization;
using Extractor.Storage.Documents;
using Extractor.Storage.Feeds;
using Extractor.Worker.Ingestion;
using Extractor.Worker.Observability;
using Npgsql;

namespace Extractor.Worker.Feeds;

/// <summary>Polls feeds and brings in what is new in them. Any number of pollers share the feeds.</summary>
public sealed class FeedPoller(NpgsqlDataSource db, DatabaseWork work, FeedClient client)
{
    const int AtOnce = 8;

    readonly FeedStore _feeds = new(db);

    /// <summary>Polls every feed that is due, each once.</summary>
    public async Task<IReadOnlyList<FeedReport>> PollDueAsync(CancellationToken ct)
    {
        var reports = new List<FeedReport>();
        while (await work.RunAsync(async token => await _feeds.TakeDueAsync(AtOnce, token), ct) is { Count: > 0 } feeds)
            reports.AddRange(await Task.WhenAll(feeds.Select(feed => PollAsync(feed, ct))));
        return reports;
    }

    /// <summary>Polls one feed, due or not.</summary>
    /// <returns>Null where there is none of that name.</returns>
    public async Task<FeedReport?> PollAsync(string name, CancellationToken ct) =>
        await work.RunAsync(async token => await _feeds.TakeAsync(name, token), ct) is { } feed ? await PollAsync(feed, ct) : null;

    async Task<FeedReport> PollAsync(Feed feed, CancellationToken ct)
    {
        var (intake, skipped) = (new IntakeReport(), new List<string>());
        FeedOutcome outcome;
        try
        {
            var answer = await client.FetchAsync(feed, ct);
            if (answer.Bytes is { } bytes)
            {
                await StoreAsync(feed, FeedReader.Read(bytes, answer.Charset, FeedUrl.Show(answer.Url)), answer.Url, intake, skipped, ct);
                outcome = new FeedOutcome.Read(answer.ETag, answer.LastModified);
            }
            else
                outcome = new FeedOutcome.Unchanged();
        }
        catch (FeedException e)
        {
            outcome = new FeedOutcome.Failed(e.Message, e.Wait, e.IsGone);
        }
        WorkerMetrics.FeedPolled(outcome switch { FeedOutcome.Failed => "failed", FeedOutcome.Unchanged => "unchanged", _ when intake.New + intake.Changed == 0 => "unchanged", _ => "new" });
        // Settled also where a shutdown came meanwhile: what was stored is stored.
        await work.RunAsync(async token => await _feeds.SettleAsync(feed, outcome, token), CancellationToken.None);
        return new(feed.Name, outcome is FeedOutcome.Unchanged, intake, skipped, (outcome as FeedOutcome.Failed)?.Error);
    }

    async Task StoreAsync(
        Feed feed, IReadOnlyList<FeedEntry> entries, Uri address, IntakeReport intake, List<string> skipped, CancellationToken ct)
    {
        var ingester = new Ingester(db, work);
        for (var i = 0; i < entries.Count; i++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{feed.Name}: entry {i + 1}");
            try
            {
                var document = FeedPage.ToDocument(feed, entries[i], address);
                var ingested = await ingester.PutAsync(document, ct);
                var outcome = ingested.Putting switch
                {
                    Putting.New => IntakeOutcome.New,
                    Putting.Changed => IntakeOutcome.Changed,
                    _ => IntakeOutcome.Known,
                };
                intake.Add(new(place, document.Facts.Document, outcome, ingested.Duplicate), ingested.Queued);
            }
            catch (FormatException e)
            {
                Skip($"{place}: {e.Message}", InputFault.Line);
            }
            catch (Exception e) when (DatabaseErrors.IsPoison(e))
            {
                Skip($"{place}: the database refuses it ({DatabaseErrors.Describe(e)})", InputFault.Refused);
            }

            void Skip(string message, InputFault fault)
            {
                skipped.Add(message);
                intake.Add(new(place, null, IntakeOutcome.Skipped, Fault: fault, Message: message), queued: false);
            }
        }
    }
}

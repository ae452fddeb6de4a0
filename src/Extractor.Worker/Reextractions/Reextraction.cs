using Extractor.Core.Claims;
using Extractor.Core.Documents;
using Extractor.Storage.Documents;
using Extractor.Storage.Runs;
using Npgsql;

namespace Extractor.Worker.Reextractions;

/// <summary>What a re-extraction would change, as a sample tells.</summary>
/// <param name="Selected">Documents that it would read.</param>
/// <param name="Sampled">Of them, those that were read for this.</param>
/// <param name="Differing">Of those, the ones in which anything changes.</param>
public sealed record ReextractionPreview(long Selected, int Sampled, int Differing, IReadOnlyList<ClaimChange> Changes)
{
    public int Count(ChangeKind kind) => Changes.Count(change => change.Kind == kind);
}

/// <summary>Begins re-extractions with a program's ruleset, and says beforehand what they would change.</summary>
public sealed class Reextraction(NpgsqlDataSource db, DatabaseWork work, string ruleset)
{
    readonly ReextractionStore _store = new(db);

    /// <summary>Queues what is selected. Any worker of this ruleset reads it; the last one shows the run to readers.</summary>
    /// <returns>No run where there is nothing to read.</returns>
    public async Task<(Run? Run, long Planned)> StartAsync(Selection selection, CancellationToken ct)
    {
        await work.RunAsync(async token => await new RunStore(db).OpenAsync(ruleset, token), ct);
        // Not retried: a commit whose answer was lost has begun the run, and the second try would say that one is under way.
        return await _store.StartAsync(selection, ruleset, ct);
    }

    /// <summary>Reads a sample and writes nothing.</summary>
    public async Task<ReextractionPreview> PreviewAsync(
        Selection selection, int sample, Func<string, DocumentFacts, Extraction> extract, Action<double> progress, CancellationToken ct)
    {
        var documents = new DocumentStore(db);
        var selected = await _store.CountAsync(selection, ruleset, ct);
        var changes = new List<ClaimChange>();
        var (read, differing) = (0, 0);
        foreach (var (id, version) in await _store.SampleAsync(selection, ruleset, sample, ct))
        {
            if ((await documents.FindCurrentAsync([(id, version)], 1, ct)).GetValueOrDefault(0) is not { Text: { } text } document)
                continue;
            var found = await Preview.CompareAsync(db, id, version, document.Facts.Document, extract(text, document.Facts), ct);
            changes.AddRange(found);
            differing += found.Count > 0 ? 1 : 0;
            progress(++read);
        }
        return new(selected, read, differing, changes);
    }
}

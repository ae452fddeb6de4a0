using Extractor.Storage.Claims;
using Extractor.Storage.Documents;
using Extractor.Storage.Loads;
using Extractor.Storage.Queue;
using Extractor.Worker.Ingestion;
using Npgsql;

namespace Extractor.Worker.Generations;

/// <summary>
/// Loads parts. All of them in one transaction where the database has no documents yet, else each in its own: given again
/// after a crash, it finds what is there and goes on with the rest.
/// </summary>
/// <param name="refuse">Gets parts and lines that are not loaded.</param>
public sealed class GenerationLoader(NpgsqlDataSource db, string ruleset, Action<InputException> refuse)
{
    // So much is held in memory and sent at once. The server is not to wait long for the rest of a COPY: see JobQueue.
    const int Claims = 5000, Characters = 4 << 20;

    /// <param name="progress">Gets how many parts are done.</param>
    /// <exception cref="Extractor.Storage.DatabaseException">The database does not take a load now.</exception>
    public async Task<Loaded> LoadAsync(IReadOnlyList<string> parts, Action<double> progress, CancellationToken ct)
    {
        var total = Loaded.Nothing;
        for (var done = 0; done < parts.Count;)
        {
            await using var load = await BulkLoad.BeginAsync(db, ruleset, QueueLimits.Default.Lease, ct);
            var part = Loaded.Nothing;
            do
            {
                part += await LoadAsync(load, parts[done], ct);
                progress(++done);
            }
            while (load.WasEmpty && done < parts.Count);
            await load.CompleteAsync(ct);
            total += part;
        }
        return total;
    }

    async Task<Loaded> LoadAsync(BulkLoad load, string part, CancellationToken ct)
    {
        var (loaded, waiting) = (Loaded.Nothing, new List<(Document Document, Findings Findings)>());
        var (claims, characters) = (0, 0);
        try
        {
            foreach (var one in new PartReader(part, ruleset, refuse).Read(ct))
            {
                waiting.Add(one);
                (claims, characters) = (claims + one.Findings.Count, characters + one.Document.Text.Length);
                if (claims < Claims && characters < Characters)
                    continue;
                await FlushAsync();
            }
        }
        catch (InputException failure)
        {
            refuse(failure);
        }
        await FlushAsync();
        return loaded;

        async Task FlushAsync()
        {
            if (waiting.Count > 0)
                loaded += await load.PutAsync(waiting, ct);
            waiting.Clear();
            (claims, characters) = (0, 0);
        }
    }
}

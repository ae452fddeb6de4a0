using System.Collections.Concurrent;
using Extractor.Core.Claims;
using Extractor.Core.Documents;
using Extractor.Worker.Ingestion;

namespace Extractor.Worker.Generations;

/// <summary>Reads files as <see cref="Intake"/> does and writes each document with its claims to a part, without a database.</summary>
/// <param name="refuse">Gets what could not be read; all else is written.</param>
public sealed class GenerationWriter(
    IntakeOptions options, string ruleset, Func<string, DocumentFacts, Extraction> extract, Action<InputException> refuse)
{
    readonly DocumentReader _reader = new(options);

    /// <returns>How many documents were written.</returns>
    public long Write(IReadOnlyList<InputFile> files, Stream output, CancellationToken ct)
    {
        output.Write(GenerationPart.First(ruleset));
        var documents = 0L;
        // Read side by side, written in order, never more than a few documents ahead of the output.
        var lines = Partitioner.Create(files.SelectMany(Read), EnumerablePartitionerOptions.NoBuffering).AsParallel().AsOrdered().WithCancellation(ct)
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(reading => (reading.Failure, Line: reading.Document is { } document ? GenerationPart.Line(document, ruleset, extract(document.Text, document.Facts)) : null));
        foreach (var (failure, line) in lines)
        {
            if (failure is not null)
                refuse(failure);
            if (line is null)
                continue;
            output.Write(line);
            documents++;
        }
        output.Write(GenerationPart.Last(documents));
        output.Flush();
        return documents;
    }

    IEnumerable<Reading> Read(InputFile file)
    {
        using var readings = _reader.Read(file).GetEnumerator();
        while (true)
        {
            var failure = default(InputException);
            try
            {
                if (!readings.MoveNext())
                    yield break;
            }
            catch (InputException e)
            {
                failure = e;
            }
            if (failure is not null)
            {
                yield return new(file.Path, null, failure, []);
                yield break;
            }
            yield return readings.Current;
        }
    }
}

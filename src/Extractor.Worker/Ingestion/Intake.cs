using Extractor.Storage.Documents;

namespace Extractor.Worker.Ingestion;

/// <summary>Brings files in: reads, stores and queues what is in each, and reports what became of it.</summary>
/// <param name="note">Gets a row for every document and every failure, as they come.</param>
public sealed class Intake(Ingester ingester, IntakeOptions options, Action<IntakeEntry> note)
{
    readonly DocumentReader _reader = new(options);

    public IntakeReport Report { get; } = new();

    /// <summary>Brings one file in. What is wrong with it is reported, not thrown.</summary>
    /// <returns>What was wrong with the file as a whole; null where its documents were read, though a line may have been none.</returns>
    public async Task<InputException?> TakeAsync(InputFile file, CancellationToken ct)
    {
        try
        {
            foreach (var reading in _reader.Read(file))
            {
                ct.ThrowIfCancellationRequested();
                if (reading.Failure is { } failure)
                    Skip(reading.Place, failure);
                else
                    await PutAsync(reading, ct);
            }
            return null;
        }
        catch (InputException failure)
        {
            // One that is still being written is the caller's affair: a folder is looked at again.
            if (failure.Fault != InputFault.Unfinished)
                Skip(file.Path, failure);
            return failure;
        }
    }

    public void Skip(string place, InputException failure) =>
        Note(new(place, null, IntakeOutcome.Skipped, Fault: failure.Fault, Message: failure.Message), queued: false);

    async Task PutAsync(Reading reading, CancellationToken ct)
    {
        var document = reading.Document!;
        try
        {
            var ingested = await ingester.PutAsync(document, ct);
            if (ingested.Putting == Putting.Erased)
            {
                Skip(reading.Place, new(InputFault.Erased, $"{reading.Place}: was erased for good and is not taken in again; give it another name or --source if it should be"));
                return;
            }
            var outcome = ingested.Putting switch
            {
                Putting.New => IntakeOutcome.New,
                Putting.Changed => IntakeOutcome.Changed,
                _ => IntakeOutcome.Known,
            };
            var message = reading.Notices.Count == 0 ? null : string.Join("; ", reading.Notices);
            Note(new(reading.Place, document.Facts.Document, outcome, ingested.Duplicate, Message: message), ingested.Queued);
        }
        catch (Exception e) when (DatabaseErrors.IsPoison(e))
        {
            Skip(reading.Place, new(InputFault.Refused, $"{reading.Place}: the database refuses it ({DatabaseErrors.Describe(e)})"));
        }
    }

    void Note(IntakeEntry entry, bool queued)
    {
        Report.Add(entry, queued);
        note(entry);
    }
}

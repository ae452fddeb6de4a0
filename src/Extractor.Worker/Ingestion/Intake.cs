using Extractor.Storage.Documents;

namespace Extractor.Worker.Ingestion;

/// <summary>
/// Brings files in: reads, stores and queues what is in each, and reports what became of it. Documents are stored a few
/// at a time: what was taken is stored once <see cref="FlushAsync"/> has returned, or <see cref="IsFlushed"/> says so.
/// </summary>
/// <param name="note">Gets a row for every document and every failure, in the order in which they came.</param>
public sealed class Intake(Ingester ingester, IntakeOptions options, Action<IntakeEntry> note)
{
    const int Entries = 50, Characters = 256 * 1024;

    readonly DocumentReader _reader = new(options);

    // Failures wait as well, so that the report keeps the order.
    readonly List<Reading> _waiting = [];
    int _characters;

    public IntakeReport Report { get; } = new();

    /// <summary>Whether all that was taken is stored.</summary>
    public bool IsFlushed => _waiting.Count == 0;

    /// <summary>Takes one file in. What is wrong with it is reported, not thrown.</summary>
    /// <returns>What was wrong with the file as a whole; null where its documents were read, though a line may have been none.</returns>
    public async Task<InputException?> TakeAsync(InputFile file, CancellationToken ct)
    {
        try
        {
            foreach (var reading in _reader.Read(file))
            {
                ct.ThrowIfCancellationRequested();
                await TakeAsync(reading, ct);
            }
            return null;
        }
        catch (InputException failure)
        {
            // One that is still being written is the caller's affair: a folder is looked at again.
            if (failure.Fault != InputFault.Unfinished)
                await TakeAsync(new Reading(file.Path, null, failure, []), ct);
            return failure;
        }
    }

    public void Skip(string place, InputException failure) => _waiting.Add(new(place, null, failure, []));

    /// <summary>Stores what was taken.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        var documents = _waiting.Select(reading => reading.Document).OfType<Document>().ToList();
        IReadOnlyList<Ingested>? ingested = null;
        try
        {
            ingested = documents.Count == 0 ? [] : await ingester.PutAsync(documents, ct);
        }
        catch (Exception e) when (DatabaseErrors.IsPoison(e))
        {
            // One of them is refused: each by itself shows which.
        }
        var next = 0;
        foreach (var reading in _waiting)
            if (reading.Failure is { } failure)
                NoteSkipped(reading.Place, failure);
            else if (ingested is not null)
                NoteStored(reading, ingested[next++]);
            else
                await PutAloneAsync(reading, ct);
        _waiting.Clear();
        _characters = 0;
    }

    async Task TakeAsync(Reading reading, CancellationToken ct)
    {
        _waiting.Add(reading);
        _characters += reading.Document?.Text.Length ?? 0;
        if (_waiting.Count >= Entries || _characters >= Characters)
            await FlushAsync(ct);
    }

    async Task PutAloneAsync(Reading reading, CancellationToken ct)
    {
        try
        {
            NoteStored(reading, await ingester.PutAsync(reading.Document!, ct));
        }
        catch (Exception e) when (DatabaseErrors.IsPoison(e))
        {
            NoteSkipped(reading.Place, new(InputFault.Refused, $"{reading.Place}: the database refuses it ({DatabaseErrors.Describe(e)})"));
        }
    }

    void NoteStored(Reading reading, Ingested ingested)
    {
        if (ingested.Putting == Putting.Erased)
        {
            NoteSkipped(reading.Place, new(InputFault.Erased, $"{reading.Place}: was erased for good and is not taken in again; give it another name or --source if it should be"));
            return;
        }
        var outcome = ingested.Putting switch
        {
            Putting.New => IntakeOutcome.New,
            Putting.Changed => IntakeOutcome.Changed,
            _ => IntakeOutcome.Known,
        };
        var message = reading.Notices.Count == 0 ? null : string.Join("; ", reading.Notices);
        Note(new(reading.Place, reading.Document!.Facts.Document, outcome, ingested.Duplicate, Message: message), ingested.Queued);
    }

    void NoteSkipped(string place, InputException failure) =>
        Note(new(place, null, IntakeOutcome.Skipped, Fault: failure.Fault, Message: failure.Message), queued: false);

    void Note(IntakeEntry entry, bool queued)
    {
        Report.Add(entry, queued);
        note(entry);
    }
}

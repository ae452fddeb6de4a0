using System.Globalization;
using System.Text;

namespace Extractor.Worker.Ingestion;

/// <summary>What an ingestion came to, in numbers.</summary>
public sealed class IntakeReport
{
    readonly SortedDictionary<InputFault, int> _skipped = [];

    /// <summary>Documents that are stored now, whether or not they were before.</summary>
    public int Total => New + Changed + Known;

    public int New { get; private set; }

    public int Changed { get; private set; }

    public int Known { get; private set; }

    /// <summary>Of the new and changed ones: the same text stands under another name.</summary>
    public int Duplicates { get; private set; }

    public int Queued { get; private set; }

    /// <summary>Files that are still being written and wait for the next scan.</summary>
    public int Waiting { get; internal set; }

    public int Skipped => _skipped.Values.Sum();

    public IReadOnlyDictionary<InputFault, int> Faults => _skipped;

    internal void Add(IntakeEntry entry, bool queued)
    {
        if (entry.Fault is { } fault)
            _skipped[fault] = _skipped.GetValueOrDefault(fault) + 1;
        New += entry.Outcome == IntakeOutcome.New ? 1 : 0;
        Changed += entry.Outcome == IntakeOutcome.Changed ? 1 : 0;
        Known += entry.Outcome == IntakeOutcome.Known ? 1 : 0;
        Duplicates += entry.IsDuplicate ? 1 : 0;
        Queued += queued ? 1 : 0;
    }

    /// <summary>One line: <c>7 documents: 5 new, 1 changed, 1 known; 6 queued; 1 duplicate; 2 skipped (charset 1, facts 1)</c>.</summary>
    public override string ToString()
    {
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"{Total} documents: {New} new, {Changed} changed, {Known} known; {Queued} queued; {Duplicates} duplicates; {Skipped} skipped");
        if (Skipped > 0)
            line.Append(CultureInfo.InvariantCulture, $" ({string.Join(", ", _skipped.Select(fault => string.Create(CultureInfo.InvariantCulture, $"{Word(fault.Key)} {fault.Value}")))})");
        if (Waiting > 0)
            line.Append(CultureInfo.InvariantCulture, $"; {Waiting} still being written");
        return line.ToString();
    }

    /// <summary>A reason as reports write it: <c>too_large</c>.</summary>
    public static string Word(InputFault fault) => fault == InputFault.TooLarge ? "too_large" : fault.ToString().ToLowerInvariant();
}

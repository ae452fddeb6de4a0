using Extractor.Core.Text;

namespace Extractor.Core.Periods;

/// <summary>Indicators that accrue over a period, by their last words; all others may be a stock at a point.</summary>
sealed class Flows
{
    readonly WordTable<bool> _endings;

    public static Flows Default { get; } = new(LexiconFile.Embedded("Periods.flows.tsv"));

    internal Flows(LexiconFile file) =>
        _endings = new(file.Rows(columns: 1).SelectMany(row => row.Surfaces(0)).Select(word => KeyValuePair.Create(word, true)));

    public bool IsFlow(ReadOnlySpan<char> indicator) => _endings.MatchEnd(indicator, out _) > 0;
}

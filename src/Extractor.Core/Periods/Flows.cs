using Extractor.Core.Text;

namespace Extractor.Core.Periods;

/// <summary>Indicators that accrue over a period, by their last words; all others may be a stock at a point.</summary>
static class Flows
{
    static readonly WordList Endings = WordList.Embedded("Periods.flows.tsv");

    public static bool IsFlow(ReadOnlySpan<char> indicator) => Endings.Ends(indicator);
}

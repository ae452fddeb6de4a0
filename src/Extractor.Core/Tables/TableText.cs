using Extractor.Core.Claims;
using Extractor.Core.Indicators;
using Extractor.Core.Measures;
using Extractor.Core.Quantities;
using Extractor.Core.Text;

namespace Extractor.Core.Tables;

/// <summary>A number in a table with what its row, its column and the caption say of it.</summary>
/// <param name="PeriodWords">Spans to look for its period in, nearest first.</param>
/// <param name="ScopeWords">Spans that may name its place, nearest first; a place must be all that a row or heading says.</param>
/// <param name="Doer">The label that names an organisation, where the rows are such.</param>
sealed record TableCell(Quantity Quantity, IndicatorText? Indicator, MeasureReading Measure, IReadOnlyList<TextSpan> PeriodWords, IReadOnlyList<TextSpan> ScopeWords, TextSpan? Caption, TextSpan? Doer, TextSpan Label, TextSpan Row)
{
    /// <summary>A budget or a forecast, where the heading says so.</summary>
    public Status Status { get; init; }
}

/// <param name="LastBlock">The index of the table's last block in its article.</param>
sealed record TableText(IReadOnlyList<TableCell> Cells, int LastBlock);

using Extractor.Core.Indicators;
using Extractor.Core.Measures;
using Extractor.Core.Quantities;
using Extractor.Core.Text;

namespace Extractor.Core.Tables;

/// <summary>A number in a table with what its row, its column and the caption say of it.</summary>
/// <param name="PeriodWords">Spans to look for its period in, nearest first.</param>
sealed record TableCell(Quantity Quantity, IndicatorText? Indicator, MeasureReading Measure, IReadOnlyList<TextSpan> PeriodWords, TextSpan Row);

/// <param name="LastBlock">The index of the table's last block in its article.</param>
sealed record TableText(IReadOnlyList<TableCell> Cells, int LastBlock);

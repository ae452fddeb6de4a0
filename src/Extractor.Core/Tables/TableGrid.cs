using Extractor.Core.Text;

namespace Extractor.Core.Tables;

/// <summary>A column's heading, with the one of the storey above it that it shares with its neighbours. An empty span says nothing.</summary>
readonly record struct ColumnHeading(TextSpan Span, TextSpan? Group = null);

/// <summary>A row as printed, as spans of the view: its cells stand in the order of the columns, null where one is missing.</summary>
/// <param name="Unit">What the unit column says.</param>
/// <param name="Indent">In which column of the print its label begins.</param>
sealed record TableRow(TextSpan Label, IReadOnlyList<TextSpan?> Cells, TextSpan? Unit = null, int Indent = 0);

/// <summary>The parts of a table before they are understood. Without headings the columns have none.</summary>
/// <param name="RowHead">What stands over the labels: 指标, 地区, 月份.</param>
sealed record TableGrid(TextSpan? Caption, TextSpan? UnitLine, TextSpan? RowHead, IReadOnlyList<ColumnHeading> Headings, IReadOnlyList<TableRow> Rows, int LastBlock);

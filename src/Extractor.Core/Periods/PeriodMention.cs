using Extractor.Core.Claims;
using Extractor.Core.Text;

namespace Extractor.Core.Periods;

/// <summary>Words that say when, as a span of the view.</summary>
/// <param name="Period">Null where the words hold a date or time that gives no claim its period (10时30分, 近年来).</param>
/// <param name="IsBasis">The date only says against what: 比2020年, 与去年同期相比.</param>
readonly record struct PeriodMention(TextSpan Span, Period? Period, bool IsBasis, bool HasYear);

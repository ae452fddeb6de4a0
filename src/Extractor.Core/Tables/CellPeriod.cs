using Extractor.Core.Claims;
using Extractor.Core.Periods;

namespace Extractor.Core.Tables;

/// <summary>When a cell is true: its caption, headings and row read one into the other, the farthest first.</summary>
static class CellPeriod
{
    public static Found<Period>? Read(string text, TableCell cell, PeriodRecognizer periods, Found<Period>? around)
    {
        var found = around;
        for (var i = cell.PeriodWords.Count - 1; i >= 0; i--)
        {
            var span = cell.PeriodWords[i];
            var words = TableWords.Closed(span.In(text));
            // 上月=100: the base of an index.
            if (words.Contains('='))
                continue;
            if (TableWords.IsYear(words))
                found = new(Period.Year(int.Parse(words, System.Globalization.CultureInfo.InvariantCulture)), span, Reach.Header);
            else if (found is { } context && Relative(words, context.Value) is { } related)
                found = new(related, span, Reach.Header);
            else if (periods.Recognize(text, span).Find(mention => mention is { Period: not null, IsBasis: false }) is { Period: { } stated } mention)
            {
                // 3月 under 2023年.
                if (!mention.HasYear && found is { Value: { } whole } && whole.Start.Year == whole.End.Year && stated.Start.Year == stated.End.Year)
                    stated = stated.YearsBefore(stated.End.Year - whole.End.Year);
                found = new(Accrued(words, stated), mention.Span, Reach.Header);
            }
        }
        // 年末常住人口 under 2023年: at its end.
        var label = cell.Label.In(text);
        return found is { Value.IsPoint: false } year && (label.StartsWith("年末") || label.StartsWith("年底") || label.StartsWith("期末") || label.StartsWith("月末"))
            ? year with { Value = Period.Point(year.Value.End) } : found;
    }

    /// <summary>本月, 累计, 上年同期 beside a period that is known; null where the words are not of that kind.</summary>
    static Period? Relative(string words, Period period)
    {
        if (words.AsSpan().ContainsAnyInRange('0', '9'))
            return null;
        var end = period.End;
        if (words.StartsWith("上年末", StringComparison.Ordinal) || words.StartsWith("年初", StringComparison.Ordinal) || words.StartsWith("期初", StringComparison.Ordinal))
            return Period.Point(new(period.Start.Year - 1, 12, 31));
        if (words.Contains("上年同", StringComparison.Ordinal) && !words.Contains('比') && !words.Contains('较') || words.StartsWith("去年", StringComparison.Ordinal) || words.StartsWith("上年", StringComparison.Ordinal) || words.StartsWith("上期", StringComparison.Ordinal) || words is "同期" or "同期数")
            return period.YearsBefore(1);
        if (words.StartsWith("上月", StringComparison.Ordinal))
            return new DateOnly(end.Year, end.Month, 1).AddDays(-1) is var before ? Period.Month(before.Year, before.Month) : null;
        if (words.StartsWith("本月末", StringComparison.Ordinal))
            return Period.Point(end);
        if (words.StartsWith("本月", StringComparison.Ordinal) || words.StartsWith("当月", StringComparison.Ordinal))
            return Period.Month(end.Year, end.Month);
        if (words.Contains("累计", StringComparison.Ordinal) || words.StartsWith("本年", StringComparison.Ordinal) || words.StartsWith("当年", StringComparison.Ordinal) || words.StartsWith("今年", StringComparison.Ordinal))
            return Accrued("累计", period);
        if (words.StartsWith("期末", StringComparison.Ordinal) || words.StartsWith("年末", StringComparison.Ordinal) || words.StartsWith("月末", StringComparison.Ordinal) || words.StartsWith("季末", StringComparison.Ordinal))
            return Period.Point(end);
        return words.StartsWith("本期", StringComparison.Ordinal) || words.StartsWith("本报告期", StringComparison.Ordinal) || words.StartsWith("报告期", StringComparison.Ordinal) || words.StartsWith("全年", StringComparison.Ordinal) ? period : null;
    }

    /// <summary>12月累计 is the year up to December.</summary>
    static Period Accrued(string words, Period period) =>
        words.Contains("累计", StringComparison.Ordinal) && period.Start.Year == period.End.Year && period.Start.Month == period.End.Month && !period.IsPoint ? new(new(period.End.Year, 1, 1), period.End) : period;
}

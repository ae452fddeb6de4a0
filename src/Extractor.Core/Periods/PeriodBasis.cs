using System.Buffers;
using Extractor.Core.Text;

namespace Extractor.Core.Periods;

/// <summary>Whether a date only says against what a figure is compared, told from the words before it and the 16 characters behind it.</summary>
static class PeriodBasis
{
    const int FullDate = 5;

    const string ListCharacters = "0123456789-—~、和及月至到季度年一二三四前";

    static readonly SearchValues<char> FigureCharacters = SearchValues.Create("0123456789.约近");

    static readonly WordList Before = Words("before"), Behind = Words("behind"), Targets = Words("target"), Foundings = Words("founding");

    public static bool Holds(string text, int from, TextSpan span)
    {
        var before = text.AsSpan(from, span.Start - from);
        var after = text.AsSpan(span.End, Math.Min(16, text.Length - span.End));
        // 恢复到2019年的87.5%, 相当于2012年的5.2倍.
        if (after.StartsWith("的") && before[(before.LastIndexOfAny('。', '；') + 1)..].LastIndexOfAny('从', '由') < 0 && (before.EndsWith("到") || before.EndsWith("至") || before.EndsWith("相当于") || before.EndsWith("是") || before.EndsWith("为")) && after.Length > 2)
        {
            var rest = after[1..];
            var digits = rest.IndexOfAnyExcept(FigureCharacters);
            if (digits > 0 && rest[digits] is '%' or '倍')
                return true;
        }
        // 为2月份116亿卢布的3倍多, 是去年同期增量的1.5倍: the figure is of the time before.
        if ((before.EndsWith("是") || before.EndsWith("为") || before.EndsWith("相当于")) && IsMultiple(after))
            return true;
        // 较1-2月、1-3月、1-4月: all of the list is compared with.
        var list = before.TrimEnd(ListCharacters);
        if (list.Length < before.Length && list.Length > 0 && list[^1] is '较' or '比' && before[^1] is '、' or '和' or '及')
            return true;
        // 2011年3月成立，现有…: when it began is not when the figures hold.
        var clause = after.IndexOfAny('，', '。') is >= 0 and var stop ? after[..stop] : default;
        if (Foundings.Ends(clause) || Foundings.Ends(before) || before.EndsWith("于") && Foundings.Ends(before[..^1]))
            return true;
        if (Before.Ends(before) || Behind.Starts(after) || span.In(text) is "全年" or "年度" or "全年度" && Targets.Starts(after))
            return true;
        if (before.EndsWith("比") && !before.EndsWith("占比") && !before.EndsWith("环比") && !before.EndsWith("同比") || before.EndsWith("同比") && span.Length >= FullDate)
            return true;
        // 超过2019年的…, and a session's number: 2023年第5号.
        return (before.EndsWith("超越") || before.EndsWith("超过")) && after.StartsWith("的")
            || after.Length > 2 && after[0] == '第' && char.IsAsciiDigit(after[1]) && after[..Math.Min(after.Length, 6)].Contains('号');
    }

    static bool IsMultiple(ReadOnlySpan<char> after)
    {
        var clause = after.IndexOfAny('，', '。', '；') is >= 0 and var stop ? after[..stop] : after;
        var of = clause.LastIndexOf('的');
        if (of < 0)
            return false;
        var figure = clause[(of + 1)..];
        var digits = figure.IndexOfAnyExcept(FigureCharacters);
        return digits > 0 && figure[digits] == '倍';
    }

    static WordList Words(string kind) => WordList.Embedded("Periods.comparisons.tsv", kind, "before", "behind", "target", "founding");
}

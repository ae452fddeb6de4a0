namespace Extractor.Core.Periods;

/// <summary>The patterns of <see cref="PeriodPatterns"/>.</summary>
[Flags]
enum PeriodShapes
{
    None = 0,
    FinancialYear = 1 << 0,
    Months = 1 << 1,
    FirstWeek = 1 << 2,
    Day = 1 << 3,
    Years = 1 << 4,
    Within = 1 << 5,
    WholeYear = 1 << 6,
    Congress = 1 << 7,
    Plan = 1 << 8,
    PastYears = 1 << 9,
    Relative = 1 << 10,
    Now = 1 << 11,
    Clock = 1 << 12,
    BareDay = 1 << 13,
}

/// <summary>
/// Which patterns can fit at a place: told from its first character, and from the one behind where it begins with digits,
/// for most figures (6034.35亿元) are followed by nothing that any date is.
/// </summary>
static class PeriodBeginnings
{
    const PeriodShapes OfYear = PeriodShapes.Day | PeriodShapes.Within | PeriodShapes.WholeYear;

    public static PeriodShapes At(ReadOnlySpan<char> text) => char.IsAsciiDigit(text[0]) ? BehindDigits(text) : text[0] switch
    {
        '民' => OfYear,
        '今' or '上' or '前' or '明' or '当' or '本' or '去' => OfYear | PeriodShapes.Relative | PeriodShapes.Now,
        '一' or '二' => PeriodShapes.Within | PeriodShapes.WholeYear | PeriodShapes.Congress | PeriodShapes.PastYears | PeriodShapes.Relative,
        '三' or '四' => PeriodShapes.Within | PeriodShapes.PastYears,
        '十' => PeriodShapes.Congress | PeriodShapes.Plan | PeriodShapes.PastYears,
        '七' or '八' or '九' => PeriodShapes.Plan | PeriodShapes.PastYears,
        '五' or '六' or '两' => PeriodShapes.PastYears,
        '首' or '第' or '下' or '年' or '末' or '底' or '初' or '全' => PeriodShapes.Within,
        '党' => PeriodShapes.Congress,
        '“' => PeriodShapes.Plan,
        '近' => PeriodShapes.PastYears | PeriodShapes.Relative | PeriodShapes.Now,
        '过' => PeriodShapes.PastYears | PeriodShapes.Relative,
        '这' => PeriodShapes.PastYears,
        '昨' or '后' or '同' => PeriodShapes.Relative,
        '截' or '至' or '目' or '日' or '发' or '连' or '如' or '眼' or '现' => PeriodShapes.Now,
        _ => PeriodShapes.None,
    };

    static PeriodShapes BehindYear(ReadOnlySpan<char> text) => text.IsEmpty ? PeriodShapes.WholeYear : text[0] switch
    {
        >= '0' and <= '9' => PeriodShapes.Months | OfYear,
        '第' or '首' => PeriodShapes.FirstWeek | PeriodShapes.Within | PeriodShapes.WholeYear,
        '—' or '~' or '至' or '到' or '-' => PeriodShapes.Years | PeriodShapes.WholeYear,
        '来' or '多' or '余' => PeriodShapes.WholeYear | PeriodShapes.PastYears | PeriodShapes.Relative,
        '代' => PeriodShapes.Clock,
        '，' or ',' or '前' or '一' or '二' or '三' or '四' or '上' or '下' or '年' or '末' or '底' or '初' or '全' or '以' => PeriodShapes.Within | PeriodShapes.WholeYear,
        _ => PeriodShapes.WholeYear,
    };

    static PeriodShapes BehindDigits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? PeriodShapes.None : text[end] switch
        {
            '年' => BehindYear(text[(end + 1)..]),
            '月' => end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]) ? PeriodShapes.Day | PeriodShapes.Within : PeriodShapes.Within,
            '日' => PeriodShapes.BareDay,
            '-' => PeriodShapes.FinancialYear | PeriodShapes.Day | PeriodShapes.Years | PeriodShapes.Within,
            '—' or '~' or '至' or '到' => PeriodShapes.Years | PeriodShapes.Within,
            '/' => PeriodShapes.FinancialYear | PeriodShapes.Day,
            '.' => PeriodShapes.Day,
            '财' => PeriodShapes.WholeYear,
            '季' => PeriodShapes.Within,
            '多' or '余' => PeriodShapes.PastYears,
            '时' or '点' or '：' or '世' => PeriodShapes.Clock,
            _ => PeriodShapes.None,
        };
    }
}

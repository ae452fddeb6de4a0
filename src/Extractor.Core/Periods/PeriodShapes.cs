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
/// Which patterns can fit at a place, told from its first two characters, or from what stands behind its digits: most
/// figures (6034.35亿元) and most of 一, 上 and 新 are followed by nothing that any date is.
/// </summary>
static class PeriodBeginnings
{
    const PeriodShapes OfYear = PeriodShapes.Day | PeriodShapes.Within | PeriodShapes.WholeYear;

    public static PeriodShapes At(ReadOnlySpan<char> text)
    {
        if (char.IsAsciiDigit(text[0]))
            return BehindDigits(text);
        var next = text.Length > 1 ? text[1] : ' ';
        return text[0] switch
        {
            '今' or '上' or '前' or '明' or '当' or '本' or '去' when next == '年' => BehindRelativeYear(text[2..]),
            '今' => PeriodShapes.Relative | PeriodShapes.Now,
            '上' or '前' => PeriodShapes.Within | PeriodShapes.Relative,
            '当' => PeriodShapes.Relative | PeriodShapes.Now,
            '明' or '本' => PeriodShapes.Relative,
            '民' when next == '国' => OfYear,
            '一' or '二' or '三' or '四' when next == '季' => PeriodShapes.Within,
            '一' or '二' when next is '八' or '九' or '〇' or '零' => PeriodShapes.Within | PeriodShapes.WholeYear | PeriodShapes.PastYears,
            '二' when next == '十' => PeriodShapes.Congress | PeriodShapes.PastYears,
            '一' when next == '年' => PeriodShapes.PastYears | PeriodShapes.Relative,
            '十' when next is '八' or '九' => PeriodShapes.Congress | PeriodShapes.PastYears,
            '十' when IsCount(next) => PeriodShapes.Plan | PeriodShapes.PastYears,
            '七' or '八' or '九' when next == '五' => PeriodShapes.Plan | PeriodShapes.PastYears,
            '一' or '二' or '两' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' when IsCount(next) || next is '年' or '多' or '余' => PeriodShapes.PastYears,
            '首' or '第' => PeriodShapes.Within,
            '全' when next == '年' => PeriodShapes.Within,
            '年' when next is '末' or '底' or '初' or '度' => PeriodShapes.Within,
            '下' when next == '半' => PeriodShapes.Within,
            '初' when next == '以' => PeriodShapes.Within,
            '党' when next == '的' => PeriodShapes.Congress,
            '“' => PeriodShapes.Plan,
            '近' => PeriodShapes.PastYears | PeriodShapes.Relative | PeriodShapes.Now,
            '过' => PeriodShapes.PastYears | PeriodShapes.Relative,
            '这' => PeriodShapes.PastYears,
            '昨' or '后' or '同' => PeriodShapes.Relative,
            '截' or '至' or '发' or '连' or '如' or '眼' or '现' => PeriodShapes.Now,
            '目' or '日' when next == '前' => PeriodShapes.Now,
            _ => PeriodShapes.None,
        };
    }

    static bool IsCount(char c) => c is '一' or '二' or '两' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十';

    /// <summary>今年3月, 去年上半年, 上年同期.</summary>
    static PeriodShapes BehindRelativeYear(ReadOnlySpan<char> text) => text.IsEmpty ? PeriodShapes.WholeYear : text[0] switch
    {
        '度' => OfYear,
        '同' => PeriodShapes.WholeYear | PeriodShapes.Relative,
        _ => (BehindYear(text) | PeriodShapes.WholeYear) & OfYear,
    };

    /// <summary>2012年3月, 2012年上半年, 2012年至2015年.</summary>
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

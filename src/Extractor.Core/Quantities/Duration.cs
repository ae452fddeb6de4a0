using Extractor.Core.Text;

namespace Extractor.Core.Quantities;

/// <summary>A length of time is a claim only where it is the statistic itself: 平均等待时间15分钟, 人均预期寿命76.7岁.</summary>
static class Duration
{
    static readonly WordList Statistics = WordList.Embedded("Quantities.durations.tsv", "statistic", "change", "each");

    static readonly WordList Changes = WordList.Embedded("Quantities.durations.tsv", "change", "statistic", "each");

    static readonly WordList EachDay = WordList.Embedded("Quantities.durations.tsv", "each", "statistic", "change");

    const int Near = 8;

    public static bool IsStatistic(ReadOnlySpan<char> before)
    {
        // 缩短近4个小时, 较上年增加21天.
        if (Changes.Ends(before.TrimEnd("近约了超过逾")))
            return true;
        // 每天广播30分钟: how long, each time.
        if (EachDay.IsIn(before[^Math.Min(before.Length, Near)..]))
            return true;
        return Statistics.IsIn(before[(before.LastIndexOfAny('，', '。', '；') + 1)..]);
    }
}

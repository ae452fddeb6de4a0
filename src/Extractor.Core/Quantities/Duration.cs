namespace Extractor.Core.Quantities;

/// <summary>A length of time is a claim only where it is the statistic itself: 平均等待时间15分钟, 人均预期寿命76.7岁.</summary>
static class Duration
{
    static readonly string[] Statistics =
    [
        "时间", "时长", "用时", "寿命", "年龄", "年限", "工期", "天数", "日照", "周期", "学时", "课时", "时效", "耗时", "里程时间", "时数", "工时", "时限", "期限",
    ];

    public static bool IsStatistic(ReadOnlySpan<char> before)
    {
        var clause = before[(before.LastIndexOfAny('，', '。', '；') + 1)..];
        foreach (var word in Statistics)
            if (clause.Contains(word, StringComparison.Ordinal))
                return true;
        return false;
    }
}

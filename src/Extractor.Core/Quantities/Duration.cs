namespace Extractor.Core.Quantities;

/// <summary>A length of time is a claim only where it is the statistic itself: 平均等待时间15分钟, 人均预期寿命76.7岁.</summary>
static class Duration
{
    static readonly string[] Statistics =
    [
        "时间", "时长", "天气", "车程", "无霜期", "工作日", "利用小时", "日数", "停留", "优良天", "用时", "寿命", "年龄", "年限", "工期", "天数", "日照", "周期", "学时", "课时", "时效", "耗时", "里程时间", "时数", "工时", "时限", "期限",
    ];

    static readonly string[] Changes = ["缩短", "延长", "增加", "减少", "压缩", "缩短到", "缩短至", "压缩到", "压缩至", "压减至", "减少到不足", "减少到", "减少至", "增加到", "延长到", "延长至"];

    public static bool IsStatistic(ReadOnlySpan<char> before)
    {
        // 缩短近4个小时, 较上年增加21天.
        var words = before.TrimEnd("近约了超过逾");
        foreach (var change in Changes)
            if (words.EndsWith(change))
                return true;
        var clause = before[(before.LastIndexOfAny('，', '。', '；') + 1)..];
        foreach (var word in Statistics)
            if (clause.Contains(word, StringComparison.Ordinal))
                return true;
        return false;
    }
}

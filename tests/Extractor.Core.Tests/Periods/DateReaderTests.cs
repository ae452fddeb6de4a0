using Extractor.Core.Periods;

namespace Extractor.Core.Tests.Periods;

public sealed class DateReaderTests
{
    /// <summary>The text, and as much of it as is read; all of it ends before a bar.</summary>
    public static TheoryData<string> Days =>
    [
        "1月3日|，", "12月31日|。", "01月09号|起", "2012年1月3日|开幕", "民国101年2月3日|", "113年5月1日|", "去年12月1日|", "3月8日至15日|", "1月30日—2月5日|", "9月1日以来|已有",
        "2011-05-09|，", "2011/5/31| ", "2020.1.3|，", "7月3日上午10时30分|举行", "7月3日晚|", "7月3日0时0分12.5秒|", "7月3日下午3点|半", "1月3日|至5月日", "6月22日|至32日", "6月1日|至今",
        "|13月1日", "|0月3日", "|3月0日", "|3月123日", "|012月3日", "|本年3月5日", "|二〇一二年3月5日", "|2011-05-091", "|2011-13-01", "|2011-05-09.5", "|1月", "|3日", "",
    ];

    public static TheoryData<string> Parts =>
    [
        "2023年1—11月|", "1月至3月份|", "1-2月份|额度", "3月|，", "3月份|", "3月末|", "12月底|", "9月以来|", "今年前三季度|", "去年上半年|", "2012年下半年末|", "前十个月|", "前十一个月|",
        "首11月|", "前2个季度|", "前三季|合计", "首季|", "首季度|", "一季度|", "第3季度末|", "三季|营收", "2012年，上半年|", "年底|", "今年年末|", "末|", "年初以来|", "本年初|", "全年|度", "年度|", "以来|", "二〇二一年一季度|", "民国101年底|",
        "|13月", "|3月刊", "|3月饼", "|1—13月", "|前个月", "|前13个月", "|前01个月", "|首个月", "|三季稻", "|第五季度", "|13季度", "|上年", "|全县", "|2012年", "|年", "",
    ];

    public static TheoryData<string> Years =>
    [
        "2012年|3月", "2012年度|", "2012年|度代", "2012财年|", "2012财政年度|", "1890年|", "二〇一二年|", "一九九八年以来|", "113年|", "民国99年|", "今年|", "今年以来|，", "去年|", "本年度|", "本年|度同期", "2012年期间|", "上年间|", "明年|",
        "|1990年代", "|二〇一〇年代", "|113年代", "|2012", "|1712年", "|213年", "|13年", "|今年同期", "|去年同期", "|后年", "|2012岁", "",
    ];

    delegate bool Reader(ReadOnlySpan<char> text, out PeriodParts parts);

    [Theory]
    [MemberData(nameof(Days))]
    public void A_day_is_read_with_its_time(string text) => Reads(DayReader.TryRead, text);

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_of_a_year_is_read_with_its_year(string text) => Reads(YearPartReader.TryRead, text);

    [Theory]
    [MemberData(nameof(Years))]
    public void A_whole_year_is_read_with_what_belongs_to_it(string text) => Reads(YearReader.TryRead, text);

    static void Reads(Reader read, string text)
    {
        var whole = text.Replace("|", "", StringComparison.Ordinal);
        Assert.Equal(text, whole.Insert(read(whole, out var parts) ? parts.Length : 0, text.Length > 0 ? "|" : ""));
    }
}

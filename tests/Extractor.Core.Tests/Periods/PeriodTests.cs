using Extractor.Core.Documents;

namespace Extractor.Core.Tests.Periods;

public sealed class PeriodTests
{
    /// <summary>Publication date, a phrase before a figure, its period.</summary>
    public static TheoryData<string, string, string> Examples => new()
    {
        // years
        { "2024-08-15", "2021年", "2021" },
        { "2024-08-15", "今年", "2024" },
        { "2024-08-15", "去年", "2023" },
        { "2024-08-15", "上年", "2023" },
        { "2024-08-15", "前年", "2022" },
        { "2024-08-15", "明年", "2025" },
        // months
        { "2024-08-15", "7月", "2024-07" },
        { "2024-08-15", "2023年11月", "2023-11" },
        { "2024-08-15", "去年11月份", "2023-11" },
        { "2024-08-15", "本月", "2024-08" },
        { "2024-08-15", "上月", "2024-07" },
        { "2024-01-15", "上个月", "2023-12" },
        { "2024-03-10", "2024年2月", "2024-02" },
        // spans of months, quarters and halves
        { "2024-10-25", "1—9月", "2024-01-01/2024-09-30" },
        { "2024-10-25", "2023年1至5月", "2023-01-01/2023-05-31" },
        { "2024-10-25", "今年前8个月", "2024-01-01/2024-08-31" },
        { "2024-10-25", "一季度", "2024-01-01/2024-03-31" },
        { "2024-10-25", "今年第二季度", "2024-04-01/2024-06-30" },
        { "2024-10-25", "前三季度", "2024-01-01/2024-09-30" },
        { "2024-10-25", "上半年", "2024-01-01/2024-06-30" },
        { "2024-10-25", "2023年下半年", "2023-07-01/2023-12-31" },
        // spans of years
        { "2024-10-25", "2016年至2020年", "2016-01-01/2020-12-31" },
        { "2024-10-25", "2018—2022年", "2018-01-01/2022-12-31" },
        // up to the publication date
        { "2024-08-15", "今年以来", "2024-01-01/2024-08-15" },
        { "2024-08-15", "截至目前", "2024-08-15" },
        { "2024-08-15", "目前", "2024-08-15" },
        // points
        { "2024-08-15", "截至2023年11月末", "2023-11-30" },
        { "2024-08-15", "截至2023年底", "2023-12-31" },
        { "2024-08-15", "2023年末", "2023-12-31" },
        { "2024-08-15", "6月末", "2024-06-30" },
        { "2024-08-15", "去年年底", "2023-12-31" },
        { "2024-08-15", "截至7月31日", "2024-07-31" },
        { "2024-08-15", "截至2024年7月31日", "2024-07-31" },
        { "2024-03-10", "2024年2月底", "2024-02-29" },
        // congresses and plans
        { "2024-08-15", "党的十八大以来", "2012-11-08/2024-08-15" },
        { "2024-08-15", "党的十九大以来", "2017-10-18/2024-08-15" },
        { "2024-08-15", "党的二十大以来", "2022-10-16/2024-08-15" },
        { "2024-08-15", "“十三五”期间", "2016-01-01/2020-12-31" },
        { "2024-08-15", "“十四五”期间", "2021-01-01/2025-12-31" },
        // what tells no period
        { "2024-08-15", "近年来", "-" },
        { "2024-08-15", "", "-" },
        // without a publication date only the text can tell
        { "", "2021年", "2021" },
        { "", "截至2021年底", "2021-12-31" },
        { "", "今年", "-" },
        { "", "目前", "-" },
    };

    /// <summary>Publication date, a text, the periods of its claims in order.</summary>
    public static TheoryData<string, string, string> InContext => new()
    {
        // stated before in the sentence, in the paragraph
        { "2024-08-15", "2022年，全县粮食产量8万吨，油料产量2万吨。", "2022; 2022" },
        { "2024-08-15", "2022年，全县粮食产量8万吨。油料产量2万吨。", "2022; 2022" },
        // a pair has a period each
        { "2024-08-15", "粮食产量由2015年的6万吨增加到2022年的8万吨。", "2015; 2022" },
        // a growth has that of the level, not of its base
        { "2024-08-15", "2022年，全县粮食产量8万吨，比2021年增长5%。", "2022; 2022" },
        { "2024-08-15", "上半年，全县粮食产量8万吨，比上年同期增长5%。", "2024-01-01/2024-06-30; 2024-01-01/2024-06-30" },
    };

    [Theory, MemberData(nameof(Examples))]
    public void Resolves(string published, string phrase, string expected) =>
        Assert.Equal(expected, Read(published, $"{phrase}，全县羊存栏35万只。"));

    [Theory, MemberData(nameof(InContext))]
    public void Resolves_in_context(string published, string text, string expected) => Assert.Equal(expected, Read(published, text));

    static string Read(string published, string text) => string.Join("; ", CompactClaim
        .Read(text, new DocumentFacts("page", Published: published.Length == 0 ? null : DateOnly.ParseExact(published, "yyyy-MM-dd")))
        .Select(claim => CompactClaim.Print(claim.Period)));
}

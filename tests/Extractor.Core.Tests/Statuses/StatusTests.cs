using Extractor.Core.Claims;

namespace Extractor.Core.Tests.Statuses;

public sealed class StatusTests
{
    /// <summary>A sentence and the status of its claims in order.</summary>
    public static TheoryData<string, string> Examples => new()
    {
        // plans and forecasts, until what was done is told
        { "今年全区计划新建学校12所，改造8所。", "planned; planned" },
        { "预计全年接待游客420万人次。", "forecast" },
        { "到2025年，城镇化率力争达到45%。", "planned" },
        { "去年拨付资金4.2亿元，今年要拨付5亿元。", "actual; planned" },
        { "今年要拨付5亿元，去年拨付4.2亿元。", "planned; actual" },
        // an outlay, and what came of it
        { "全市计划投资86亿元，完成61.2%。", "planned; actual" },
        { "政府采购预算安排资金1.2亿元，实际成交1.05亿元，节约0.15亿元。", "planned; actual; actual" },
        { "计划投资3.6亿元，建设厂房12万平方米。", "planned; planned" },
        // what something is done for
        { "为确保河道畅通，全县清淤120公里。", "actual" },
        { "为确保全年增长8%，全县减税3亿元。", "planned; actual" },
        // got, or to be got by a time
        { "全县争取上级资金9.2亿元，争取年底再到位1.5亿元。", "actual; planned" },
        // parts of what is planned
        { "全区将投入农机17万台。其中，拖拉机8万台。", "planned; planned" },
        { "全区将投入农机17万台。去年，投入拖拉机8万台。", "planned; actual" },
        { "全区将投入农机17万台。\n\n# 农闲时节\n\n天气转晴，人人在家。其中，拖拉机手8万人。", "planned; actual" },
        { "今年需求将突破12亿吨。", "planned" },
        // compared with a plan
        { "财政收入好于预计，完成86亿元。", "actual" },
        { "城镇新增就业12万人，比预期目标多1.5万人。", "actual; actual" },
        // 将 that only moves the object, and 将 before a quoted verb
        { "全省将412个村庄列入保护名录。", "actual" },
        { "医院将门诊从15间扩建到25间。", "actual; actual" },
        { "今年将“集中”开工18个项目。", "planned" },
        { "全省将多渠道筹集治污资金32.4亿元。", "planned" },
        // names with a plan in them
        { "入选“千人计划”26人。", "actual" },
        { "“三支一扶”计划12名，见习岗位8名。", "actual; actual" },
        // ahead
        { "未来5年全市新建学校60所。", "planned" },
        { "此轮停工或导致3.5万个订单取消。", "forecast" },
    };

    [Theory, MemberData(nameof(Examples))]
    public void Reads(string text, string expected) =>
        Assert.Equal(expected, string.Join("; ", CompactClaim.Read(text).Select(claim => claim.Status.Code())));
}

using Extractor.Core.Documents;

namespace Extractor.Core.Tests.Scopes;

public sealed class ScopeTests
{
    /// <summary>The publication's region, a text, the scopes of its claims in order.</summary>
    public static TheoryData<string, string, string> Examples => new()
    {
        // 城镇 behind a place is no township
        { "", "2022年，拉萨市常住人口城镇化率达到70.2%。", "拉萨市" },
        { "", "那曲市城镇登记失业率为2.9%。", "那曲市" },
        { "", "尼木县卡如乡赤朗村有羊3200只。", "赤朗村" },
        // full and short names
        { "", "西藏自治区现有公路12万公里。", "西藏自治区" },
        { "", "西藏现有公路12万公里。", "西藏自治区" },
        { "", "那曲市现有牧民3万户。", "那曲市" },
        { "", "2022年，广东接待游客3万人次。", "广东省" },
        { "", "甘南州现有公路1.2万公里。", "甘南藏族自治州" },
        // a chain is its last, smallest place
        { "", "阿里地区日土县现有牧民3200户。", "日土县" },
        { "西藏自治区", "日喀则市江孜县现有温室260座。", "江孜县" },
        { "", "四川省甘孜藏族自治州理塘县现有牧民3200户。", "理塘县" },
        // the country
        { "西藏自治区", "全国粮食产量6.9亿吨。", "全国" },
        { "西藏自治区", "我国粮食产量6.9亿吨。", "全国" },
        // what the publication's region tells
        { "西藏自治区", "全区现有公路12万公里。", "西藏自治区" },
        { "西藏自治区", "我区现有公路12万公里。", "西藏自治区" },
        { "青海省", "全省现有公路9万公里。", "青海省" },
        { "那曲市", "我市现有牧民3万户。", "那曲市" },
        { "那曲市", "全市现有牧民3万户。", "那曲市" },
        { "甘南藏族自治州", "全州现有牧民3万户。", "甘南藏族自治州" },
        { "日土县", "我县现有牧民3200户。", "日土县" },
        { "西藏自治区", "现有公路12万公里。", "西藏自治区" },
        // a place named before says what 全县 is
        { "西藏自治区", "日土县加快发展。全县现有牧民3200户。", "日土县" },
        { "西藏自治区", "日土县加快发展，该县现有牧民3200户。", "日土县" },
        // the nearest wins
        { "西藏自治区", "全区现有公路12万公里，其中那曲市2.6万公里。", "西藏自治区; 那曲市" },
        // 公司 is the company named
        { "西藏自治区", "西藏雪域乳业有限公司去年建成。目前，公司现有员工320人。", "西藏雪域乳业有限公司" },
        // townships, capitals, words that look like places or hold 镇, lists, destinations
        { "西藏自治区", "尼玛县文部乡现有牧民420户。", "文部乡" },
        { "西藏自治区", "那曲市农村公路里程2万公里。", "那曲市" },
        { "西藏自治区", "那曲市乡镇卫生院114所。", "那曲市" },
        { "西藏自治区", "拉萨、日喀则两市现有牧民3200户。", "西藏自治区" },
        { "新疆维吾尔自治区", "乌鲁木齐现有公交车3200辆。", "乌鲁木齐市" },
        { "吉林省", "长春现有公交车3200辆。", "长春市" },
        { "吉林省", "吉林市现有公交车3200辆。", "吉林市" },
        { "香港特別行政區", "本港現有的士18000輛。", "香港特别行政区" },
        { "西藏自治区", "2022年，对尼泊尔出口额3亿元。", "西藏自治区" },
        { "那曲市", "比如县现有牧民3200户。", "比如县" },
        { "那曲市", "比如去年，牧民现有3200户。", "那曲市" },
        { "青海省", "海东市乐都区现有温室3200座。", "乐都区" },
        { "", "北京市朝阳区现有社区435个。", "朝阳区" },
        // a county that became a city, by its old name; an autonomous county by its short one
        { "湖南省", "宁乡县现有社区320个。", "宁乡县" },
        { "吉林省", "前郭县现有社区320个。", "前郭尔罗斯蒙古族自治县" },
        // a county of the paper's own prefecture goes by its short name
        { "金华市", "义乌规上工业总产值860亿元。", "义乌市" },
        // 示范县 is no 范县, 18万山区群众 no 万山区, 金沙江 no 金沙县
        { "黑龙江省", "创建国家级示范县12个。", "黑龙江省" },
        { "贵州省", "惠及18.4万山区群众和5.2万名学生。", "贵州省; 贵州省" },
        // a zone has a name of its own
        { "湖南省", "长沙经济开发区现有企业860家。", "长沙经济开发区" },
        // countries, and those that are only traded with
        { "全国", "日本失业人口178万人。", "日本" },
        { "江苏省", "东盟为第一大贸易伙伴，对其出口86亿元。", "江苏省" },
        // what a ministry announces is the country's
        { "安徽省", "国家统计局发布数据显示，粮食总产量6.9亿吨。", "全国" },
        // places share figures out; those counted are no scope
        { "云南省", "元谋县和永仁县分别受灾320人和56人。", "元谋县; 永仁县" },
        { "吉林省", "全线设敦化、珲春等9座车站。", "吉林省" },
        // in brackets it holds there only
        { "云南省", "全省受灾860人（其中元谋县320人），转移56人。", "云南省; 元谋县; 云南省" },
        // 造成全省…: for the rest of its sentence
        { "湖南省", "暴雨造成全省403.8万人受灾，死亡15人。", "湖南省; 湖南省" },
        // a company by its stock code, a bank by its short name
        { "香港特別行政區", "港鐵（066）公布，淨利潤70.8億元。", "港鐵" },
        { "全国", "工行实现净利润1600亿元。", "中国工商银行" },
        // by its chain
        { "湖北省襄阳市", "全市生产总值1586亿元。", "襄阳市" },
        // ours is the publication's, whatever was named last; 全区 is no region of another province
        { "河北省高阳县", "安新县苇编远销海外，我县毛巾产量12万吨。", "高阳县" },
        { "河北省沽源县", "北与内蒙古自治区接壤。全区总面积227平方公里。", "沽源县" },
        // a rank, a gap and a market are no scopes
        { "河北省康保县", "增速在全市排第15位，工业增加值8.28亿元。", "康保县" },
        { "江苏省", "苏州增速比全省平均水平高2个百分点，投资86亿元。", "苏州市; 苏州市" },
        { "全国", "上海市场铝锭价格17530元/吨。", "上海市" },
        // the district was named, the city is meant
        { "全国", "北京市门头沟区发布暴雨预警。全市平均降雨量257毫米。", "北京市" },
        // villages and townships
        { "全国", "龙州县逐卜乡弄岗村村民种植甘蔗620亩。", "弄岗村" },
        { "重庆市", "巫溪县土城镇种植魔芋3000亩。", "土城镇" },
        // words for a trade name nobody
        { "全国", "保险资产管理公司总资产35.9万亿元。", "全国" },
        // examples of those counted
        { "云南省", "金平荣联等160家超市降价。", "云南省" },
        // no 大连 in it
        { "黑龙江省", "五大连池景区接待游客1.2万人次。", "五大连池景区" },
        // works that a clause opens with, unless only a kind of them or part of another noun is named
        { "河南省", "郑渝高铁全长818公里。", "郑渝高铁" },
        { "江西省", "鄱阳湖自然保护区越冬候鸟达42万只。", "鄱阳湖自然保护区" },
        { "陕西省", "大型煤矿产量1.2亿吨。", "陕西省" },
        { "陕西省", "高速公路通车里程6200公里。", "陕西省" },
        { "广东省", "龙川高速收费站通行车辆3.5万辆。", "广东省" },
        // nothing is told
        { "", "现有公路12万公里。", "-" },
        { "", "全区现有公路12万公里。", "-" },
    };

    [Theory, MemberData(nameof(Examples))]
    public void Resolves(string region, string text, string expected) => Assert.Equal(expected, string.Join("; ", CompactClaim
        .Read(text, new DocumentFacts("page", Region: region.Length == 0 ? null : region, Published: new(2023, 11, 30)))
        .Select(claim => claim.Scope ?? "-")));

    [Fact]
    public void A_brief_knows_nothing_of_the_brief_before()
    {
        const string Page = "国内联播快讯\n\n山东新签约绿色项目超570亿元\n\n记者从山东省发展改革委获悉，今年山东新签约绿色项目总额570亿元。\n\n"
            + "全国铁路发送旅客创新高\n\n记者今天从国铁集团获悉，铁路发送旅客40亿人次，创历史新高。\n";

        var claims = CompactClaim.Read(Page, new DocumentFacts("page", Region: "全国", Published: new(2023, 11, 30)));

        Assert.Equal(["山东省", "山东省", "全国"], claims.Select(claim => claim.Scope));
    }

    [Fact]
    public void A_story_goes_by_the_place_that_its_opening_leads_to()
    {
        const string Story = "省林业厅到广饶县调研林场建设\n\n近日，省林业厅到广饶县大王镇调研。\n\n据了解，林场规划总面积3.1万亩，造林2.1万亩。\n";

        Assert.All(CompactClaim.Read(Story, new DocumentFacts("page", Region: "山东省", Published: new(2023, 11, 30))), claim => Assert.Contains(claim.Scope, (string[])["广饶县", "大王镇"]));
    }

    [Fact]
    public void A_company_goes_by_the_short_name_that_the_article_calls_it()
    {
        const string Story = "亨升光电拟扩大产能\n\n亨升光电今日公告，拟投资3.2亿元扩建厂房。\n\n亨升光电表示，项目达产后预计年均新增收入5.6亿元。\n";

        Assert.All(CompactClaim.Read(Story, new DocumentFacts("page", Region: "全国", Published: new(2023, 11, 30))), claim => Assert.Equal("亨升光电", claim.Scope));
    }

    [Fact]
    public void A_division_comes_with_its_code() =>
        Assert.Equal("542524", Assert.Single(CompactClaim.Read("阿里地区日土县现有牧民3200户。")).ScopeCode);
}

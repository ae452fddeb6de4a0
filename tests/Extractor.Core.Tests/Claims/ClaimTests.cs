using Extractor.Core.Documents;

namespace Extractor.Core.Tests.Claims;

public sealed class ClaimTests
{
    /// <summary>Sentences of a paper of 西藏, 30 November 2023, and their claims, one a line.</summary>
    public static TheoryData<string, string> Examples => new()
    {
        // an amount
        {
            "截至2021年底，全区寄递网点总数4.3万余个。",
            "4.3万余个 | 43000 {个} more_than | 寄递网点总数 | level | 2021-12-31 | 西藏自治区 | actual"
        },
        // the counter ends where the noun begins
        {
            "2022年，林芝市资助500名学生。",
            "500名 | 500 {person} | 学生 | level | 2022 | 林芝市 | actual"
        },
        // from–to pairs are two claims
        {
            "全区牛奶产量由2015年的30.5万吨增长到2022年的57.2万吨。",
            """
            30.5万吨 | 305000 t | 牛奶产量 | level | 2015 | 西藏自治区 | actual
            57.2万吨 | 572000 t | 牛奶产量 | level | 2022 | 西藏自治区 | actual
            """
        },
        {
            "2022年，日土县温室从120座增加到260座。",
            """
            120座 | 120 {座} | 温室 | level | 2022 | 日土县 | actual
            260座 | 260 {座} | 温室 | level | 2022 | 日土县 | actual
            """
        },
        // growth beside its level
        {
            "前三季度，那曲市社会消费品零售总额42.6亿元，同比增长9.8%。",
            """
            42.6亿元 | 4260000000 CNY | 社会消费品零售总额 | level | 2023-01-01/2023-09-30 | 那曲市 | actual
            9.8% | 9.8 % | 社会消费品零售总额 | growth up yoy | 2023-01-01/2023-09-30 | 那曲市 | actual
            """
        },
        {
            "10月，全区居民消费价格环比下降0.2%。",
            "0.2% | 0.2 % | 居民消费价格 | growth down mom | 2023-10 | 西藏自治区 | actual"
        },
        {
            "2022年，昌都市粮食产量18.4万吨，比上年增产0.6万吨。",
            """
            18.4万吨 | 184000 t | 粮食产量 | level | 2022 | 昌都市 | actual
            0.6万吨 | 6000 t | 粮食产量 | change up yoy | 2022 | 昌都市 | actual
            """
        },
        // against the beginning of the year
        {
            "截至2023年10月末，全区本外币各项存款余额6120.8亿元，比年初增加305.4亿元。",
            """
            6120.8亿元 | 612080000000 CNY | 本外币各项存款余额 | level | 2023-10-31 | 西藏自治区 | actual
            305.4亿元 | 30540000000 CNY | 本外币各项存款余额 | change up ytd | 2023-10-31 | 西藏自治区 | actual
            """
        },
        // points of a percentage
        {
            "2022年，那曲市义务教育巩固率达到95.6%，比上年提高0.5个百分点。",
            """
            95.6% | 95.6 % | 义务教育巩固率 | level | 2022 | 那曲市 | actual
            0.5个百分点 | 0.5 pp | 义务教育巩固率 | change up yoy | 2022 | 那曲市 | actual
            """
        },
        // why is no when, and no what
        {
            "10月，全区居民消费价格环比下降0.2%。受去年同期基数较高影响，同比下降0.3%。",
            """
            0.2% | 0.2 % | 居民消费价格 | growth down mom | 2023-10 | 西藏自治区 | actual
            0.3% | 0.3 % | 居民消费价格 | growth down yoy | 2023-10 | 西藏自治区 | actual
            """
        },
        // a review of several years, up to a time of its own
        {
            "过去五年，我们坚持生态优先，各项事业全面进步。\n\n累计造林86万亩，新增就业12.4万人。\n\n2022年，全区粮食产量达到107万吨。\n\n接待游客3002万人次。",
            """
            86万亩 | 860000 {亩} | 造林 | level | 2018-01-01/2022-12-31 | 西藏自治区 | actual
            12.4万人 | 124000 {person} | 新增就业 | level | 2018-01-01/2022-12-31 | 西藏自治区 | actual
            107万吨 | 1070000 t | 粮食产量 | level | 2022 | 西藏自治区 | actual
            3002万人次 | 30020000 {person-time} | 接待游客 | level | 2022 | 西藏自治区 | actual
            """
        },
        // shares
        {
            "那曲市女党员1.2万名，占党员总数的31.5%。",
            """
            1.2万名 | 12000 {person} | 女党员 | level | - | 那曲市 | actual
            31.5% | 31.5 % | 女党员 | share | - | 那曲市 | actual
            """
        },
        // 分别 shares its values out in order
        {
            "2022年，全区油菜籽产量、蔬菜产量分别达到5.1万吨、89.6万吨。",
            """
            5.1万吨 | 51000 t | 油菜籽产量 | level | 2022 | 西藏自治区 | actual
            89.6万吨 | 896000 t | 蔬菜产量 | level | 2022 | 西藏自治区 | actual
            """
        },
        // 其中 hangs on what stands before
        {
            "2022年，全区接待游客3002万人次，其中入境游客8.6万人次。",
            """
            3002万人次 | 30020000 {person-time} | 接待游客 | level | 2022 | 西藏自治区 | actual
            8.6万人次 | 86000 {person-time} | 入境游客 | level | 2022 | 西藏自治区 | actual
            """
        },
        // the noun stands behind the figure
        {
            "2022年，山南市新建86个文化广场。",
            "86个 | 86 {个} | 文化广场 | level | 2022 | 山南市 | actual"
        },
        {
            "日土县共有牧民合作社34家。",
            "34家 | 34 {家} | 牧民合作社 | level | - | 日土县 | actual"
        },
        // plans
        {
            "到2025年，全区清洁能源装机力争达到1500万千瓦。",
            "1500万千瓦 | 15000000 kW | 清洁能源装机 | level | 2025 | 西藏自治区 | planned"
        },
        // forecasts
        {
            "预计2023年全区粮食产量达到108万吨。",
            "108万吨 | 1080000 t | 粮食产量 | level | 2023 | 西藏自治区 | forecast"
        },
        // ranges of a plan
        {
            "2024年，全区粮食产量力争增长2%—3%。",
            "2%—3% | 2..3 % | 粮食产量 | growth up | 2024 | 西藏自治区 | planned"
        },
        // multiples
        {
            "2022年，阿里地区快递业务量是2015年的6.5倍。",
            "6.5倍 | 6.5 {倍} | 快递业务量 | multiple | 2022 | 阿里地区 | actual"
        },
        // rates
        {
            "10月，拉萨市牦牛肉零售价格为92元/公斤。",
            "92元/公斤 | 92 CNY/kg | 牦牛肉零售价格 | level | 2023-10 | 拉萨市 | actual"
        },
        // a fall in points
        {
            "2022年，昌都市调查失业率为2.9%，比上年下降0.3个百分点。",
            """
            2.9% | 2.9 % | 调查失业率 | level | 2022 | 昌都市 | actual
            0.3个百分点 | 0.3 pp | 调查失业率 | change down yoy | 2022 | 昌都市 | actual
            """
        },
        // a basis that the ellipsis inherits
        {
            "前三季度，全区税收收入120亿元，同比增长8.1%；非税收入35亿元，下降2.4%。",
            """
            120亿元 | 12000000000 CNY | 税收收入 | level | 2023-01-01/2023-09-30 | 西藏自治区 | actual
            8.1% | 8.1 % | 税收收入 | growth up yoy | 2023-01-01/2023-09-30 | 西藏自治区 | actual
            35亿元 | 3500000000 CNY | 非税收入 | level | 2023-01-01/2023-09-30 | 西藏自治区 | actual
            2.4% | 2.4 % | 非税收入 | growth down yoy | 2023-01-01/2023-09-30 | 西藏自治区 | actual
            """
        },
        // a share keeps the indicator of the level that it speaks of
        {
            "2022年，山南市第一产业增加值占地区生产总值的比重为5.2%。",
            "5.2% | 5.2 % | 第一产业增加值 | share | 2022 | 山南市 | actual"
        },
        // a company, and what it says of itself
        {
            "西藏高原雪菊食品有限公司2022年实现销售收入2600万元，同比增长15%。",
            """
            2600万元 | 26000000 CNY | 销售收入 | level | 2022 | 西藏高原雪菊食品有限公司 | actual
            15% | 15 % | 销售收入 | growth up yoy | 2022 | 西藏高原雪菊食品有限公司 | actual
            """
        },
        // new loans are a change of the stock
        {
            "9月末，全区各项贷款余额5210亿元，前三季度新增贷款302亿元，同比多增41亿元。",
            """
            5210亿元 | 521000000000 CNY | 各项贷款余额 | level | 2023-09-30 | 西藏自治区 | actual
            302亿元 | 30200000000 CNY | 新增贷款 | change up | 2023-01-01/2023-09-30 | 西藏自治区 | actual
            41亿元 | 4100000000 CNY | 新增贷款 | change up yoy | 2023-01-01/2023-09-30 | 西藏自治区 | actual
            """
        },
        // doubled
        {
            "2022年，林芝市藏香猪出栏量比2017年翻了一番。",
            "一番 | 1 {番} | 藏香猪出栏量 | multiple | 2022 | 林芝市 | actual"
        },
        {
            "2022年，林芝市藏香猪出栏量比2017年增长2.3倍。",
            "2.3倍 | 2.3 {倍} | 藏香猪出栏量 | growth up since:2017 | 2022 | 林芝市 | actual"
        },
        // the headline's figure is a claim of its own
        {
            "前三季度全区新增市场主体2.1万户\n\n本报拉萨10月20日讯（记者 扎西）前三季度，全区新增市场主体2.1万户。",
            """
            2.1万户 | 21000 {户} | 新增市场主体 | level | 2023-01-01/2023-09-30 | 西藏自治区 | actual
            2.1万户 | 21000 {户} | 新增市场主体 | level | 2023-01-01/2023-09-30 | 西藏自治区 | actual
            """
        },
    };

    /// <summary>Sentences of a paper of 香港, in traditional script: 元 is the money of the place.</summary>
    public static TheoryData<string, string> TraditionalExamples => new()
    {
        {
            "2020年，本港零售業總銷貨額3265億元，按年下跌24.3%。",
            """
            3265億元 | 326500000000 HKD | 零售業總銷貨額 | level | 2020 | 香港特别行政区 | actual
            24.3% | 24.3 % | 零售業總銷貨額 | growth down yoy | 2020 | 香港特别行政区 | actual
            """
        },
        {
            "預計2021年本港訪港旅客超過500萬人次。",
            "500萬人次 | 5000000 {person-time} more_than | 訪港旅客 | level | 2021 | 香港特别行政区 | forecast"
        },
    };

    [Theory, MemberData(nameof(Examples))]
    public void Extracts(string text, string expected) => Assert.Equal(expected, Print(text, CompactClaim.Tibet));

    [Theory, MemberData(nameof(TraditionalExamples))]
    public void Extracts_from_traditional_script(string text, string expected) =>
        Assert.Equal(expected, Print(text, new("page", "香港商報", "香港特別行政區", new(2021, 2, 25))));

    static string Print(string text, DocumentFacts facts) =>
        string.Join('\n', CompactClaim.Read(text, facts).Select(claim => claim.Print()));
}

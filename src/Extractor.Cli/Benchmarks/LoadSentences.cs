using System.Globalization;

namespace Extractor.Cli.Benchmarks;

readonly record struct LoadPlace(string Province, string City, string County);

/// <summary>Sentences of news with random names and numbers. They say nothing of the places that they name.</summary>
sealed class LoadSentences(Random random)
{
    static readonly LoadPlace[] Places =
    [
        new("浙江省", "丽水市", "青田县"), new("河南省", "洛阳市", "嵩县"), new("江西省", "赣州市", "于都县"), new("贵州省", "遵义市", "湄潭县"),
        new("湖南省", "长沙市", "宁乡市"), new("甘肃省", "平凉市", "静宁县"), new("四川省", "绵阳市", "三台县"), new("山东省", "东营市", "广饶县"),
    ];

    static readonly string[] Indicators =
    [
        "地区生产总值", "规模以上工业增加值", "固定资产投资", "社会消费品零售总额", "进出口总额", "一般公共预算收入", "各项贷款余额", "各项存款余额",
        "旅游总收入", "快递业务收入", "粮食总产值", "房地产开发投资", "技术合同成交额", "农林牧渔业总产值", "邮政业务总量", "服务业增加值",
    ];

    static readonly string[] Counted = ["营业网点", "重点项目", "农家书屋", "规模以上工业企业", "新型农业经营主体", "社区养老服务站", "高新技术企业", "专业合作社"];

    static readonly string[] Counters = ["个", "家", "座", "处"];

    static readonly string[] Surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄"], GivenNames = ["伟", "晓琳", "建国", "雪", "志明", "文静", "海涛", "丽"];

    static readonly string[] Subjects = ["基层干部", "这座小城", "许多返乡青年", "老百姓的日子", "一条山路", "乡村的变化", "文化的力量", "绿水青山"];

    static readonly string[] Deeds = ["在一次次奔走中有了新的模样", "靠的是一件事接着一件事办", "离不开每个人的坚持与担当", "让人看到了改革带来的活力", "把难题变成了课题", "在平凡的岗位上写下答案"];

    static readonly string[] Links = ["说到底，", "换一个角度看，", "正因如此，", "走进田间地头，", "不少人感慨，", "从长远来看，", "实践证明，", "更重要的是，"];

    public LoadPlace Place() => Pick(Places);

    public string Indicator() => Pick(Indicators);

    public string Person() => Pick(Surnames) + Pick(GivenNames);

    public string Figure() => Number(random.NextDouble() * 9000, 2);

    public string Percent() => Number(random.NextDouble() * 18 - 3, 1);

    public string Title() => $"{Pick(Subjects)}，{Pick(Deeds)}";

    public string Headline(LoadPlace place) => $"{place.City}{Pick(Indicators)}增长{Growth()}%";

    /// <summary>A sentence of figures: a claim about every twenty characters.</summary>
    public string Dense(LoadPlace place) => random.Next(8) switch
    {
        0 => $"今年前{random.Next(2, 12)}个月，全市{Indicator()}{Figure()}亿元，同比增长{Growth()}%，其中{Indicator()}{Figure()}亿元，下降{Growth()}%。",
        1 => $"截至{random.Next(2012, 2024)}年底，{place.County}共有{Pick(Counted)}{random.Next(12, 4000)}{Pick(Counters)}，比上年末增加{random.Next(2, 300)}{Pick(Counters)}。",
        2 => $"全市城镇新增就业{Number(random.NextDouble() * 20, 2)}万人，完成年度目标的{Number(80 + random.NextDouble() * 40, 1)}%，失业率控制在{Number(2 + random.NextDouble() * 3, 1)}%以内。",
        3 => $"{place.County}粮食种植面积稳定在{Number(random.NextDouble() * 200, 1)}万亩，总产量{Number(random.NextDouble() * 90, 2)}万吨，平均亩产{random.Next(300, 900)}公斤，比上年提高{Number(random.NextDouble() * 30, 1)}公斤。",
        4 => $"据统计，{Indicator()}由{random.Next(2010, 2016)}年的{Figure()}亿元增加到{random.Next(2017, 2023)}年的{Figure()}亿元，年均增长{Growth()}%。",
        5 => $"城镇、农村居民人均可支配收入分别为{random.Next(20000, 60000)}元和{random.Next(8000, 25000)}元，分别增长{Growth()}%和{Growth()}%。",
        6 => $"{place.City}{Pick(Surnames)}家湾{Pick(["机械", "食品", "医药", "纺织"])}有限公司完成销售收入近{random.Next(2, 90)}亿元，带动{random.Next(200, 9000)}余户农户增收，户均增收{random.Next(1000, 20000)}元。",
        _ => $"预计到{random.Next(2024, 2031)}年，全市{Indicator()}将突破{random.Next(100, 9000)}亿元，占全省的比重提高{Number(random.NextDouble() * 3, 2)}个百分点。",
    };

    /// <summary>A sentence of commentary, with a date or a number in passing now and then.</summary>
    public string Sparse(LoadPlace place) => random.Next(6) switch
    {
        0 => $"{Pick(Links)}{Pick(Subjects)}{Pick(Deeds)}，{Pick(Subjects)}{Pick(Deeds)}。",
        1 => $"{random.Next(1, 13)}月的{place.County}，{Pick(Subjects)}{Pick(Deeds)}。",
        2 => $"“{Pick(Subjects)}{Pick(Deeds)}。”{Pick(["村支书", "驻村干部", "退休教师"])}{Person()}说，“{Pick(Links)}{Pick(Subjects)}{Pick(Deeds)}。”",
        3 => $"{Pick(Links)}{Pick(Subjects)}{Pick(Deeds)}；{Pick(Links)}一个村、一条街、一家人的故事，{Pick(Deeds)}。",
        4 => $"{Pick(Subjects)}，{Pick(Deeds)}。这是一道必须答好的题目，也是{place.City}上下的共同心愿。",
        _ => $"{Pick(Links)}既要看到成绩，也要看到不足，{Pick(Subjects)}才能{Pick(Deeds)}。",
    };

    string Growth() => Number(0.1 + random.NextDouble() * 20, 1);

    static string Number(double value, int decimals) => value.ToString(decimals == 1 ? "0.0" : "0.00", CultureInfo.InvariantCulture);

    T Pick<T>(T[] all) => all[random.Next(all.Length)];
}

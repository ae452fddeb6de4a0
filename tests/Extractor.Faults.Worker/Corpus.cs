using System.Globalization;
using Extractor.Core.Documents;
using Extractor.Storage.Documents;

namespace Extractor.Faults;

/// <summary>Pages made by rule, the same on every machine: number and place follow from the index.</summary>
public static class Corpus
{
    public const string Source = "faults";

    static readonly string[] Regions = ["西藏自治区", "浙江省", "四川省", "甘肃省", "上海市", "云南省", "吉林省"];

    static readonly string[] Papers = ["西藏日报", "浙江日报", "四川日报", "甘肃日报", "解放日报"];

    public static IEnumerable<Document> Pages(int count) => Enumerable.Range(0, count).Select(Page);

    public static Document Page(int index)
    {
        var (region, year) = (Regions[index % Regions.Length], 2012 + index % 11);
        var text = string.Create(CultureInfo.InvariantCulture, $"""
            {region}{year}年经济运行平稳

            {year}年，{region}快递业务量达{1000 + index}万件，同比增长{index % 40 + 1}.{index % 10}%。全年粮食总产量{200 + index % 97}.{index % 10}万吨，比上年增加{index % 17 + 1}万吨。
            截至{year}年底，各项贷款余额{3000 + index}.{index % 100:00}亿元，其中涉农贷款余额{500 + index % 311}亿元；城镇新增就业{index % 90 + 5}万余人。
            邮政营业网点{index % 700 + 50}个，{(index % 3 == 0 ? "近" : "约")}{index % 400 + 20}户农牧民受益，居民人均可支配收入{12000 + index}元。
            """);
        return Document(string.Create(CultureInfo.InvariantCulture, $"page-{index:00000}"), text, region, Papers[index % Papers.Length], new(year, 12, 31));
    }

    /// <summary>A page that the host's reader does something terrible about; see <see cref="Poison"/>.</summary>
    public static Document Poisoned(string kind) => Document($"poison-{kind}", $"这一页只有1件毒物：{kind}。", null, null, null);

    static Document Document(string name, string text, string? region, string? paper, DateOnly? published) =>
        new(Source, name, text, new DocumentFacts(name, paper, region, published));
}

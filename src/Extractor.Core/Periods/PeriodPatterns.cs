using System.Text.RegularExpressions;

namespace Extractor.Core.Periods;

/// <summary>The rarer shapes of dates and periods in folded text; <see cref="DayReader"/>, <see cref="YearPartReader"/> and <see cref="YearReader"/> have the commonest. Each is anchored and bounded.</summary>
static partial class PeriodPatterns
{
    const string D = "[—~至到-]{1,3}";

    /// <summary>3日, 5日至7日, 22日以来.</summary>
    [GeneratedRegex("\\G(?<d>3[01]|[12][0-9]|0?[1-9])日(?![元圆])(?:" + D + "(?<d2>3[01]|[12][0-9]|0?[1-9])日)?(?<fy>以来|起)?(?:上午|下午|晚上|晚|凌晨|清晨|中午)?(?:[0-9]{1,2}[时点](?:[0-9]{1,2}分)?)?(?![0-9])", RegexOptions.CultureInvariant)]
    public static partial Regex BareDay();

    /// <summary>2006—2010年, 2020年至2022年.</summary>
    [GeneratedRegex("\\G(?<y>(?:1[89]|20)[0-9]{2})年?" + D + "(?<y2>(?:19|20)[0-9]{2})年", RegexOptions.CultureInvariant)]
    public static partial Regex Years();

    /// <summary>2000年9月至2001年9月.</summary>
    [GeneratedRegex("\\G(?<y>(?:1[89]|20)[0-9]{2})年(?<m>1[0-2]|0?[1-9])月" + D + "(?<y2>(?:19|20)[0-9]{2})年(?<m2>1[0-2]|0?[1-9])月", RegexOptions.CultureInvariant)]
    public static partial Regex Months();

    /// <summary>2020/21年度, 2020-21财政年度.</summary>
    [GeneratedRegex("\\G(?<y>(?:19|20)[0-9]{2})[/-](?<s>(?:20)?[0-9]{2})(?:财政)?年度?", RegexOptions.CultureInvariant)]
    public static partial Regex FinancialYear();

    /// <summary>2026年第一周, 2026年首周.</summary>
    [GeneratedRegex("\\G(?<y>(?:19|20)[0-9]{2})年(?:第一|首)周", RegexOptions.CultureInvariant)]
    public static partial Regex FirstWeek();

    [GeneratedRegex("\\G(?:截至|截止到?|至)?(?<now>目前为止|目前|发稿时?|今日|今天|今晨|今早|日前|近日|连日来|当前|如今|眼下|现今|现有|现共有|现拥有|现已)", RegexOptions.CultureInvariant)]
    public static partial Regex Now();

    [GeneratedRegex("\\G(?:党的)?(?<c>十八|十九|二十)大(?:召开)?以来", RegexOptions.CultureInvariant)]
    public static partial Regex Congress();

    [GeneratedRegex("\\G“?(?<p>十五|十四五|十三五|十二五|十一五|十五五|九五|八五|七五)(?:[”“\"]?(?<w>期间|时期末|时期|以来|末|规划期)|(?<w>”)(?!规划|计划|建设|工程|改造)|(?<w>(?<=十[一二三四五]五)(?=\\p{IsCJKUnifiedIdeographs}{0,6}[将拟要投])))", RegexOptions.CultureInvariant)]
    public static partial Regex Plan();

    [GeneratedRegex("\\G近?(?<n>[一二两三四五六七八九十]{1,2}|[1-9][0-9]?)(?:多|余)?年(?:多|余)?来(?!最|首|罕|未|第|新)|\\G[近过这]去?(?<n>[两三四五六七八九十]|[2-9]|10)年(?![代级])", RegexOptions.CultureInvariant)]
    public static partial Regex PastYears();

    [GeneratedRegex("\\G(?<r>(?:去年|上年|前年)同期|本月|上月|上个月|当月|本季度|本季|昨日|昨天|昨晚|前天|前日|明日|明天|后天|今后|近年来|近几年来|(?:刚刚|即将)?过去的?[一1]年|[一1]年来|当日|同日|同期)", RegexOptions.CultureInvariant)]
    public static partial Regex Relative();

    [GeneratedRegex("\\G[0-9]{1,2}(?:时|点)(?:[0-9]{1,2}分)?(?:[0-9]{1,2}秒)?(?![0-9])|\\G(?:[01]?[0-9]|2[0-3])：[0-5][0-9](?![0-9])|\\G(?:1[89]|20)[0-9]{2}年代|\\G[0-9]{2}年代|\\G[0-9]{2}世纪", RegexOptions.CultureInvariant)]
    public static partial Regex Clock();
}

using System.Text.RegularExpressions;

namespace Extractor.Core.Periods;

/// <summary>The shapes of dates and periods in folded text. Each is anchored and bounded; order is that of the recognizer.</summary>
static partial class PeriodPatterns
{
    const string Y = "(?:(?<y>(?:1[89]|20)[0-9]{2})年|(?<hy>[一二][八九〇零][〇零一二三四五六七八九]{2})年|(?<ry>今年|本年度|本年|当年|去年|上年|前年|明年)|(?:民国)?(?<roc>[89][0-9]|1[0-2][0-9])年)";
    const string D = "[—~至到-]{1,3}";

    /// <summary>2012年1月3日, 1月3日至5日, 3日, 2011-05-09; a time of day after it belongs to it.</summary>
    [GeneratedRegex("\\G(?:(?:(?<y>(?:1[89]|20)[0-9]{2})年|(?:民国)?(?<roc>[89][0-9]|1[0-2][0-9])年|(?<ry>今年|去年|上年|前年|明年))?(?<m>1[0-2]|0?[1-9])月(?<d>3[01]|[12][0-9]|0?[1-9])[日号](?:" + D + "(?:(?<m2>1[0-2]|0?[1-9])月)?(?<d2>3[01]|[12][0-9]|0?[1-9])[日号])?(?<fy>以来)?|(?<y>(?:19|20)[0-9]{2})[-/.](?<m>1[0-2]|0?[1-9])[-/.](?<d>3[01]|[12][0-9]|0?[1-9])(?![0-9.]))(?:上午|下午|晚上|晚|凌晨|清晨|中午)?(?:[0-9]{1,2}[时点](?:[0-9]{1,2}分)?(?:[0-9.]{1,6}秒)?)?", RegexOptions.CultureInvariant)]
    public static partial Regex Day();

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

    /// <summary>A year, if any, and what follows it: 2023年1—11月, 今年前三季度, 去年上半年, 3月末, 一季度.</summary>
    [GeneratedRegex("\\G(?:" + Y + ")?[,，]?(?:(?<m>1[0-2]|0?[1-9])月?" + D + "(?<m2>1[0-2]|0?[1-9])月份?|(?<m>1[0-2]|0?[1-9])月(?![亮龄嫂饼票供薪租息均活刊子])份?(?<end>末|底)?(?<fy>以来)?|[前首](?<n>1[0-2]|[1-9]|[一二两三四五六七八九十]{1,2})个?月|(?:前(?<nq>[二两三23])个?季度?|第?(?<q>[一二三四1-4])季(?:度|(?=[营收合毛获净度，、]))(?<end>末)?|首季度?)|(?<h>上半年|下半年)(?<end>末)?|(?<end>年末|年底|末|底)|(?<begin>年初|初)(?<fy>以来)?|(?<all>全年|全年度|年度)|(?<fy>以来))", RegexOptions.CultureInvariant)]
    public static partial Regex Within();

    [GeneratedRegex("\\G(?:(?<y>(?:1[89]|20)[0-9]{2})(?:年度?|财年|财政年度)(?!代)|(?<hy>[一二][八九〇零][〇零一二三四五六七八九]{2})年(?!代)|(?:民国)?(?<roc>[89][0-9]|1[0-2][0-9])年(?!代)|(?<ry>今年以来|今年|本年度|本年|当年|去年|上年|前年|明年)(?!同期))(?<fy>以来)?(?:期间|间)?", RegexOptions.CultureInvariant)]
    public static partial Regex WholeYear();

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

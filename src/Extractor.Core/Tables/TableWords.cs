namespace Extractor.Core.Tables;

/// <summary>Words by which the parts of a table are told apart.</summary>
static class TableWords
{
    const int LongestRowHead = 8;

    static readonly string[] RowHeads =
    [
        "指标", "项目", "分组", "名称", "月份", "年份", "年度", "时间", "日期", "季度", "地区", "类别", "指标名称", "产品", "产品名称", "品种", "种类", "行业", "行业名称", "科目", "分类",
        "城市", "省份", "县区", "区县", "市州", "市县", "县市", "县市区", "国家", "国家和地区", "国家或地区", "国别", "期限", "机构", "银行", "企业", "公司", "部门", "单位名称", "类型", "主要指标", "期间",
    ];

    static readonly string[] Serials = ["序号", "编号", "代码", "行次", "行号", "证券代码", "股票代码", "指标代码", "地区代码", "邮编", "邮政编码", "电话", "联系电话"];

    static readonly string[] Ranks = ["位次", "排名", "名次", "位序", "排位", "排序", "位居"];

    static readonly string[] Places = ["地区", "城市", "省份", "县区", "区县", "市州", "市县", "县市", "县市区", "国家", "国家和地区", "国家或地区", "国别", "州市", "旗县", "省市", "区域", "辖区", "地市", "盟市", "省区市", "市（州）", "县（市、区）", "省（区、市）", "国家（地区）", "乡镇", "市", "省"];

    static readonly string[] Doers = ["机构", "银行", "企业", "公司", "企业名称", "公司名称", "单位名称", "银行名称", "机构名称"];

    static readonly string[] Ends = ["注：", "注1", "注释", "说明：", "备注：", "数据来源", "资料来源", "来源：", "附注", "附件"];

    static readonly System.Buffers.SearchValues<char> MonthMarks = System.Buffers.SearchValues.Create("0123456789一二三四五六七八九十—-~");

    public static bool IsRowHead(ReadOnlySpan<char> words) => words.Length <= LongestRowHead && (Has(RowHeads, words) || Has(Places, words) || Has(Doers, words));

    public static bool IsSerial(ReadOnlySpan<char> words) => Has(Serials, words) || words is "No." or "NO.";

    public static bool IsRank(ReadOnlySpan<char> words)
    {
        foreach (var rank in Ranks)
            if (words.EndsWith(rank) || words.StartsWith(rank))
                return true;
        return false;
    }

    public static bool IsPlaceHead(ReadOnlySpan<char> words) => Has(Places, words);

    public static bool IsDoerHead(ReadOnlySpan<char> words) => Has(Doers, words);

    public static bool IsUnitHead(ReadOnlySpan<char> words) => words is "单位" or "计量单位" or "计算单位";

    public static bool IsUnitLine(ReadOnlySpan<char> words) => words.StartsWith("单位：") || words.StartsWith("（单位") || words.StartsWith("计量单位：") || words.StartsWith("（计量单位") || words.StartsWith("金额单位：") || words.StartsWith("[单位") || words.StartsWith("单位 ");

    /// <summary>Whether a line stands below a table, or opens the next one: 注：…, 数据来源：…, 表2….</summary>
    public static bool IsBelow(ReadOnlySpan<char> words)
    {
        foreach (var end in Ends)
            if (words.StartsWith(end))
                return true;
        return IsNumberedCaption(words);
    }

    /// <summary>表2 …, 附表1：…, 表三 ….</summary>
    public static bool IsNumberedCaption(ReadOnlySpan<char> words)
    {
        words = words.StartsWith("附表") || words.StartsWith("续表") ? words[1..] : words;
        return words.Length > 1 && words[0] == '表' && (char.IsAsciiDigit(words[1]) || words[1] is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '：' or ' ');
    }

    /// <summary>A cell without a figure: —, …, 持平.</summary>
    public static bool IsBlank(ReadOnlySpan<char> cell) => cell is "" or "-" or "—" or "--" or "——" or "/" or "…" or "……" or "..." or "持平" or "不适用" or "N/A" or "*" or "×" or "x" or "无";

    public static bool IsYear(ReadOnlySpan<char> cell) => cell.Length == 4 && (cell.StartsWith("19") || cell.StartsWith("20")) && !cell.ContainsAnyExceptInRange('0', '9');

    /// <summary>A label that is a date (1月, 2016年3月, 一季度, 2023年末, 2019) and no length of time (三个月, 1年).</summary>
    public static bool IsPeriod(ReadOnlySpan<char> label)
    {
        if (label.Length is 0 or > 16 || label.IndexOfAny('（', '以') >= 0 || label.IndexOf("个") >= 0)
            return false;
        if (IsYear(label))
            return true;
        if (label.Length > 4 && IsYear(label[..4]) && label[4] is '年' or '-' or '—' or '/' or '.')
            return label[^1] is '年' or '月' or '日' or '末' or '底' or '度' or '份' || label.EndsWith("半年") || char.IsAsciiDigit(label[^1]);
        if (label.EndsWith("季度") || label.EndsWith("半年") && label.Length > 2)
            return true;
        var month = label.IndexOf('月');
        return month > 0 && !label[..month].ContainsAnyExcept(MonthMarks) && label[(month + 1)..] is "" or "份" or "末" or "底" || month > 0 && char.IsAsciiDigit(label[0]) && label[^1] == '日' && label.Length <= 6;
    }

    /// <summary>The words of a span without gaps and line ends.</summary>
    public static string Closed(ReadOnlySpan<char> words)
    {
        Span<char> buffer = words.Length <= 256 ? stackalloc char[words.Length] : new char[words.Length];
        var length = 0;
        foreach (var c in words)
            if (c is not (' ' or '\n' or '\t'))
                buffer[length++] = c;
        return new(buffer[..length]);
    }

    static bool Has(string[] list, ReadOnlySpan<char> words)
    {
        foreach (var word in list)
            if (words.SequenceEqual(word))
                return true;
        return false;
    }
}

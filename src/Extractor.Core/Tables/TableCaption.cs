using Extractor.Core.Indicators;
using Extractor.Core.Layouts;
using Extractor.Core.Text;

namespace Extractor.Core.Tables;

/// <summary>What a caption names: «表5 2019年1-3月大额美元存款平均利率（单位：%）» → 大额美元存款平均利率.</summary>
static class TableCaption
{
    const int FarthestYear = 16;

    static readonly string[] Tails = ["情况统计表", "情况一览表", "一览", "情况表", "一览表", "统计表", "及其增长速度", "及增长速度", "及其增速", "及增速", "情况", "完成", "走势", "增长速度", "同比增长", "增长率", "增速", "涨跌幅", "涨幅", "分月数据", "数据", "表"];

    static readonly string[] Leads = ["第一季度", "第二季度", "第三季度", "第四季度", "一季度", "二季度", "三季度", "四季度", "前三季度", "上半年", "下半年", "全年", "末", "度", "及", "：", " ", "份", "各月", "分月", "分县区", "分县市区", "分市县", "分市州", "各县区", "各市州", "分季度", "分年度", "各银行", "各行", "各地", "分机构", "分行业", "分地区", "分品种"];

    public static IndicatorText? Name(PageView page, TextSpan? caption)
    {
        if (caption is not { Length: > 0 } words)
            return null;
        var text = page.Text;
        var (start, end) = (words.Start, words.End);
        // A title over «（2023年12月）» or over «二、财政金融»: the line nearest to the table that is not in brackets.
        for (var line = end; line > start; line = text.LastIndexOf('\n', line - 1, line - start))
            if (text.LastIndexOf('\n', line - 1, line - start) is var before && (before < 0 || text[before + 1] != '（'))
            {
                (start, end) = (before < 0 ? start : before + 1, line);
                break;
            }
        if (TableWords.IsNumberedCaption(words.In(text)))
        {
            start += text[start] == '表' ? 1 : 2;
            while (start < end && text[start] == ' ') start++;
            while (start < end && (char.IsAsciiDigit(text[start]) || text[start] is '-' or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十')) start++;
        }
        start = RowLabel.Read(text, new(start, end)).Name.Start;
        if (start >= end)
            return null;
        // 青海省2023年…: what stands before the year says where.
        for (var at = start + 1; at + 4 < Math.Min(end, start + FarthestYear); at++)
            if (text[at + 4] == '年' && TableWords.IsYear(text.AsSpan(at, 4)))
                start = at;
        for (var again = true; again && start < end;)
        {
            var rest = text[start..end];
            var undated = rest.Length - ColumnMeaning.Undated(rest).Length;
            foreach (var lead in Leads)
                if (undated == 0 && rest.StartsWith(lead, StringComparison.Ordinal) && rest.Length > lead.Length)
                    undated = lead.Length;
            again = undated > 0;
            start += undated;
        }
        if (text.AsSpan(start, end - start).IndexOf('（') is > 0 and var bracket)
            end = start + bracket;
        for (var again = true; again;)
        {
            again = false;
            while (end > start && text[end - 1] is ' ' or '：') end--;
            foreach (var tail in Tails)
                if (!again && end - start > tail.Length + 1 && text.AsSpan(start, end - start).EndsWith(tail))
                    (end, again) = (end - tail.Length, true);
        }
        return end <= start ? null : new(page.Words(new(start, end)), TableWords.Closed(text.AsSpan(start, end - start)), new(start, end), "table");
    }
}

using Extractor.Core.Indicators;
using Extractor.Core.Text;

namespace Extractor.Core.Tables;

/// <summary>A row's label: the marks that it opens with, how deep it stands, and the name without them.</summary>
/// <param name="Depth">0 for 一、, 1 for （一）, 2 for 1., 3 for a part (其中：, #); -1 without a mark.</param>
readonly record struct RowLabel(TextSpan Name, int Depth)
{
    const int LongestOrdinal = 4;

    static readonly string[] Parts = ["#其中：", "其中：", "其中", "#", "：", "★", "●", "—", "-", "其：", "*"];

    public static bool HasLead(ReadOnlySpan<char> words) => Lead(words, out _) > 0;

    public static RowLabel Read(string text, TextSpan label)
    {
        var (start, end, depth) = (label.Start, label.End, -1);
        while (start < end && Lead(text.AsSpan(start, end - start), out var deep) is > 0 and var length)
        {
            start += length;
            depth = Math.Max(depth, deep);
        }
        while (start < end && text[start] is ' ' or '\n') start++;
        while (end > start && text[end - 1] is >= '①' and <= '⑳' or '*' or '：' or ' ' or '\n') end--;
        // «地区生产总值（亿元）», «进出口总额（人民币）»: what stands in brackets at the end is none of the name.
        while (end > start && text[end - 1] is '）' or ']' && Open(text, start, end) is > 0 and var open && open > start)
        {
            end = open;
            while (end > start && text[end - 1] == ' ') end--;
        }
        return new(new(start, Math.Max(start, end)), depth);
    }

    static int Open(string text, int from, int end)
    {
        var depth = 0;
        for (var at = end - 1; at >= from; at--)
        {
            depth += text[at] is '）' or ']' ? 1 : text[at] is '（' or '[' ? -1 : 0;
            if (depth == 0)
                return at;
        }
        return -1;
    }

    /// <summary>一、 （二） 1. 2、 (3) 其中： #: its length, and how deep such a row stands.</summary>
    static int Lead(ReadOnlySpan<char> words, out int depth)
    {
        depth = 3;
        foreach (var part in Parts)
            if (words.Length > part.Length && words.StartsWith(part))
                return part.Length;
        var at = words[0] == '（' ? 1 : 0;
        var from = at;
        while (at < words.Length && at - from < LongestOrdinal && words[at] is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十') at++;
        if (at > from)
        {
            depth = from;
            return at < words.Length - 1 && (from == 1 ? words[at] == '）' : words[at] is '、' or '.') ? at + 1 : 0;
        }
        while (at < words.Length && at - from < 2 && char.IsAsciiDigit(words[at])) at++;
        if (at == from || at >= words.Length - 1 || !(from == 1 ? words[at] == '）' : words[at] is '、' or '.' && !char.IsAsciiDigit(words[at + 1])))
            return 0;
        depth = 2;
        return at + 1;
    }

    /// <summary>Whether a name says of what kind or whose, and no measure: 第一产业, 城镇, 铁路.</summary>
    public static bool IsClass(ReadOnlySpan<char> name) =>
        IndicatorWords.Heads.MatchEnd(name, out _) == 0 && (IndicatorWords.Classes.MatchEnd(name, out _) > 0 || name.EndsWith("产业"));

    /// <summary>
    /// What an elliptic row measures, by the row that it hangs on: 第一产业 under 地区生产总值 is 第一产业增加值, 城镇 under
    /// 社会消费品零售总额 is 城镇社会消费品零售总额. Null where the name says it by itself, or the parent does not help.
    /// </summary>
    public static string? Completion(ReadOnlySpan<char> name, ReadOnlySpan<char> parent)
    {
        if (name.IsEmpty || IndicatorWords.Heads.MatchEnd(name, out _) > 0 && parent.IndexOf(name) < 0)
            return null;
        if (parent.EndsWith("生产总值") || parent is "GDP")
            return name.EndsWith("业") ? "增加值" : null;
        var head = IndicatorWords.Heads.MatchEnd(parent, out _);
        if (head == 0 || parent.SequenceEqual(name) || name.Length >= 2 && parent.Length >= 2 && name.EndsWith(parent[^2..]))
            return null;
        // 城镇居民 under 全体居民人均可支配收入, 出口 under 进出口总额: from where they meet.
        for (var length = name.Length; length >= 2; length--)
            if (parent.LastIndexOf(name[^length..]) is >= 0 and var met)
                return parent[(met + length)..].ToString();
        if (name[^1] == '业')
            return parent[^head..].ToString();
        foreach (var whole in (ReadOnlySpan<string>)["年末常住总", "年末户籍总", "年末总", "全社会", "总", "各项", "全部", "全体", "合计"])
            if (parent.StartsWith(whole) && parent.Length > whole.Length + 1)
                return parent[whole.Length..].ToString();
        return parent.ToString();
    }
}

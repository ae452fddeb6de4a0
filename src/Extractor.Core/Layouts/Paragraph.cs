using System.Buffers;
using Extractor.Core.Text;

namespace Extractor.Core.Layouts;

/// <summary>How a paragraph of news or of a report opens, and what marks the head of an article.</summary>
static class Paragraph
{
    static readonly WordList Openings = WordList.Embedded("Layouts.openings.tsv", "line", "news"), NewsOpenings = WordList.Embedded("Layouts.openings.tsv", "news", "line");

    static readonly SearchValues<char> Ordinals = SearchValues.Create("一二三四五六七八九十");

    /// <summary>Whether a line can only begin a paragraph.</summary>
    public static bool Opens(ReadOnlySpan<char> line) => Openings.Starts(line) || line.StartsWith("- ");

    /// <summary>Whether a paragraph begins with a dateline: 本报拉萨10月2日讯（记者 …）, 央视网消息.</summary>
    public static bool HasDateline(ReadOnlySpan<char> text)
    {
        var head = text[..Math.Min(text.Length, 40)];
        if (head.StartsWith("本报记者"))
            return true;
        if (!(head.StartsWith("本报") || head.StartsWith("新华社") || head.StartsWith("据新华社") || head.StartsWith("中新") || head.StartsWith("央视网")
            || head.IndexOf("网讯") is >= 0 and < 12 || head.IndexOf("日电") is >= 0 and < 12))
            return false;
        return head.IndexOfAny('讯', '电') >= 0 || head.Contains("消息", StringComparison.Ordinal);
    }

    /// <summary>Whether a paragraph opens a numbered part of a report: 一、综合, （一）改革开放….</summary>
    public static bool IsNumbered(ReadOnlySpan<char> text) =>
        text.Length > 3 && (Ordinals.Contains(text[0]) && text[1] is '、' || text[0] is '（' && Ordinals.Contains(text[1]) && text[2] is '）' || text.StartsWith("各位代表"));

    public static bool IsReportTitle(ReadOnlySpan<char> headline) =>
        headline.EndsWith("报告") || headline.EndsWith("公报") || headline.EndsWith("纲要") || headline.EndsWith("规划") || headline.EndsWith("公报）");

    /// <summary>Whether a paragraph begins as news does that has no dateline: 近日，…; 8月9日，…; 记者从…获悉.</summary>
    public static bool OpensNews(ReadOnlySpan<char> text)
    {
        if (NewsOpenings.Starts(text))
            return true;
        var at = 0;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        if (at is 0 or > 2 || at >= text.Length || text[at] != '月')
            return false;
        var day = ++at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at > day && at < text.Length && text[at] == '日';
    }

    public static bool IsByline(ReadOnlySpan<char> text) =>
        text.Length <= 40 && (text.StartsWith("本报记者") || text.StartsWith("本报通讯员") || text.StartsWith("记者 ") || text.StartsWith("■"));
}

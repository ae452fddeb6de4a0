using Extractor.Core.Text;

namespace Extractor.Core.Articles;

/// <summary>The dateline (本报拉萨10月2日讯（记者 …）) and dates of events: they say when it was reported, not when a figure held.</summary>
static class Dateline
{
    const int Longest = 70;

    static readonly WordList Events = WordList.Embedded("Articles.events.tsv", "event", "report");

    /// <summary>Of these only what the same clause says is told by the date: 19日公布的失业率.</summary>
    static readonly WordList Reports = WordList.Embedded("Articles.events.tsv", "report", "event");

    public static int End(string text, TextSpan sentence)
    {
        var head = text.AsSpan(sentence.Start, Math.Min(sentence.Length, Longest));
        if (!(head.StartsWith("本报") || head.StartsWith("新华社") || head.StartsWith("据新华社") || head.StartsWith("中新") || head.StartsWith("央视网") || head.IndexOf("网讯") is >= 0 and < 12))
            return sentence.Start;
        var mark = head.IndexOfAny('讯', '电');
        if (mark < 0 && head.IndexOf("消息") is >= 0 and var news)
            mark = news + 1;
        if (mark < 0)
            return sentence.Start;
        var end = mark + 1;
        if (end < head.Length && head[end] == '（' && head[end..].IndexOf('）') is >= 0 and var close)
            end += close + 1;
        return sentence.Start + end;
    }

    public static bool IsEvent(string text, TextSpan date)
    {
        var after = text.AsSpan(date.End, Math.Min(text.Length - date.End, 24));
        var stop = after.IndexOf('。');
        after = stop < 0 ? after : after[..stop];
        if (date.Length < 3 || text[date.End - 1] is not ('日' or '号' or '）' or '午' or '上' or '今' or '天'))
            after = after[..Math.Max(0, after.IndexOf('，'))];
        if (Events.IsIn(after))
            return true;
        return Reports.IsIn(after.IndexOf('，') is >= 0 and var comma ? after[..comma] : after);
    }
}

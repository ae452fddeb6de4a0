using Extractor.Core.Indicators;
using Extractor.Core.Periods;
using Extractor.Core.Text;

namespace Extractor.Core.Claims;

/// <summary>Where clauses begin, and where within them words of comparison and of share do. All places are of the view.</summary>
static class Clause
{
    const int LongestQuote = 60, LongestMember = 24, LongestCause = 40;

    static readonly WordList CauseEnds = WordList.Embedded("Claims.causes.tsv");

    /// <summary>The words that a figure may draw on: from the figure before it to its own hedge.</summary>
    public static TextSpan Before(string text, TextSpan sentence, int from, int to)
    {
        var wide = new TextSpan(from, to);
        // 占全省总面积（48.5万平方公里）的2.95%: the clause goes on behind the bracket.
        return wide.Length > 0 && text[from] == '）' && text.AsSpan(sentence.Start, from - sentence.Start).LastIndexOf('（') is > 0 and var open
            ? wide with { Start = Start(text, sentence.Start, sentence.Start + open) } : wide;
    }

    /// <summary>«增长到2021年的5.16亿元»: the words of measure stand before the date.</summary>
    public static TextSpan WithoutDate(string text, TextSpan wide, List<PeriodMention> periods)
    {
        var end = wide.End > wide.Start && text[wide.End - 1] == '的' ? wide.End - 1 : wide.End;
        foreach (var period in periods)
            if (period.Span.End == end && period.Span.Start > wide.Start)
                return wide with { End = period.Span.Start };
        return wide;
    }

    public static bool IsPerHead(ReadOnlySpan<char> words) =>
        words.Contains("户均", StringComparison.Ordinal) || words.Contains("人均", StringComparison.Ordinal) || words.Contains("亩均", StringComparison.Ordinal) || words.Contains('每');

    /// <summary>Where 占 says a share, and begins no noun (占有率, 占比, 占地); -1 if nowhere.</summary>
    public static int ShareCue(ReadOnlySpan<char> clause)
    {
        for (var at = 0; at < clause.Length; at++)
            if (clause[at] == '占' && !(at + 1 < clause.Length && (clause[at + 1] is '有' or '用' or '领' || clause[at + 1] == '地' && !clause[(at + 1)..].StartsWith("地区") && !clause[(at + 1)..].StartsWith("地方"))))
                return at;
        return clause.IndexOf("相当于");
    }

    /// <summary>通用设备制造业，汽车制造业产值分别…: where a list begins whose members are divided by commas.</summary>
    public static int ListStart(string text, int from, int own, int count)
    {
        var start = own;
        for (var member = 1; member < count; member++)
        {
            if (start <= from || text[start - 1] != '，')
                return own;
            var before = Start(text, from, start - 1);
            if (start - 1 - before is < 2 or > LongestMember || IndicatorWords.Classes.MatchEnd(text.AsSpan(before, start - 1 - before), out _) == 0)
                return own;
            start = before;
        }
        return start;
    }

    /// <summary>Where 比全国高 begins in «增幅比全国高0.03个百分点», 较前一日 in «旅客较前一日减少六成»; -1 if nothing is compared.</summary>
    public static int Comparison(ReadOnlySpan<char> clause)
    {
        foreach (var against in (ReadOnlySpan<string>)["相对于", "相比于", "相较于"])
            if (clause.LastIndexOf(against) is >= 0 and var found)
                return found;
        // 与2020年同期相比: the comparison begins before the time.
        if (clause.LastIndexOf("相比") is > 0 and var compared && clause[..compared].LastIndexOfAny('与', '同', '和') is >= 0 and var with)
            return with;
        for (var at = clause.Length - 1; at >= 0; at--)
        {
            var before = at > 0 ? clause[at - 1] : ' ';
            var after = at + 1 < clause.Length ? clause[at + 1] : ' ';
            if (clause[at] == '比' && before is not ('同' or '环' or '占' or '对') && after is not ('重' or '例' or '率' or '较'))
                return at;
            if (clause[at] == '较' && before is not ('比' or '计') && (after is not ('大' or '好' or '快' or '为' or '多' or '少' or '强' or '低' or '高') || clause[(at + 1)..].StartsWith("高峰")))
                return at;
        }
        return -1;
    }

    /// <summary>受上年同期基数较高影响, 在全球需求带动下: clauses that only say why. Their times and words are not those of the figures behind.</summary>
    public static List<TextSpan> Causes(string text, TextSpan sentence)
    {
        var causes = new List<TextSpan>();
        for (var at = sentence.Start; text.AsSpan(at, sentence.End - at).IndexOfAny('受', '在') is >= 0 and var skip; at++)
        {
            at += skip;
            if ((at == sentence.Start || text[at - 1] == '（' || IsBreak(text[at - 1])) && text.AsSpan(at, Math.Min(sentence.End - at, LongestCause + 1)).IndexOf('，') is > 0 and var length
                && text.AsSpan(at, length) is var clause && (text[at] == '受' ? CauseEnds.Ends(clause) : clause.EndsWith("下") && CauseEnds.Ends(clause[..^1])))
                causes.Add(new(at, at + length));
        }
        return causes;
    }

    /// <summary>Whether the clause that ends here is the first behind a semicolon.</summary>
    public static bool OpensSegment(string text, int from, int end) => Start(text, from, end) is var start && start > from && text[start - 1] == '；';

    /// <summary>Where the clause that ends at <paramref name="to"/> begins; what stands in brackets belongs to it whole.</summary>
    public static int Start(string text, int from, int to)
    {
        var depth = 0;
        for (var at = to - 1; at >= from; at--)
        {
            if (text[at] == '）') depth++;
            else if (text[at] == '（')
            {
                if (--depth < 0)
                    return at + 1;
            }
            else if (depth <= 0 && IsBreak(text[at]) || depth < 0)
                return at + 1;
        }
        return from;
    }

    static bool IsBreak(char c) => c is '，' or '；' or '：' or '。' or '！' or '？' or '\n' or ',' or ' ';

    /// <summary>Whether a quotation that opened at most 60 characters before is still open.</summary>
    public static bool IsQuoted(string text, TextSpan span)
    {
        var before = text.AsSpan(Math.Max(0, span.Start - LongestQuote), Math.Min(span.Start, LongestQuote));
        return before.LastIndexOf('“') > before.LastIndexOf('”');
    }
}

using System.Text;
using Extractor.Core.Text;

namespace Extractor.Cli.Evaluations;

/// <summary>A span without what annotators and rules may draw differently: outer white space, outer hedges, and the bracket of 118件（套）.</summary>
static class TrimmedSpan
{
    const int LongestBracket = 3;

    // Longer ones first where one begins with another.
    static readonly string[] Leading =
    [
        "大约", "约", "接近", "将近", "近", "超过", "超", "逾", "突破", "不低于", "不少于", "至少", "达到", "达", "共", "不足", "不到", "不超过",
    ];

    static readonly string[] Trailing = ["以上", "以下", "左右", "上下", "以内", "多", "余"];

    public static TextSpan Of(TextSpan span, string text)
    {
        var (start, end) = (span.Start, span.End);
        for (var again = true; again;)
        {
            again = false;
            while (text.Length > 0 && IsSpace(text[0]))
                (text, start) = (text[1..], start + 1);
            while (text.Length > 0 && IsSpace(text[^1]))
                (text, end) = (text[..^1], end - 1);
            if (Bracket(text) is > 0 and var bracket)
                (text, end, again) = (text[..bracket], end - Points(text[bracket..]), true);
            foreach (var hedge in Leading)
                if (text.Length > hedge.Length && text.StartsWith(hedge, StringComparison.Ordinal))
                    (text, start, again) = (text[hedge.Length..], start + hedge.Length, true);
            foreach (var hedge in Trailing)
                if (text.Length > hedge.Length && text.EndsWith(hedge, StringComparison.Ordinal))
                    (text, end, again) = (text[..^hedge.Length], end - hedge.Length, true);
        }
        return new(start, end);
    }

    /// <summary>White space as Unicode has it, the four separators of ASCII included.</summary>
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is >= '\u001c' and <= '\u001f';

    /// <summary>Where the bracket at the end opens, with one to three letters or digits inside; else -1.</summary>
    static int Bracket(string text)
    {
        if (text is not [.., ')' or '）'])
            return -1;
        var open = text.AsSpan(0, text.Length - 1).LastIndexOfAny('(', '（');
        if (open < 0)
            return -1;
        var inside = text.AsSpan(open + 1, text.Length - open - 2);
        var count = 0;
        foreach (var rune in inside.EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune) && !Rune.IsNumber(rune) && rune.Value != '_')
                return -1;
            count++;
        }
        return count is >= 1 and <= LongestBracket ? open : -1;
    }

    static int Points(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
            count++;
        return count;
    }
}

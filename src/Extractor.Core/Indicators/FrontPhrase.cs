using System.Buffers;
using Extractor.Core.Layouts;
using Extractor.Core.Text;

namespace Extractor.Core.Indicators;

/// <summary>The noun phrase before a figure: its clause without periods, scopes, brackets, adverbs and verbs of reporting.</summary>
static class FrontPhrase
{
    const int LongPhrase = 12, QuotedPhrase = 16;

    /// <summary>Nouns of one character that stand alone before a counter.</summary>
    const string ShortNouns = "人户村乡镇县猪牛羊鸡鸭鱼桥路塔";

    static readonly SearchValues<char> Grades = SearchValues.Create("0123456789一二三四五六七八九十弱强特甲乙丙");

    static readonly WordList RankLeads = WordList.Embedded("Indicators.ranks.tsv", "lead", "tail"), RankTails = WordList.Embedded("Indicators.ranks.tsv", "tail", "lead");

    static readonly WordList Targets = WordList.Embedded("Indicators.targets.tsv");

    /// <param name="isOwnClause">Whether the clause is the figure's own, or one before it, of which only the subject counts.</param>
    public static IndicatorText? Read(PageView page, TextSpan clause, IReadOnlyList<TextSpan> masks, bool isOwnClause, bool isList)
    {
        var keep = Keep(page.Text, clause, masks);
        DropLightVerbs(page.Text, keep);
        Span<char> folded = keep.Count <= 256 ? stackalloc char[keep.Count] : new char[keep.Count];
        for (var i = 0; i < folded.Length; i++)
            folded[i] = page.Text[keep[i]];
        ReadOnlySpan<char> words = folded;
        var (start, end) = (0, words.Length);
        if (!isOwnClause)
            end = PredicateStart(words);
        SkipCount(words, ref start, end);
        Trim(words, ref start, ref end);
        if (!isList && end - start > QuotedPhrase && words[start..end].LastIndexOf('”') is >= 0 and var quote && quote < end - start - 2)
            start += quote + 1;
        if (!isList)
            Cut(words, ref start, end);
        Trim(words, ref start, ref end);
        // A note's mark behind the word: 加权平均利率1.
        while (end - start > 2 && char.IsAsciiDigit(words[end - 1]) && words[start..end].TrimEnd("0123456789.") is [.., not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z'))] && !words[start..end].ContainsAny(":：-—")) end--;
        CloseQuotes(words, ref start, ref end);
        if (IsRank(words[start..end]) || IsTarget(words[start..end]) || IsGrade(words[start..end]))
            return null;
        if (end - start < 1 || end - start == 1 && !ShortNouns.Contains(words[start]))
            return null;
        var span = new TextSpan(keep[start], keep[end - 1] + 1);
        var raw = string.Create(end - start, (page, keep, start), static (printed, from) =>
        {
            for (var i = 0; i < printed.Length; i++)
                printed[i] = from.page.Printed(from.keep[from.start + i]);
        });
        return new(raw, words[start..end] is var own && own.SequenceEqual(raw) ? raw : own.ToString(), span, "before");
    }

    /// <summary>完成年度计划的103.5%: of what the plan is stands before.</summary>
    static bool IsTarget(ReadOnlySpan<char> words)
    {
        while (!words.IsEmpty)
        {
            if (Targets.MatchStart(words) is not (> 0 and var length))
                return false;
            words = words[length..];
        }
        return true;
    }

    /// <summary>2级29800元/吨, 独联体6国仅增长0.58%: which of them, and not what of it.</summary>
    static bool IsGrade(ReadOnlySpan<char> words) =>
        words.Length is 2 or 3 && words[^1] is '级' or '号' or '等' or '档' or '国' or '省' or '市' or '县' or '地' && !words[..^1].ContainsAnyExcept(Grades);

    /// <summary>汽车类商品实现零售额: the verb between who and what says nothing.</summary>
    static void DropLightVerbs(string text, List<int> keep)
    {
        for (var i = keep.Count - 4; i >= 2; i--)
            if (text[keep[i]] is '实' && text[keep[i + 1]] is '现' || text[keep[i]] is '完' && text[keep[i + 1]] is '成' && text[keep[i + 2]] is not ('率' or '量' or '额' or '情' or '比'))
                keep.RemoveRange(i, 2);
    }

    /// <summary>居全国第4位, 创历史新高: how it ranks, and not what it is.</summary>
    static bool IsRank(ReadOnlySpan<char> words) => RankTails.Ends(words) && RankLeads.Starts(words);

    /// <summary>The places of the clause that are left when masks and brackets are out.</summary>
    static List<int> Keep(string text, TextSpan clause, IReadOnlyList<TextSpan> masks)
    {
        var keep = new List<int>(clause.Length);
        var mask = 0;
        var bracket = 0;
        var lastClosed = clause.Start + clause.In(text).LastIndexOf('）');
        for (var at = clause.Start; at < clause.End; at++)
        {
            while (mask < masks.Count && masks[mask].End <= at) mask++;
            if (mask < masks.Count && masks[mask].Start <= at)
                continue;
            if (text[at] == '（' && at < lastClosed) bracket++;
            if (bracket == 0 && text[at] is not ('\n' or ' '))
                keep.Add(at);
            if (text[at] == '）') bracket = Math.Max(0, bracket - 1);
        }
        return keep;
    }

    static void Trim(ReadOnlySpan<char> words, ref int start, ref int end)
    {
        while (start < end)
        {
            if (IndicatorWords.Tails.MatchEnd(words[start..end], out _) is > 0 and var tail && !IsHeadOfNoun(words[start..end], tail)) end -= tail;
            else if (IndicatorWords.Leads.MatchStart(words[start..end], out _) is > 0 and var lead && !GoesOn(words[start..end], lead)) start += lead;
            else break;
        }
    }

    /// <summary>这4个安置房项目总投资, 1．县投资增速: which ones, or the number of the item, is no part of the phrase.</summary>
    static void SkipCount(ReadOnlySpan<char> words, ref int start, int end)
    {
        var at = start;
        while (at < end && words[at] is '这' or '该' or '其') at++;
        var digits = at;
        while (digits < end && char.IsAsciiDigit(words[digits])) digits++;
        if (digits == at || digits + 2 >= end || words[digits] is not ('个' or '家' or '项' or '条' or '座' or '户' or '名' or '处' or '所' or '类' or '种' or '．' or '、' or '.') || words[digits] == '.' && char.IsAsciiDigit(words[digits + 1]))
            return;
        start = digits + 1;
    }

    /// <summary>“五一”订单量 and no 五一”订单量: a quote that was opened in what was cut is taken back, or its end left out.</summary>
    static void CloseQuotes(ReadOnlySpan<char> words, ref int start, ref int end)
    {
        var phrase = words[start..end];
        if (phrase.IndexOf('”') is not (>= 0 and var close) || phrase.IndexOf('“') is >= 0 and var open && open < close)
            return;
        if (words[..start].LastIndexOf('“') is >= 0 and var opened && start - opened <= 2)
            start = opened;
        else if (close == phrase.Length - 1)
            end--;
    }

    /// <summary>A long phrase holds a whole predicate: the object of its last verb is what counts. Who reports it never is.</summary>
    static void Cut(ReadOnlySpan<char> words, ref int start, int end)
    {
        for (var at = end - 2; at >= start; at--)
            if (IndicatorWords.Cuts.MatchStart(words[at..end], out var always) is > 0 and var cut && (always || end - start > LongPhrase && at > start) && at + cut <= end - 2 && words[at + cut] is not ('率' or '额' or '数' or '量' or '覆'))
            {
                start = at + cut;
                return;
            }
    }

    /// <summary>Where «扭转了下降趋势» begins behind the noun of an earlier clause; the length if nowhere.</summary>
    static int PredicateStart(ReadOnlySpan<char> words)
    {
        for (var at = 2; at < words.Length; at++)
            if (IndicatorWords.Predicates.MatchStart(words[at..], out _) > 0)
                return at;
        return words.Length;
    }

    // 占地, 在校生, 有限: a trimmed word that begins a noun stays.
    static bool GoesOn(ReadOnlySpan<char> words, int length) => length <= 2 && IndicatorWords.Stops.MatchStart(words, out var stop) > length && !stop;

    static bool IsHeadOfNoun(ReadOnlySpan<char> words, int tail) => IndicatorWords.Keeps.MatchEnd(words, out _) > tail;
}

using System.Text;
using Extractor.Core.Layouts;
using Extractor.Core.Quantities;
using Extractor.Core.Text;

namespace Extractor.Core.Indicators;

/// <summary>
/// Reads what a figure measures: the noun phrase before it (贷款余额6034.35亿元) or behind it (754个营业网点), trimmed of
/// period, scope, verbs and adverbs.
/// </summary>
sealed class IndicatorReader
{
    const int LongestNoun = 30;

    static readonly WordTable<bool> Verbs = WordList.Read("Indicators.verbs.tsv");
    static readonly WordTable<bool> Dependents = WordList.Read("Indicators.dependents.tsv");
    static readonly WordTable<bool> Heads = WordList.Read("Indicators.heads.tsv");
    static readonly WordTable<bool> Predicates = WordList.Read("Indicators.predicates.tsv");
    static readonly WordTable<bool> Leads, Tails, Stops, Cuts;

    static IndicatorReader()
    {
        var rows = LexiconFile.Embedded("Indicators.trims.tsv").Rows(columns: 2).ToList();
        Leads = Words(rows.Where(row => row[0] == "lead").SelectMany(row => row.Surfaces(1)));
        Tails = Words(rows.Where(row => row[0] == "tail").SelectMany(row => row.Surfaces(1)));
        Cuts = new(LexiconFile.Embedded("Indicators.cuts.tsv").Rows(columns: 2)
            .SelectMany(row => row.Surfaces(1).Select(word => KeyValuePair.Create(word, row[0] == "always"))));
        Stops = new(LexiconFile.Embedded("Indicators.stops.tsv").Rows(columns: 2)
            .SelectMany(row => row.Surfaces(1).Select(word => KeyValuePair.Create(word, row[0] == "yes"))));
    }

    static WordTable<bool> Words(IEnumerable<string> words) => new(words.Distinct().Select(word => KeyValuePair.Create(word, true)));

    readonly PageView _page;

    public IndicatorReader(PageView page) => _page = page;

    /// <param name="before">From the clause's beginning to the word that says the measure.</param>
    /// <param name="masks">Periods and scopes in the sentence, in order; their words are left out.</param>
    /// <returns>The phrase, and where the words behind the figure that it took end; null if there is none.</returns>
    public (IndicatorText? Indicator, int Taken) Read(TextSpan before, Quantity quantity, IReadOnlyList<TextSpan> masks, int limit, bool isOwnClause, bool isList)
    {
        var front = Front(before, masks, isOwnClause, isList);
        var counts = quantity.Unit.Kind is UnitKind.Count or UnitKind.People or UnitKind.None or UnitKind.Time && quantity.Unit.Code is not ("{倍}" or "{番}");
        var (behind, verbFirst) = Behind(quantity, limit);
        // 中央财政安排1000亿元专项奖补资金: who does it, and a verb.
        var frontIsVerb = front is null || IsVerbs(front.Folded) || behind is not null && !verbFirst && Verbs.MatchEnd(front.Folded, out _) > 1;
        if (behind is not null && !verbFirst && (counts || frontIsVerb && quantity.Unit.Kind is UnitKind.Money or UnitKind.Physical))
            return (behind, behind.Span.End);
        if (behind is not null && !verbFirst && quantity.Unit.Code == "%" && front is null && quantity.Span.End < limit && _page.Text[quantity.Span.End] == '的')
            return (behind, behind.Span.End);
        if (front is not null && !frontIsVerb)
            return (front, quantity.Span.End);
        if (behind is not null && (counts || !verbFirst && frontIsVerb && quantity.Unit.Kind is UnitKind.Money or UnitKind.Physical))
            return (behind, behind.Span.End);
        return (front is not null && !IsPlainVerb(front.Folded) ? front : null, quantity.Span.End);
    }

    /// <summary>Whether the phrase is only an attribute of what was named before it (里程, 业务收入).</summary>
    public static bool IsDependent(string folded) => Dependents.TryGet(folded, out _);

    /// <summary>Joins an attribute to the head before it: 汽车邮路 + 单程里程, 快递业务量 + 业务收入.</summary>
    public static IndicatorText Depend(IndicatorText head, IndicatorText attribute)
    {
        var stem = head.Words;
        if (Dependents.MatchEnd(head.Folded, out _) is > 0 and var length && length < head.Folded.Length && head.Words.Length == head.Folded.Length)
            stem = stem[..^length];
        if (stem.EndsWith(attribute.Words, StringComparison.Ordinal))
            return attribute;
        return attribute with { Words = stem + attribute.Words, Folded = stem + attribute.Folded, Rule = "dependent" };
    }

    /// <summary>The members of a list before 分别, completed by the head of the last: 非公企业和社会组织覆盖率.</summary>
    public static List<string> Members(string words, int count)
    {
        List<string> parts = [];
        foreach (var separators in (char[][])[['、', '和', '与', '及'], ['、', '和', '与'], ['、', '和'], ['、']])
        {
            parts = words.Split(separators, StringSplitOptions.RemoveEmptyEntries).Select(part => part.Trim('，', '：', '以')).Where(part => part.Length > 0).ToList();
            if (parts.Count == count)
                break;
        }
        if (parts.Count != count)
            return [];
        if (Heads.MatchEnd(parts[^1], out _) is > 0 and var length && length < parts[^1].Length)
        {
            var head = parts[^1][^length..];
            for (var i = 0; i < parts.Count - 1; i++)
                if (Heads.MatchEnd(parts[i], out _) == 0)
                    parts[i] += head;
        }
        return parts;
    }

    /// <summary>The counted thing where nothing but its counter names it: 共有7乡1镇13.9万人.</summary>
    public static IndicatorText? UnitNoun(PageView page, Quantity quantity)
    {
        if (quantity.Unit.Code is not ("{person}" or "{household}" or "{乡}" or "{镇}" or "{村}"))
            return null;
        var span = new TextSpan(quantity.UnitEnd - 1, quantity.UnitEnd);
        return new(page.Words(span), page.Text[span.Start..span.End], span, "unit");
    }

    IndicatorText? Front(TextSpan before, IReadOnlyList<TextSpan> masks, bool isOwnClause, bool isList)
    {
        var text = _page.Text;
        var keep = new List<int>();
        var mask = 0;
        var bracket = 0;
        for (var at = before.Start; at < before.End; at++)
        {
            while (mask < masks.Count && masks[mask].End <= at) mask++;
            if (mask < masks.Count && masks[mask].Start <= at)
                continue;
            if (text[at] == '（' && text[at..before.End].Contains('）')) bracket++;
            if (bracket == 0 && text[at] is not ('\n' or ' '))
                keep.Add(at);
            if (text[at] == '）') bracket = Math.Max(0, bracket - 1);
        }
        var folded = new StringBuilder(keep.Count);
        foreach (var at in keep)
            folded.Append(text[at]);
        var words = folded.ToString().AsSpan();
        var (start, end) = (0, words.Length);
        if (!isOwnClause)
            end = PredicateStart(words);
        Trim(words, ref start, ref end);
        if (end - start > 16 && words[start..end].LastIndexOf('”') is >= 0 and var quote && quote < end - start - 2)
            start += quote + 1;
        if (!isList)
            Cut(words, ref start, end);
        Trim(words, ref start, ref end);
        // A note's mark behind the word: 加权平均利率1.
        while (end - start > 2 && char.IsAsciiDigit(words[end - 1]) && !words[start..end].ContainsAny(":：-—")) end--;
        if (end - start < 1 || end - start == 1 && !"人户村乡镇县猪牛羊".Contains(words[start]))
            return null;
        var span = new TextSpan(keep[start], keep[end - 1] + 1);
        var raw = new StringBuilder(end - start);
        for (var i = start; i < end; i++)
            raw.Append(_page.Words(new(keep[i], keep[i] + 1)));
        return new(raw.ToString(), words[start..end].ToString(), span, "before");
    }

    static void Trim(ReadOnlySpan<char> words, ref int start, ref int end)
    {
        while (start < end)
        {
            if (Tails.MatchEnd(words[start..end], out _) is > 0 and var tail && !IsHeadOfNoun(words[start..end], tail)) end -= tail;
            else if (Leads.MatchStart(words[start..end], out _) is > 0 and var lead && !GoesOn(words[start..end], lead)) start += lead;
            else break;
        }
    }

    /// <summary>A long phrase holds a whole predicate: the object of its last verb is what counts. Who reports it never is.</summary>
    static void Cut(ReadOnlySpan<char> words, ref int start, int end)
    {
        for (var at = end - 2; at >= start; at--)
            if (Cuts.MatchStart(words[at..end], out var always) is > 0 and var cut && (always || end - start > 12 && at > start) && at + cut <= end - 2 && words[at + cut] is not ('率' or '额' or '数' or '量' or '覆'))
            {
                start = at + cut;
                return;
            }
    }

    /// <summary>Where «扭转了下降趋势» begins behind the noun of an earlier clause; the length if nowhere.</summary>
    static int PredicateStart(ReadOnlySpan<char> words)
    {
        for (var at = 2; at < words.Length; at++)
            if (Predicates.MatchStart(words[at..], out _) > 0)
                return at;
        return words.Length;
    }

    // 占地, 在校生, 有限: a trimmed word that begins a noun stays.
    static bool GoesOn(ReadOnlySpan<char> words, int length) => length <= 2 && Stops.MatchStart(words, out var stop) > length && !stop;

    static bool IsHeadOfNoun(ReadOnlySpan<char> words, int tail) => tail == 1 && words.Length > 1 && (words[^1] is '年' && words[^2] is '少' or '青' or '老' || words[^1] is '高' or '低' && words[^2] is '新' or '最' || words[^1] == '约' && words[^2] is '合' or '条' or '节' or '签' or '公' || words.EndsWith("投资完成"));

    (IndicatorText? Noun, bool VerbFirst) Behind(Quantity quantity, int limit)
    {
        var text = _page.Text;
        var start = quantity.Span.End;
        if (start < limit && text[start] == '的')
            start++;
        var end = start;
        var verbFirst = false;
        while (end < limit && end - start < LongestNoun)
        {
            var c = text[end];
            var rest = text.AsSpan(end, limit - end);
            if (!Glyph.IsHan(c) && c is not ('“' or '”' or '、' or '·') && !char.IsAsciiLetter(c))
                break;
            if (c is '、' or '和' or '与' or '及' && end + 1 < limit && (char.IsAsciiDigit(text[end + 1]) || end == start))
                break;
            if (Stops.MatchStart(rest, out var stop) is > 0 and var length)
            {
                if (stop && end == start)
                    verbFirst = true;
                else if (stop && !verbFirst)
                    break;
                end += length;
                continue;
            }
            if (c is '的' && end - start > 12)
                break;
            end++;
        }
        while (end > start && text[end - 1] is '的' or '、' or '和' or '“') end--;
        if (end - start < 1)
            return (null, false);
        var span = new TextSpan(start, end);
        var words = _page.Words(span);
        return (new(words, text[start..end], span, "behind"), verbFirst);
    }

    static bool IsVerbs(string folded)
    {
        var at = 0;
        while (at < folded.Length)
        {
            var length = Verbs.MatchStart(folded.AsSpan(at), out _);
            if (length == 0)
                return at > 0 && folded.Length - at == 1 && folded[at] is '了' or '着' or '新' || folded.Length == 1;
            at += length;
        }
        return true;
    }

    static bool IsPlainVerb(string folded) => folded.Length <= 1 || folded is "到" or "增至";
}

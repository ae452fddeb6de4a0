using Extractor.Core.Layouts;
using Extractor.Core.Quantities;
using Extractor.Core.Text;

namespace Extractor.Core.Indicators;

/// <summary>
/// Reads what a figure measures: the noun phrase before it (贷款余额6034.35亿元) or behind it (754个营业网点), trimmed of
/// period, scope, verbs and adverbs.
/// </summary>
sealed class IndicatorReader(PageView page)
{
    const int ShortNoun = 2;

    const string Counts = "一二三四五六七八九十";


    /// <param name="before">From the clause's beginning to the word that says the measure.</param>
    /// <param name="masks">Periods and scopes in the sentence, in order; their words are left out.</param>
    /// <param name="dates">Of these the periods alone; a noun behind the figure ends before one.</param>
    /// <returns>The phrase, and where the words behind the figure that it took end; null if there is none.</returns>
    public (IndicatorText? Indicator, int Taken) Read(TextSpan before, Quantity quantity, IReadOnlyList<TextSpan> masks, IReadOnlyList<TextSpan> dates, int limit, bool isOwnClause, bool isList)
    {
        var front = FrontPhrase.Read(page, before, masks, isOwnClause, isList);
        var (noun, isPredicate, happened) = BehindPhrase.Read(page, quantity, limit, dates);
        var kind = quantity.Unit.Kind;
        var counts = kind is UnitKind.Count or UnitKind.People or UnitKind.None or UnitKind.Time && quantity.Unit.Code is not ("{倍}" or "{番}");
        if (kind == UnitKind.People && happened is not null)
            return (happened, happened.Span.End);
        var prefersNoun = kind switch
        {
            // 产销总量达到500万辆的水平.
            _ when noun is not null && front is not null && page.Text[quantity.Span.End] == '的' && IndicatorWords.Vacuous.TryGet(noun.Folded, out _) => false,
            _ when noun is not null && quantity.Unit.Code == "{级}" && noun.Folded.StartsWith("地震", StringComparison.Ordinal) => true,
            // 带动农户6.29万户产业化经营: those who are counted stand before.
            UnitKind.People when front is not null && ImpliedUnits.Default.CountsIn(front.Folded, quantity.Unit) => false,
            _ when noun is null || isPredicate => false,
            // 城乡居民收入倍差从2.37缩小到1.94: an index goes by the words before it.
            UnitKind.None when front is not null && !IsVerbs(front.Folded) => false,
            _ when counts => true,
            UnitKind.Money or UnitKind.Physical when IsFund(noun) && page.Text[quantity.Span.End] == '的' => true,
            UnitKind.Proportion when quantity.Unit.Code == "%" && front is not null && page.Text[Math.Min(quantity.Span.End, limit - 1)] == '的' => IsDeed(front, noun),
            UnitKind.Money => IsFund(noun) && !IsMeasure(front) || IsDeed(front, noun) && !IsFund(front),
            // 他家6亩地, and whatever a verb is done to.
            UnitKind.Physical => IsDeed(front, noun) || noun!.Folded.Length <= ShortNoun && !IsMeasure(front),
            // 100%的行政村通了公路, 八成党员参加了评议.
            UnitKind.Proportion => quantity.Unit.Code == "%" && front is null && isOwnClause && (page.Text[Math.Min(quantity.Span.End, limit - 1)] == '的' || ImpliedUnits.Default.EndsInDoer(noun!.Folded)),
            _ => false,
        };
        // 连片种植5.5万亩辛夷: what was done is part of what an area or a weight measures.
        if (prefersNoun && kind == UnitKind.Physical && front is not null && IsVerbs(front.Folded) && quantity.Unit.Code != "{级}")
            return (noun! with { Words = front.Words + noun.Words, Folded = front.Folded + noun.Folded }, noun.Span.End);
        if (prefersNoun)
            return (noun, noun!.Span.End);
        if (front is not null && (!IsDeed(front, isPredicate ? null : noun) || kind == UnitKind.Money && IsFund(front)))
            return (front, quantity.Span.End);
        if (noun is not null && counts && !(front is not null && IndicatorWords.Vacuous.TryGet(noun.Folded, out _)))
            return (noun, noun.Span.End);
        return (front is not null && !IsPlainVerb(front.Folded) ? front : null, quantity.Span.End);
    }

    /// <summary>中央财政安排1000亿元专项奖补资金: who does it, and a verb. What it is stands behind the figure.</summary>
    static bool IsDeed(IndicatorText? front, IndicatorText? noun) =>
        front is null || IsVerbs(front.Folded) || noun is not null && IndicatorWords.Verbs.MatchEnd(front.Folded, out _) > 1;

    static bool IsMeasure(IndicatorText? phrase) => IsFund(phrase) || phrase is not null && IndicatorWords.Heads.MatchEnd(phrase.Folded, out _) > 0;

    static bool IsFund(IndicatorText? phrase) => phrase is not null && IndicatorWords.Funds.MatchEnd(phrase.Folded, out _) > 0;

    /// <summary>
    /// A member that only says who or of what kind takes the head of the one before it: 铁路货运量43.9亿吨，公路344亿吨 →
    /// 公路货运量. Both must be of that make, so that no head is lent to a noun of its own.
    /// </summary>
    public static IndicatorText TakeHead(IndicatorText member, IndicatorText before)
    {
        if (IndicatorWords.Classes.MatchEnd(member.Folded, out _) == 0 || IndicatorWords.Verbs.MatchStart(member.Folded, out _) > 1 && !IndicatorWords.Classes.TryGet(member.Folded, out _) || IndicatorWords.Heads.MatchEnd(member.Folded, out _) > 0 || before.Words.Length != before.Folded.Length)
            return member;
        if (IndicatorWords.Heads.MatchEnd(before.Folded, out _) is not (> 0 and var length) || length >= before.Folded.Length
            || IndicatorWords.Classes.MatchEnd(before.Folded.AsSpan(..^length).TrimEnd('的'), out _) == 0)
            return member;
        return member with { Words = member.Words + before.Words[^length..], Folded = member.Folded + before.Folded[^length..], Rule = "head" };
    }

    /// <summary>
    /// Part of a whole: a bare class of what was counted before it (固定电话用户1683万户，其中城市1052万户 → 城市固定电话用户),
    /// or a kind of it in brackets (奖牌252枚（金牌88枚 → 奖牌金牌).
    /// </summary>
    public static IndicatorText TakeWhole(IndicatorText part, IndicatorText whole, bool isBracketed)
    {
        if (whole.Words.Length != whole.Folded.Length)
            return part;
        if (IndicatorWords.Classes.TryGet(part.Folded, out var isWho) && isWho)
        {
            var own = IndicatorWords.Classes.MatchStart(whole.Folded, out _);
            return own == whole.Folded.Length ? part : part with { Words = part.Words + whole.Words[own..], Folded = part.Folded + whole.Folded[own..], Rule = "part" };
        }
        if (!isBracketed || part.Folded.Length is < 2 or > 3 || part.Folded[^1] != whole.Folded[^1] || whole.Folded.Length <= part.Folded.Length)
            return part;
        var stem = whole.Rule == "part" ? whole.Words[..^part.Words.Length] : whole.Words;
        return part with { Words = stem + part.Words, Folded = stem + part.Folded, Rule = "part" };
    }

    /// <summary>Whether the phrase is a rate of what was named before it (增速, 占比).</summary>
    public static bool IsRate(string folded) => IndicatorWords.Rates.TryGet(folded, out _);

    /// <summary>Whether the phrase is only an attribute of what was named before it (里程, 业务收入).</summary>
    public static bool IsDependent(string folded) => IndicatorWords.Dependents.TryGet(folded, out _) || IndicatorWords.Rates.TryGet(folded, out _);

    /// <summary>Joins an attribute to the head before it: 汽车邮路 + 单程里程, 快递业务量 + 业务收入, 板栗种植面积 + 产量.</summary>
    /// <param name="isSum">A sum hangs on a measure (业务量), not on a thing (培训班).</param>
    public static IndicatorText Depend(IndicatorText head, IndicatorText attribute, bool isSum)
    {
        var stem = head.Words;
        if (IndicatorWords.Rates.TryGet(attribute.Folded, out _))
            return head with { Rule = "inherited" };
        if (stem.IndexOf(attribute.Words, StringComparison.Ordinal) is > 0 and var again)
            return attribute with { Words = stem[..(again + attribute.Words.Length)], Folded = stem[..(again + attribute.Words.Length)], Rule = "dependent" };
        IndicatorWords.Dependents.TryGet(attribute.Folded, out var needsClass);
        var length = head.Words.Length != head.Folded.Length ? 0 : Math.Max(IndicatorWords.Dependents.MatchEnd(head.Folded, out _), IndicatorWords.Heads.MatchEnd(head.Folded, out _));
        if (length > 0 && length < head.Folded.Length)
            stem = stem[..^length];
        else if (isSum)
            return attribute;
        if (IndicatorWords.Verbs.MatchStart(stem, out _) is > 1 and var verb && verb < stem.Length - 1)
            stem = stem[verb..];
        if (stem.Length < 2 || needsClass && IndicatorWords.Classes.MatchEnd(stem, out _) == 0 || stem.EndsWith(attribute.Words, StringComparison.Ordinal))
            return attribute;
        return attribute with { Words = stem + attribute.Words, Folded = stem + attribute.Folded, Rule = "dependent" };
    }

    /// <summary>The members of a list before 分别, completed by the head of the last: 非公企业和社会组织覆盖率.</summary>
    public static List<string> Members(string words, int count)
    {
        List<string> parts = [];
        // 通用设备制造业，汽车制造业产值分别…: members as long as clauses.
        if (words.Contains('，') && words.Split('，') is var clauses && clauses.Length == count && clauses.All(clause => clause.Length > 1))
            return Completed([.. clauses], count);
        // 对美国、欧盟分别进出口…: what is shared stands behind the word.
        if (words.IndexOf("分别", StringComparison.Ordinal) is > 0 and var shared && shared + 2 < words.Length)
        {
            var head = words[(shared + 2)..];
            parts = Members(words[..shared], count);
            return Headed(parts, head);
        }
        // 批发业、零售业、住宿业、餐饮业四大行业销售额: the list is closed by its own count.
        if (Closed(words, count) is { } closed)
            return closed;
        foreach (var separators in (char[][])[['、', '和', '与', '及'], ['、', '和', '与'], ['、', '和'], ['、']])
        {
            parts = words.Split(separators, StringSplitOptions.RemoveEmptyEntries).Select(part => part.Trim('，', '：', '以')).Where(part => part.Length > 0).ToList();
            if (parts.Count == count)
                break;
        }
        return parts.Count != count ? [] : Completed(parts, count);
    }

    static List<string>? Closed(string words, int count)
    {
        if (count > Counts.Length || words.LastIndexOf(Counts[count - 1]) is not (> 0 and var at) || at + 1 >= words.Length || words[at - 1] == '第' || words[at + 1] is not ('大' or '个' or '种' or '类' or '项' or '家' or '市' or '县' or '省' or '区' or '国') || Members(words[..at], count) is not { Count: > 1 } members)
            return null;
        for (var head = at + 1; head < words.Length; head++)
            if (IndicatorWords.Heads.MatchStart(words.AsSpan(head), out _) is > 0 and var length)
                return Headed(members, words.Substring(head, length));
        return members;
    }

    static List<string> Headed(List<string> members, string head) =>
        members.ConvertAll(member => member.EndsWith(head, StringComparison.Ordinal) ? member : member + head);

    static List<string> Completed(List<string> parts, int count)
    {
        // 一、二、三产业贡献率; 城镇、农村常住居民人均可支配收入: the last says what all are.
        var prefix = parts[^1].Length > 2 && parts.Take(count - 1).All(part => part.TrimStart('第').Length == 1) ? 1 : IndicatorWords.Classes.MatchStart(parts[^1], out _);
        if (prefix > 0 && prefix < parts[^1].Length && parts.Take(count - 1).All(part => part.TrimStart('第').Length == 1 || IndicatorWords.Classes.TryGet(part, out _)))
        {
            // 第一、二、三产业增加值.
            var ordinal = parts[0][0] == '第' && prefix == 1 ? "第" : "";
            return [parts[0] + parts[^1][prefix..], .. parts.Skip(1).Take(count - 2).Select(part => ordinal + part + parts[^1][prefix..]), ordinal + parts[^1]];
        }
        if (IndicatorWords.Heads.MatchEnd(parts[^1], out _) is > 0 and var length && length < parts[^1].Length)
        {
            var head = parts[^1][^length..];
            for (var i = 0; i < parts.Count - 1; i++)
                if (IndicatorWords.Heads.MatchEnd(parts[i], out _) == 0)
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

    /// <summary>Whether a phrase names nothing but a deed: 开工, 新建改建.</summary>
    public static bool IsVerbs(string folded)
    {
        var at = 0;
        while (at < folded.Length)
        {
            var rest = folded.AsSpan(at);
            var length = Math.Max(IndicatorWords.Verbs.MatchStart(rest, out _), IndicatorWords.Stops.MatchStart(rest, out var stops) is var stop && stops && !(IndicatorWords.VerbalNouns.MatchStart(rest, out var isNoun) == stop && isNoun) ? stop : 0);
            if (length == 0)
                return at > 0 && folded.Length - at == 1 && folded[at] is '了' or '着' or '新' || folded.Length == 1;
            at += length;
        }
        return true;
    }

    static bool IsPlainVerb(string folded) => folded.Length <= 1 || folded is "到" or "增至";
}

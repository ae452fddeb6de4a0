using Extractor.Core.Layouts;
using Extractor.Core.Quantities;
using Extractor.Core.Text;

namespace Extractor.Core.Indicators;

/// <summary>The noun phrase behind a figure: 754个[营业网点]全部开办…, 1000亿元[专项奖补资金]予以支持.</summary>
/// <param name="IsPredicate">What follows is no noun but says what the counted do: 13255人[参加培训].</param>
/// <param name="Event">What befell the counted: 19人[受伤]; null if nothing of the kind follows.</param>
readonly record struct BehindPhrase(IndicatorText? Noun, bool IsPredicate, IndicatorText? Event = null)
{
    /// <summary>严重受灾, 不同程度受伤: of several in the order of the file.</summary>
    static readonly WordList EventAdverbs = WordList.Embedded("Indicators.event-adverbs.tsv");

    static readonly WordList Moves = WordList.Embedded("Indicators.moves.tsv");

    const int LongestNoun = 30, LongAttribute = 12;

    /// <param name="limit">The next figure's lead or the sentence's end.</param>
    /// <param name="dates">Spans of dates in order; a noun ends before one.</param>
    public static BehindPhrase Read(PageView page, Quantity quantity, int limit, IReadOnlyList<TextSpan> dates)
    {
        var text = page.Text;
        var start = quantity.Span.End;
        // 1546.83亿元用于困难群众救助补助资金.
        if (text.AsSpan(start, Math.Max(0, limit - start)).StartsWith("用于"))
            start += 2;
        // 2300元（2010年不变价）的农村贫困标准.
        if (start < limit && text[start] == '（' && text.AsSpan(start, limit - start).IndexOf("）的") is > 0 and var bracket)
            start += bracket + 1;
        if (start < limit && text[start] == '的')
            start++;
        foreach (var date in dates)
            if (date.Start >= start && date.Start < limit)
                limit = date.Start;
        var end = start;
        if (quantity.Unit.Kind is UnitKind.Count or UnitKind.People && start < limit && IndicatorWords.Stops.MatchStart(text.AsSpan(start, limit - start), out var opens) > 0 && opens && RelativeNoun(text, start, limit) is > 0 and var counted)
            start = end = counted;
        var isPredicate = false;
        var comma = -1;
        while (end < limit && end - start < LongestNoun)
        {
            var c = text[end];
            var rest = text.AsSpan(end, limit - end);
            // T5航站楼, 5G基站 behind a letter or before one is a name's digit.
            var named = char.IsAsciiDigit(c) && end > start && char.IsAsciiLetter(text[end - 1]);
            if (!Glyph.IsHan(c) && c is not ('“' or '”' or '"' or '、' or '·') && !char.IsAsciiLetter(c) && !named)
                break;
            if (c is '、' or '和' or '与' or '及')
            {
                if (end + 1 < limit && (char.IsAsciiDigit(text[end + 1]) || end == start))
                    break;
                comma = end;
            }
            if (IndicatorWords.Stops.MatchStart(rest, out var stop) is > 0 and var length)
            {
                if (stop && IndicatorWords.VerbalNouns.MatchStart(rest, out var isNoun) == length && isNoun && (end == start ? quantity.Unit.Kind != UnitKind.People && !"到至成了为后完".Contains(text[Math.Min(end + length, limit - 1)]) : IsCompound(text, start, end, end + length, limit)))
                    stop = false;
                // 9.8万[下岗人员]实现了…: what befell them names them.
                if (stop && end == start && ImpliedUnits.Default.OpensWithPeople(rest[length..]))
                    stop = false;
                if (stop && end == start)
                    isPredicate = true;
                else if (stop && !isPredicate)
                    break;
                end += length;
                continue;
            }
            // 721.1万户企业发放…: those who do something are named in full.
            if (end > start && IndicatorWords.Verbs.MatchStart(rest, out _) > 1 && EndsInDoer(text.AsSpan(start, end - start)))
                break;
            // 31个[国家]的代表: who or what the counted belong to. 1500余名[受灾群众]的安置.
            if (c is '的' && (end - start > LongAttribute || IndicatorWords.Members.MatchEnd(text.AsSpan(start, end - start), out _) > 0))
                break;
            end++;
        }
        // 6个教学班、学生142名: the last member of the list is the next figure's.
        if (end == limit && comma > start && limit < text.Length && (char.IsAsciiDigit(text[limit]) || limit > comma + 1))
            end = EndsInFigure(text, limit) ? comma : end;
        // 41个工业大类行业中39个: of the one the other is a part.
        if (end - start > 2 && end < text.Length && text[end - 1] == '中' && EndsInFigure(text, Following(text, end)))
            end--;
        // 78个步行街和商圈[客流量]同比增长4.2%: what moves, or is told next, is the measure.
        if (end < limit && IndicatorWords.Heads.MatchEnd(text.AsSpan(start, end - start), out _) is > 1 and var measure && end - start - measure > 1 && Moves.Starts(text.AsSpan(end, limit - end)))
            end -= measure;
        // 60亩棉田纯收入近12万元: the measure before the next figure is that figure's.
        if (end == limit && EndsInFigure(text, Following(text, end)) && IndicatorWords.Heads.MatchEnd(text.AsSpan(start, end - start), out _) is > 1 and var head && end - start - head > 1)
            end -= head;
        while (end > start && (text[end - 1] is '的' or '、' or '和' or '“' || text[end - 1] == '"' && text.AsSpan(start, end - start).Count('"') % 2 == 1 || text[end - 1] == '中' && end < text.Length && text[end] == '，')) end--;
        if (end - start < 1 || isPredicate && end - start == 1)
            return default;
        var span = new TextSpan(start, end);
        IndicatorText? happened = null;
        foreach (var adverb in EventAdverbs.Words)
            if (text.AsSpan(start, end - start).StartsWith(adverb))
                start += adverb.Length;
        if (IndicatorWords.Events.MatchStart(text.AsSpan(start, end - start), out _) is > 0 and var word && (start + word >= text.Length || !Glyph.IsHan(text[start + word])))
            happened = new(page.Words(new(start, start + word)), text.Substring(start, word), new(start, start + word), "behind");
        return new(new(page.Words(span), text[start..end], span, isPredicate ? "predicate" : "behind"), isPredicate, happened);
    }

    /// <summary>高质量发展[示范项目], 自贸联动创新[区]: what goes on behind a verb closes a noun, and is no object with a figure of its own.</summary>
    static bool IsCompound(string text, int start, int verb, int from, int limit)
    {
        var (end, closed) = (from, from);
        var isVerbal = true;
        while (end < limit && end - from < LongAttribute && Glyph.IsHan(text[end]) && text[end] is not ('的' or '和' or '与' or '及'))
        {
            var rest = text.AsSpan(end, limit - end);
            var length = IndicatorWords.Stops.MatchStart(rest, out var stop);
            var verbal = IndicatorWords.VerbalNouns.MatchStart(rest, out var isNoun) is var noun && isNoun ? noun : 0;
            if (length > 0 && stop && verbal != length)
                break;
            isVerbal &= verbal > 0;
            end += Math.Max(length, 1);
            if (verbal == 0)
                closed = end;
        }
        if (EndsInFigure(text, Following(text, end)))
            return false;
        var isDone = EndsInDoer(text.AsSpan(start, verb - start));
        // 新冠诊疗[咨询服务], 全国重点[实验室]重组: verbs to the end of the phrase are a noun, as is what they open at once, unless somebody does them.
        if (isVerbal || IndicatorWords.NounEnds.MatchStart(text.AsSpan(from, end - from), out _) > 0 && !isDone)
            return !isDone;
        return closed > from && IndicatorWords.NounEnds.MatchEnd(text.AsSpan(from, closed - from), out _) > 0;
    }

    static bool EndsInDoer(ReadOnlySpan<char> phrase) => IndicatorWords.Doers.MatchEnd(phrase, out _) > 0 || ImpliedUnits.Default.EndsInDoer(phrase);

    /// <summary>300多家专业从事机床再制造的[企业], 2600名参加培训的[村民]: the noun behind a clause of its own; -1 if none closes it.</summary>
    static int RelativeNoun(string text, int from, int limit)
    {
        for (var at = from; at < Math.Min(limit, from + LongestNoun) && Glyph.IsHan(text[at]); at++)
        {
            if (text[at] != '的')
                continue;
            var end = at + 1;
            while (end < limit && Glyph.IsHan(text[end]) && text[end] != '的') end++;
            return end - at is > 2 and <= LongAttribute && EndsInDoer(text.AsSpan(at + 1, end - at - 1)) && !EndsInFigure(text, Following(text, end)) ? at + 1 : -1;
        }
        return -1;
    }

    /// <summary>Where a figure stands behind its hedge or verb: 近12万, 达12万.</summary>
    static int Following(string text, int at)
    {
        while (at < text.Length && text[at] is '近' or '约' or '超' or '达' or '为' or '逾' or '过' or '到' or '了' or '共' or '至' or '突' or '破' or '有') at++;
        return at;
    }

    static bool EndsInFigure(string text, int limit) => limit < text.Length && Numbers.NumberReader.Starts.Contains(text[limit])
        // 陆续, 一度, 千方百计 begin like a figure.
        && !(Glyph.IsHan(text[limit]) && IndicatorWords.Stops.MatchStart(text.AsSpan(limit), out _) > 1);
}

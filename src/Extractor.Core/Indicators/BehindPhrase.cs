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
        var isPredicate = false;
        var comma = -1;
        while (end < limit && end - start < LongestNoun)
        {
            var c = text[end];
            var rest = text.AsSpan(end, limit - end);
            // T5航站楼, 5G基站 behind a letter or before one is a name's digit.
            var named = char.IsAsciiDigit(c) && end > start && char.IsAsciiLetter(text[end - 1]);
            if (!Glyph.IsHan(c) && c is not ('“' or '”' or '、' or '·') && !char.IsAsciiLetter(c) && !named)
                break;
            if (c is '、' or '和' or '与' or '及')
            {
                if (end + 1 < limit && (char.IsAsciiDigit(text[end + 1]) || end == start))
                    break;
                comma = end;
            }
            if (IndicatorWords.Stops.MatchStart(rest, out var stop) is > 0 and var length)
            {
                if (stop && end == start)
                    isPredicate = true;
                else if (stop && !isPredicate)
                    break;
                end += length;
                continue;
            }
            // 721.1万户企业发放…: those who do something are named in full.
            if (end > start && IndicatorWords.Verbs.MatchStart(rest, out _) > 1 && ImpliedUnits.Default.EndsInDoer(text.AsSpan(start, end - start)))
                break;
            if (c is '的' && end - start > LongAttribute)
                break;
            end++;
        }
        // 6个教学班、学生142名: the last member of the list is the next figure's.
        if (end == limit && comma > start && limit < text.Length && (char.IsAsciiDigit(text[limit]) || limit > comma + 1))
            end = EndsInFigure(text, limit) ? comma : end;
        // 60亩棉田纯收入近12万元: the measure before the next figure is that figure's.
        if (end == limit && EndsInFigure(text, Following(text, end)) && IndicatorWords.Heads.MatchEnd(text.AsSpan(start, end - start), out _) is > 1 and var head && end - start - head > 1)
            end -= head;
        while (end > start && (text[end - 1] is '的' or '、' or '和' or '“' || text[end - 1] == '中' && end < text.Length && text[end] == '，')) end--;
        if (end - start < 1)
            return default;
        var span = new TextSpan(start, end);
        IndicatorText? happened = null;
        foreach (var adverb in EventAdverbs.Words)
            if (text.AsSpan(start, end - start).StartsWith(adverb))
                start += adverb.Length;
        if (IndicatorWords.Events.MatchStart(text.AsSpan(start, end - start), out _) is > 0 and var word && (start + word >= text.Length || !Glyph.IsHan(text[start + word])))
            happened = new(page.Words(new(start, start + word)), text.Substring(start, word), new(start, start + word), "behind");
        return new(new(page.Words(span), text[start..end], span, "behind"), isPredicate, happened);
    }

    /// <summary>Where a figure stands behind its hedge or verb: 近12万, 达12万.</summary>
    static int Following(string text, int at)
    {
        while (at < text.Length && text[at] is '近' or '约' or '超' or '达' or '为' or '逾' or '过' or '到') at++;
        return at;
    }

    static bool EndsInFigure(string text, int limit) => limit < text.Length && Numbers.NumberReader.Starts.Contains(text[limit]);
}

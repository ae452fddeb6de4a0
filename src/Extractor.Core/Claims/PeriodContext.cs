using Extractor.Core.Articles;
using Extractor.Core.Indicators;
using Extractor.Core.Layouts;
using Extractor.Core.Measures;
using Extractor.Core.Periods;
using Extractor.Core.Quantities;
using Extractor.Core.Text;

namespace Extractor.Core.Claims;

/// <summary>When figures hold that say no time of their own: the paragraph's period, else the article's.</summary>
/// <param name="published">The day of the publication, if known.</param>
sealed class PeriodContext(PageView page, DateOnly? published)
{
    const int LongestHoliday = 45, ShortSentence = 16, Recent = 14;

    static readonly WordList Disasters = WordList.Embedded("Periods.disasters.tsv");

    Found<Period>? _paragraph;

    /// <summary>That of the headline, or of the opening; null if neither says one.</summary>
    public Found<Period>? Article { get; private set; }

    /// <summary>Whether the article's period is that of a review of several years.</summary>
    bool _isReview;

    public void OpenArticle() => (Article, _isReview) = (null, false);

    public void OpenParagraph() => _paragraph = null;

    /// <summary>A headline's period holds for what follows.</summary>
    public void NoteHeadline(SentenceMentions sentence)
    {
        // 政府工作报告 of the first months looks back on the year before.
        if (Article is null && published is { Month: <= 4 } today && sentence.Span.In(page.Text).Contains("政府工作报告", StringComparison.Ordinal) && !sentence.Periods.Exists(period => period is { Period: { IsPoint: false } }))
            Article = new(Period.Year(today.Year - 1), sentence.Span, Reach.Article);
        if (sentence.Periods.Find(period => period is { Period: { IsPoint: false }, IsBasis: false }) is not { Period: { } stated } mention || mention.Span.Start < sentence.Dateline)
            return;
        // «2026年政府工作报告» looks back on 2025; «一、“十四五”时期工作回顾» opens a part of its own.
        if (sentence.Span.In(page.Text).Contains("政府工作报告", StringComparison.Ordinal))
            Article ??= new(stated == Period.Year(stated.End.Year) ? Period.Year(stated.End.Year - 1) : stated, mention.Span, Reach.Article);
        else if (Article is null || Paragraph.IsNumbered(sentence.Span.In(page.Text)))
            Article = new(stated, mention.Span, Reach.Article);
    }

    /// <summary>The title of an article that opens with a table says when all of it holds, where no headline did.</summary>
    public void NoteTitle(Found<Period> period) => Article ??= period;

    /// <summary>What a sentence said last goes on in its paragraph, and from the article's opening in all of it.</summary>
    public void Close(SentenceMentions sentence, bool isOpening)
    {
        // 今年4月指数为59.4%，今年以来连续4个月上升: what no figure holds at does not go on, if another does.
        if ((LastWithFigure(sentence) ?? Last(sentence, sentence.Span.End, withAsides: false)) is { } last)
        {
            // 10月2日达到峰值 inside a report on the holidays: a day of the whole, and not what goes on.
            if (OpensClause(last.Span) && !(last.Value.IsPoint && Article is { Value: { IsPoint: false } whole } && whole.Start <= last.Value.Start && last.Value.End <= whole.End && whole.End.DayNumber - whole.Start.DayNumber < LongestHoliday))
                _paragraph = last with { Reach = Reach.Paragraph };
        }
        // «这五年，我们深入践行…，民生福祉得到新改善。»: what the next paragraphs count, up to one that opens with a time of its own.
        if (sentence.Periods is [{ Period: { } span, IsBasis: false } first, ..] && first.Span.Start == sentence.Span.Start && first.Span.End < sentence.Span.End && page.Text[first.Span.End] == '，'
            && (span.IsYears && span.Start.Year < span.End.Year && sentence.Quantities.Count == 0 || _isReview && span == Period.Year(span.End.Year)))
            (Article, _isReview) = (new(span, first.Span, Reach.Article), true);
        if (isOpening && sentence.Span.Length > ShortSentence && (sentence.Quantities.Count > 0 || _paragraph is not { Value.IsPoint: true } || _paragraph.Value.Value.End <= published && Disasters.IsIn(sentence.Span.In(page.Text))) && Article is null && _paragraph is { } opening && !IsHistory(opening.Value))
            Article = opening with { Reach = Reach.Article };
    }

    /// <summary>The period of a figure; null if nothing tells one.</summary>
    public Found<Period>? For(SentenceMentions sentence, Quantity quantity)
    {
        // 升幅较6月份的12%放缓: the figure that is compared with.
        if (quantity.Lead > 0 && page.Text[quantity.Lead - 1] == '的' && sentence.Periods.Find(mention => mention.Span.End == quantity.Lead - 1) is { Period: { } compared } basis
            && (quantity.Unit.Code is not ("%" or "{倍}" or "{番}") || page.Text.AsSpan(0, basis.Span.Start) is var head && (head.EndsWith("较") || head.EndsWith("比"))))
            return new(compared, basis.Span, Reach.Sentence);
        // 为2月份116亿卢布的3倍多: the time before a figure is its own, whatever is compared with it.
        if (quantity.Unit.Kind is UnitKind.Money or UnitKind.Physical or UnitKind.People && sentence.Periods.Find(mention => mention.Span.End == quantity.Lead) is { IsBasis: true, Period: { } own } before)
            return new(own, before.Span, Reach.Sentence);
        return Before(sentence, quantity.Lead);
    }

    /// <summary>The last period of the sentence up to a place, else the paragraph's or the article's.</summary>
    public Found<Period>? Before(SentenceMentions sentence, int place) => Last(sentence, place) ?? _paragraph ?? Article;

    /// <summary>年末茶园60万亩，茶叶产值85亿元: what accrues over a year is the year's, though the point before it was its end.</summary>
    public static Found<Period>? Accrued(Found<Period>? period, IndicatorText? indicator, MeasureReading measure) =>
        period is { Value: { IsPoint: true, End: { Month: 12, Day: 31 } } point } found && indicator is not null && measure.Measure is Measure.Level or Measure.Growth
        && Flows.IsFlow(indicator.Folded) ? found with { Value = Period.Year(point.End.Year) } : period;

    /// <summary>由2014年的78.6%提高到95.42%: the first date is the first figure's alone.</summary>
    public bool IsStart(TextSpan period) =>
        page.Text.AsSpan(0, period.Start) is var before && (before.EndsWith("由") || before.EndsWith("从")) && page.Text.AsSpan(period.End).StartsWith("的");

    Found<Period>? LastWithFigure(SentenceMentions sentence)
    {
        for (var i = sentence.Quantities.Count - 1; i >= 0; i--)
            if (Last(sentence, sentence.Quantities[i].Lead, withAsides: false) is { } period)
                return period;
        return null;
    }

    /// <param name="withAsides">«9月当月…», «其中3月份…» hold in their own sentence only.</param>
    Found<Period>? Last(SentenceMentions sentence, int before, bool withAsides = true)
    {
        for (var i = sentence.Periods.Count - 1; i >= 0; i--)
        {
            var mention = sentence.Periods[i];
            if (mention.Span.End <= before && mention.Span.Start >= sentence.Dateline && mention is { Period: { } period, IsBasis: false } && (withAsides || !IsAside(mention.Span)) && !IsSegment(sentence, mention, before) && !Dateline.IsEvent(page.Text, mention.Span))
                return new(period, mention.Span, Reach.Sentence);
        }
        return null;
    }

    /// <summary>远超其2010年实现的20.8亿营收: a time inside a clause says nothing of the next sentence.</summary>
    bool OpensClause(TextSpan period)
    {
        var before = page.Text.AsSpan(0, period.Start).TrimEnd("“");
        return before.IsEmpty || !Glyph.IsHan(before[^1]) || before[^1] is not ('其' or '超' or '比' or '较' or '于');
    }

    /// <summary>1—8月PM2.5平均浓度9微克；土地资源丰富，耕地211万亩: a month inside the sentence holds up to the semicolon.</summary>
    bool IsSegment(SentenceMentions sentence, PeriodMention mention, int before) =>
        mention is { HasYear: false, Period.IsPoint: false } && mention.Span.Start - sentence.Dateline > ShortSentence && mention.Span.End < before && page.Text[mention.Span.End] != '，'
        && page.Text.AsSpan(mention.Span.End, before - mention.Span.End).Contains('；');

    /// <summary>2005年5月 in the opening of a story of 2008: where it began, and not when its figures hold. A report says whole years.</summary>
    bool IsHistory(Period period) =>
        published is { } today && period.End < today.AddMonths(-Recent) && !(period.Start is { Month: 1, Day: 1 } && period.End is { Month: 12, Day: 31 });

    bool IsAside(TextSpan period) =>
        page.Text.AsSpan(period.End).StartsWith("当月") || page.Text.AsSpan(period.End).StartsWith("单月") || page.Text[period.Start..period.End].EndsWith("同期", StringComparison.Ordinal) || page.Text.AsSpan(0, period.Start).TrimEnd("，：").EndsWith("其中") || Clause.IsQuoted(page.Text, period);
}

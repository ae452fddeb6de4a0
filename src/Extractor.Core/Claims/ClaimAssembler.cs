using System.Runtime.InteropServices;
using Extractor.Core.Articles;
using Extractor.Core.Documents;
using Extractor.Core.Indicators;
using Extractor.Core.Layouts;
using Extractor.Core.Measures;
using Extractor.Core.Numbers;
using Extractor.Core.Periods;
using Extractor.Core.Quantities;
using Extractor.Core.Scopes;
using Extractor.Core.Tables;
using Extractor.Core.Text;

namespace Extractor.Core.Claims;

/// <summary>Joins mentions into claims sentence by sentence, with the context of paragraph and article. One assembler serves one document.</summary>
sealed class ClaimAssembler
{
    readonly PageView _page;
    readonly TableReader _tables;
    readonly PeriodRecognizer _recognizer;
    readonly ClauseReader _clauses;
    readonly LocalUnits _units;

    readonly PeriodContext _periods;
    readonly ScopeContext _scopes;
    readonly IndicatorContext _indicators;
    readonly BasisContext _bases = new();
    readonly PlanContext _plan;

    /// <summary>Of the article.</summary>
    readonly List<Draft> _drafts = [];

    readonly List<NoQuantity> _others = [];

    ArticleText _article = new(default, [], null);

    /// <summary>Whether no paragraph stood yet in the article.</summary>
    bool _opening;

    /// <summary>Whether the article is a report, with numbered parts or the title of one.</summary>
    bool _isReport;

    public ClaimAssembler(PageView page, DocumentFacts facts)
    {
        var scopes = new ScopeRecognizer(CountryLexicon.Default, facts.Region);
        _page = page;
        _tables = new(page, UnitLexicon.Default);
        _recognizer = new(facts.Published, isRepublican: scopes.Home == "71");
        _clauses = new(page);
        _units = new(page, scopes.Home);
        (_periods, _scopes, _indicators, _plan) = (new(page, facts.Published), new(page, scopes), new(page), new(facts.Published));
    }

    /// <summary>The numbers of all articles up to now that are no quantities.</summary>
    public IReadOnlyList<NoQuantity> Others => _others;

    /// <returns>The drafts of the article, until the next one is read.</returns>
    public IReadOnlyList<Draft> Assemble(ArticleText article)
    {
        _drafts.Clear();
        _article = article;
        _opening = true;
        _isReport = article.Blocks.Any(block => Paragraph.IsNumbered(block.Span.In(_page.Text)) || block.Kind == BlockKind.Headline && Paragraph.IsReportTitle(block.Span.In(_page.Text)));
        _recognizer.Open();
        _plan.Close();
        _periods.OpenArticle();
        _indicators.OpenArticle();
        _scopes.OpenArticle(article, _isReport);
        var headlines = 0;
        for (var i = 0; i < article.Blocks.Count; i++)
        {
            var block = article.Blocks[i];
            if (_tables.TryRead(article.Blocks, i, out var table))
            {
                AssembleTable(table);
                i = table.LastBlock;
                continue;
            }
            _periods.OpenParagraph();
            _scopes.OpenParagraph();
            _bases.OpenParagraph();
            if (!_isReport)
                _plan.Close();
            var isHeadline = block.Kind == BlockKind.Headline;
            foreach (var sentence in SentenceReader.Read(_page.Text, block.Span))
                AssembleSentence(sentence, isHeadline, opensParagraph: sentence.Start == block.Span.Start);
            if (!isHeadline)
                _opening = false;
            else
                headlines = _drafts.Count;
        }
        HeadlineEcho.Fill(_drafts, headlines);
        return _drafts;
    }

    /// <summary>How the figure of the sentence before was meant; null at the head of a paragraph.</summary>
    Status? _before;

    void AssembleSentence(TextSpan span, bool isHeadline, bool opensParagraph)
    {
        var dateline = isHeadline ? span.Start : Dateline.End(_page.Text, span);
        if (dateline > span.Start)
        {
            _recognizer.NoteDateline(_page.Text, new(span.Start, dateline));
            _scopes.NoteDateline(new(span.Start, dateline));
        }
        var sentence = Recognize(span, dateline);
        _scopes.Note(sentence, isHeadline, opensParagraph, _opening);
        if (isHeadline)
            _periods.NoteHeadline(sentence);
        _plan.Note(_page.Text, sentence, isHeadline, _isReport);
        _indicators.OpenSentence();
        _bases.OpenSentence();
        _before = !opensParagraph && _drafts.Count > 0 ? _drafts[^1].Status : null;
        Draft? previous = null;
        var taken = dateline;
        for (var first = 0; first < sentence.Quantities.Count;)
        {
            var last = ListEnd(sentence.Quantities, first);
            (previous, taken) = AssembleList(sentence, first, last, taken, previous);
            first = last + 1;
        }
        _periods.Close(sentence, isOpening: _opening && !isHeadline);
    }

    SentenceMentions Recognize(TextSpan sentence, int dateline)
    {
        var text = _page.Text;
        var causes = Clause.Causes(text, sentence);
        var periods = _recognizer.Recognize(text, sentence);
        if (causes.Count > 0)
            periods = periods.ConvertAll(period => causes.Exists(cause => cause.Contains(period.Span)) ? period with { IsBasis = true } : period);
        var dates = periods.ConvertAll(period => period.Span);
        var before = _others.Count;
        var quantities = QuantityRecognizer.Default.Recognize(text, sentence, dates, _others);
        var scopes = _scopes.Recognize(new(dateline, sentence.End));
        return new(sentence, dateline, periods, scopes, quantities, dates, quantities.Count == 0 ? [] : Masks(dates, scopes, causes, CollectionsMarshal.AsSpan(_others)[before..]));
    }

    List<TextSpan> Masks(List<TextSpan> dates, List<ScopeMention> scopes, List<TextSpan> causes, ReadOnlySpan<NoQuantity> others)
    {
        var text = _page.Text;
        var masks = new List<TextSpan>(dates);
        foreach (var scope in scopes)
            if (!Clause.IsQuoted(text, scope.Span))
                masks.Add(scope.Span);
        masks.AddRange(causes);
        // «5年共完成投资»: the years are none of the indicator; an age or a term (3个月以内) is.
        foreach (var other in others)
            if (other.Reason is "duration" && text[other.Span.End - 1] is '年' or '天' && other.Span.End < text.Length && text[other.Span.End] is not ('以' or '期' or '及' or '内' or '的' or '后' or '前'))
                masks.Add(other.Span);
        masks.Sort((a, b) => a.Start.CompareTo(b.Start));
        return masks;
    }

    /// <summary>Makes claims of a figure, or of a list of figures that share one phrase.</summary>
    /// <param name="taken">Up to where figures before it took the sentence's words.</param>
    /// <returns>The last claim, and up to where words are taken now.</returns>
    (Draft Last, int Taken) AssembleList(SentenceMentions sentence, int first, int last, int taken, Draft? previous)
    {
        var text = _page.Text;
        var quantity = sentence.Quantities[first];
        var count = last - first + 1;
        var wide = Clause.Before(text, sentence.Span, Math.Min(taken, quantity.Lead), quantity.Lead);
        var isShared = count > 1 && wide.In(text).Contains("分别", StringComparison.Ordinal);

        var period = _periods.For(sentence, quantity);
        var measure = MeasureReader.Default.Read(Clause.WithoutDate(text, wide, sentence.Periods).In(text), text.AsSpan(quantity.Span.End, sentence.Span.End - quantity.Span.End), quantity, period?.Value);
        // 减少6.2万吨或36%: the same change, in another unit.
        var isSame = previous is { Measure.Measure: Measure.Change or Measure.Growth } said && text.AsSpan(said.Quantity.Span.End, Math.Max(0, quantity.Lead - said.Quantity.Span.End)) is "或" or "，或" or "，即" or "（";
        if (isSame)
            measure = previous!.Measure with { Measure = quantity.Unit.Kind == UnitKind.Proportion ? Measure.Growth : Measure.Change };
        if (measure.Rule == "reached" && previous is not null && period is { Reach: Reach.Sentence } start && start.Span.End <= previous.Quantity.Lead && _periods.IsStart(start.Span))
            period = _periods.Before(sentence, start.Span.Start);
        // 2013年到2018年，消费量从139公斤降到116公斤: its first year and its last.
        if (measure.Rule == "reached" && previous is { Period: { Value.IsYears: true } whole } && period is { } same && same.Value == whole.Value && char.IsAsciiDigit(text[same.Span.Start]) && _drafts[^1].Sentence == sentence.Span
            && text.AsSpan(0, previous.Quantity.Lead).TrimEnd("约近") is [.., '从' or '由'])
        {
            _drafts[^1] = previous = previous with { Period = whole with { Value = Period.Year(whole.Value.Start.Year) } };
            period = same with { Value = Period.Year(same.Value.End.Year) };
        }
        var isFromLastYear = period is { Reach: Reach.Sentence } from && _periods.IsStart(from.Span) && from.Span.In(text)[0] is '去' or '上';
        measure = _bases.Complete(measure, quantity, previous, isFromLastYear, isForAll: wide.In(text).Contains("下同", StringComparison.Ordinal));

        var place = sentence.LastScope(quantity.Lead);
        var (indicator, end) = isSame ? (null, quantity.Span.End) : _clauses.Read(sentence, wide, measure, first, last, hasContext: _indicators.Last is not null);
        var isOwn = indicator is not null && !IndicatorReader.IsRate(indicator.Folded);
        // 占全省总面积（48.6万平方公里）的2.9%: the clause goes on with what stood before the bracket.
        var spoken = previous is { } aside && wide.Start < aside.Quantity.Lead && _drafts.Count > 1 && _drafts[^2].Sentence == sentence.Span ? _drafts[^2] : previous;
        indicator = _indicators.Complete(indicator, measure, spoken, wide, quantity, place.Span.End);
        if (isOwn)
            indicator = Framed(indicator!, new(sentence.Span.Start, quantity.Lead));

        period = PeriodContext.Accrued(period, indicator, measure);
        var (scope, code) = _scopes.For(sentence, quantity);
        (var status, period) = _plan.For(text.AsSpan(sentence.Span.Start, quantity.Span.Start - sentence.Span.Start), period);

        // 将投入农机1700万台。其中，收割机80万台: parts of what was planned are planned.
        if (status == Status.Actual && _before is { } planned && text.AsSpan(sentence.Span.Start).StartsWith("其中"))
            status = planned;
        var lastList = isOwn ? null : _indicators.LastList(count);
        var levels = !isOwn && count > 1 && (isShared || measure.Measure == Measure.Growth) && (measure.Measure != Measure.Level || quantity.Unit.Kind == UnitKind.Proportion) ? IndicatorContext.LastLevels(_drafts, sentence.Span, count) : null;
        var members = count > 1 && (isOwn || lastList is null && levels is null) ? IndicatorReader.Members(indicator?.Words ?? "", count) : [];
        // 蔬菜、面粉和鲜猪肉3种生活必需品价格上涨，分别上涨…: a list that was counted before.
        if (isShared && members.Count != count && Counted(sentence, first, count) is { } named)
            members = named;
        // 元谋县和永仁县分别死亡5人和1人: places share figures out as well.
        var places = isShared && place.Members is { } listed && listed.Count == count ? listed : null;
        var indicators = new List<IndicatorText?>(count);
        for (var i = 0; i < count; i++)
        {
            var own = lastList is not null ? lastList[i] : levels is not null ? levels[i] with { Rule = "inherited" } : indicator;
            if (members.Count == count)
                own = (indicator ?? new("", "", wide, "list")) with { Words = members[i], Folded = members[i], Rule = "list" };
            indicators.Add(own);
            previous = places is null ? Put(sentence.Quantities[first + i], own, measure, period, scope, code, status, sentence.Span)
                : Put(sentence.Quantities[first + i], own, measure, period, new(places[i].Name, places[i].Span, Reach.Sentence), places[i].Code, status, sentence.Span);
        }
        _indicators.Note(indicators, indicator, isShared: members.Count == count, isOwn, opensSegment: wide.In(text).Contains('；'));
        return (previous!, Math.Max(sentence.Quantities[last].Span.End, count == 1 ? end : 0));
    }

    /// <summary>The members of the list that ends in a count of them, before a list of figures as long.</summary>
    List<string>? Counted(SentenceMentions sentence, int first, int count)
    {
        if (first == 0 || sentence.Quantities[first - 1] is not { Unit.Kind: UnitKind.Count, Value: { } value } counter || !value.Equals(ExactNumber.Whole(count)))
            return null;
        var text = _page.Text;
        var start = counter.Lead;
        while (start > sentence.Span.Start && (Glyph.IsHan(text[start - 1]) || text[start - 1] == '、')) start--;
        return IndicatorReader.Members(_page.Words(new(start, counter.Lead)), count) is { Count: > 1 } members ? members : null;
    }

    /// <summary>在同城快递业务中，…: the frame goes before an indicator that does not begin with it.</summary>
    IndicatorText Framed(IndicatorText indicator, TextSpan before) =>
        Frame.Read(_page.Text, before) is { } frame && !indicator.Folded.AsSpan().StartsWith(frame.In(_page.Text))
            ? indicator with { Words = _page.Words(frame) + indicator.Words, Rule = "framed" } : indicator;

    /// <summary>The last figure of a list that shares one phrase: 74.06%、97.54%; 0.6和1.0个百分点.</summary>
    int ListEnd(List<Quantity> quantities, int first)
    {
        var last = first;
        while (last + 1 < quantities.Count && (quantities[last].Unit.Code == quantities[last + 1].Unit.Code || quantities[last].Unit.Code is "%" && quantities[last + 1].Unit.Code is "{倍}")
            && _page.Text.AsSpan(quantities[last].Span.End, quantities[last + 1].Lead - quantities[last].Span.End) is "、" or "和" or "与" or "及" or "以及" or "，和")
            last++;
        return last;
    }

    Draft Put(Quantity quantity, IndicatorText? indicator, MeasureReading measure, Found<Period>? period, Found<string>? scope, string? code, Status status, TextSpan sentence)
    {
        var draft = new Draft(_units.Settle(quantity, indicator), indicator, measure, period, scope, code, status, _article.Span, sentence);
        _drafts.Add(draft);
        return draft;
    }

    void AssembleTable(TableText table)
    {
        var known = new Dictionary<TextSpan, (Found<string>? Scope, string? Code)>();
        // The title of the first table is that of the article.
        if (table.Cells is [{ Caption: { } title }, ..] && title.Start == _article.Span.Start)
        {
            if (_recognizer.Recognize(_page.Text, title).Find(mention => mention is { Period: not null, IsBasis: false }) is { Period: { } stated } mention)
                _periods.NoteTitle(new(stated, mention.Span, Reach.Article));
            if (Named(title, isWhole: false, known) is { Scope: { } place } titled)
                _scopes.NoteTitle(place with { Reach = Reach.Article }, titled.Code);
        }
        foreach (var cell in table.Cells)
        {
            var (scope, code) = CellScope(cell, known);
            Put(cell.Quantity, cell.Indicator, cell.Measure, CellPeriod.Read(_page.Text, cell, _recognizer, _periods.Article), scope, code, cell.Status, cell.Row);
        }
    }

    /// <summary>The place that is all that the row or the heading says, the organisation that the row names, the place that the caption opens with.</summary>
    (Found<string>? Scope, string? Code) CellScope(TableCell cell, Dictionary<TextSpan, (Found<string>? Scope, string? Code)> known)
    {
        foreach (var words in cell.ScopeWords)
            if (Named(words, isWhole: true, known) is { Scope: not null } place)
                return place;
        if (cell.Doer is { } doer)
            return (new(_page.Words(doer), doer, Reach.Header), null);
        return cell.Caption is { } caption && Named(caption, isWhole: false, known) is { Scope: not null } titled ? titled : _scopes.Default();
    }

    (Found<string>? Scope, string? Code) Named(TextSpan words, bool isWhole, Dictionary<TextSpan, (Found<string>? Scope, string? Code)> known)
    {
        if (!known.TryGetValue(words, out var named))
        {
            var mention = words.Length == 0 ? default : _scopes.Recognize(words).Find(mention => isWhole ? mention.Span == words : mention is { IsTopic: true, IsForeign: false });
            known[words] = named = mention.Name is null ? (null, null) : (new(mention.Name, mention.Span, Reach.Header), mention.Code);
        }
        return named;
    }
}

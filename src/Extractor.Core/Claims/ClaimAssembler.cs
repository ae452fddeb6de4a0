using Extractor.Core.Articles;
using Extractor.Core.Documents;
using Extractor.Core.Indicators;
using Extractor.Core.Layouts;
using Extractor.Core.Measures;
using Extractor.Core.Periods;
using Extractor.Core.Quantities;
using Extractor.Core.Scopes;
using Extractor.Core.Statuses;
using Extractor.Core.Tables;
using Extractor.Core.Text;

namespace Extractor.Core.Claims;

/// <summary>A claim with spans of the view, before offsets are counted in code points.</summary>
sealed record Draft(
    Quantity Quantity, IndicatorText? Indicator, MeasureReading Measure, Found<Period>? Period, Found<string>? Scope, string? ScopeCode,
    Status Status, TextSpan Article, TextSpan Sentence);

/// <summary>A value with the words that gave it and how far away they stand.</summary>
readonly record struct Found<T>(T Value, TextSpan Span, Reach Reach);

enum Reach { Sentence, Paragraph, Article, Document, Header }

/// <summary>Joins mentions into claims sentence by sentence, with the context of paragraph and article. One assembler serves one document.</summary>
sealed class ClaimAssembler
{
    const int LongestQuote = 60, LongestMember = 24, FewestMentions = 3, SparseMentions = 6, LongestOpening = 400, LongestHoliday = 45, MostHeadlines = 40;

    readonly PageView _page;
    readonly DocumentFacts _facts;
    readonly ScopeRecognizer _scopes;
    readonly IndicatorReader _indicators;
    readonly TableReader _tables;
    readonly string _currency;

    readonly List<Draft> _drafts = [];
    readonly Dictionary<string, string> _printed = [];
    readonly List<NoQuantity> _others = [];

    readonly PeriodRecognizer _periods;
    ArticleText _article;
    Found<Period>? _articlePeriod, _paragraphPeriod;
    (Found<string> Name, string? Code)? _articleScope, _paragraphScope, _subject, _datelineScope;
    bool _opening, _isReport;
    Found<Period>? _plan;
    string? _paragraphBasis;

    /// <summary>«较去年同期（下同）»: holds for the rest of the document.</summary>
    string? _statedBasis;

    int _scopeEnd;

    IndicatorText? _lastIndicator, _topic;

    public ClaimAssembler(PageView page, DocumentFacts facts)
    {
        (_page, _facts) = (page, facts);
        _scopes = new(Gazetteer.Default, CountryLexicon.Default, facts.Region);
        _indicators = new(page);
        _tables = new(page, UnitLexicon.Default);
        _periods = new(facts.Published, isRepublican: _scopes.Home == "71");
        _article = new(default, [], null);
        _currency = _scopes.Home switch { "71" => "TWD", "81" => "HKD", "82" => "MOP", _ => "CNY" };
    }

    public IReadOnlyList<Draft> Drafts => _drafts;

    public IReadOnlyList<NoQuantity> Others => _others;

    public void Assemble(ArticleText article)
    {
        _article = article;
        _periods.Open();
        _plan = null;
        _articlePeriod = null;
        (_articleScope, _datelineScope) = (null, null);
        _opening = true;
        _lastIndicator = null;
        _scopes.Open();
        _subject = Subject(article);
        _isReport = article.Blocks.Any(block => Paragraph.IsNumbered(block.Span.In(_page.Text)) || block.Kind == BlockKind.Headline && Paragraph.IsReportTitle(block.Span.In(_page.Text)));
        var (first, headlines) = (_drafts.Count, _drafts.Count);
        for (var i = 0; i < article.Blocks.Count; i++)
        {
            var block = article.Blocks[i];
            if (_tables.TryRead(article.Blocks, i, out var table))
            {
                AssembleTable(table);
                i = table.LastBlock;
                continue;
            }
            _paragraphPeriod = null;
            _paragraphScope = null;
            _paragraphBasis = null;
            if (!_isReport)
                _plan = null;
            var isHeadline = block.Kind == BlockKind.Headline;
            foreach (var sentence in SentenceReader.Read(_page.Text, block.Span))
                AssembleSentence(sentence, isHeadline, opensParagraph: sentence.Start == block.Span.Start);
            if (!isHeadline)
                _opening = false;
            else
                headlines = _drafts.Count;
        }
        EchoHeadlines(first, headlines);
    }

    /// <summary>A headline's figure is said again in the text, with its period and its scope; it takes them from there.</summary>
    void EchoHeadlines(int first, int end)
    {
        for (var i = first; i < Math.Min(end, first + MostHeadlines); i++)
        {
            var headline = _drafts[i];
            var quantity = headline.Quantity;
            if (headline.Period is { Reach: Reach.Sentence } && headline.Scope is { Reach: Reach.Sentence })
                continue;
            var echo = _drafts.FindIndex(end, draft => draft.Quantity.Unit == quantity.Unit && draft.Quantity.Value == quantity.Value && draft.Quantity.Low == quantity.Low);
            if (echo < 0 && headline is { Period: null, Indicator: { } said })
                echo = _drafts.FindIndex(end, draft => draft.Quantity.Unit == quantity.Unit && draft.Indicator is { } again && again.Words.EndsWith(said.Words, StringComparison.Ordinal));
            if (echo < 0)
                continue;
            var body = _drafts[echo];
            _drafts[i] = headline with
            {
                Period = headline.Period is not { Reach: Reach.Sentence } && body.Period is { } period ? period with { Reach = Reach.Article } : headline.Period,
                Scope = headline.Scope is { Reach: Reach.Sentence } || body.Scope is null ? headline.Scope : body.Scope,
                ScopeCode = headline.Scope is { Reach: Reach.Sentence } || body.Scope is null ? headline.ScopeCode : body.ScopeCode,
            };
        }
    }

    void AssembleSentence(TextSpan sentence, bool isHeadline, bool opensParagraph)
    {
        var text = _page.Text;
        var dateline = isHeadline ? sentence.Start : Dateline.End(text, sentence);
        if (dateline > sentence.Start)
        {
            _periods.NoteDateline(text, new(sentence.Start, dateline));
            if (_scopes.Dateline(text, new(sentence.Start, dateline)) is { } place)
                _datelineScope = (new(place.Name, place.Span, Reach.Article), place.Code);
        }
        var periods = _periods.Recognize(text, sentence);
        var dates = periods.ConvertAll(period => period.Span);
        var (quantities, others) = QuantityRecognizer.Default.Recognize(text, sentence, dates);
        _others.AddRange(others);
        var scopes = _scopes.Recognize(text, new(dateline, sentence.End)).ConvertAll(AsPrinted);
        var masks = dates.Concat(scopes.Select(scope => scope.Span).Where(span => !IsQuoted(span))).OrderBy(span => span.Start).ToList();

        // «5年共完成投资»: the years are none of the indicator; an age or a term (3个月以内) is.
        masks.AddRange(others.Where(other => other.Reason is "duration" && text[other.Span.End - 1] is '年' or '天' && other.Span.End < text.Length && text[other.Span.End] is not ('以' or '期' or '及' or '内' or '的' or '后' or '前')).Select(other => other.Span));
        masks.Sort((a, b) => a.Start.CompareTo(b.Start));

        // 全球首个…, 全国重点实验室 in a province's report: what it is compared with, and not what it is about.
        if (_isReport && _scopes.DefaultCode is not null)
            scopes = scopes.ConvertAll(scope => scope.Name is "全国" or "全球" || scope is { Code: null, IsRegion: true } ? scope with { IsTopic = false, Holds = false } : scope);
        var paragraphScope = _paragraphScope;
        NoteContext(periods, scopes, sentence, dateline, isHeadline, opensParagraph);
        NotePlan(text, sentence, periods, isHeadline);
        Draft? previous = null;
        _topic = null;
        string? sentenceBasis = null;
        var (basisNoted, rateSinceJanuary) = (false, false);
        List<IndicatorText?> lastGroup = [];
        var taken = dateline;
        for (var i = 0; i < quantities.Count;)
        {
            var group = ListEnd(quantities, i);
            var quantity = quantities[i];
            var wide = new TextSpan(Math.Min(taken, quantity.Lead), quantity.Lead);
            // 占全省总面积（48.5万平方公里）的2.95%: the clause goes on behind the bracket.
            if (wide.Length > 0 && text[wide.Start] == '）' && text.AsSpan(sentence.Start, wide.Start - sentence.Start).LastIndexOf('（') is > 0 and var open)
                wide = wide with { Start = ClauseStart(text, sentence.Start, sentence.Start + open) };
            var period = PeriodFor(periods, quantity, dateline);
            var measure = MeasureReader.Default.Read(WithoutDate(text, wide, periods).In(text), text.AsSpan(quantity.Span.End, sentence.End - quantity.Span.End), quantity, period?.Value.End.Year);
            if (measure.Rule == "reached" && previous is not null && period is { Reach: Reach.Sentence } start && start.Span.End <= previous.Quantity.Lead && IsStart(start.Span))
                period = LastPeriod(periods, start.Span.Start, dateline) ?? _paragraphPeriod ?? _articlePeriod;
            // 比年初增加215.6亿元；贷款增长14.6%: an amount since January says nothing of a rate.
            measure = Inherit(measure, quantity, previous, measure.Measure == Measure.Growth && sentenceBasis == "ytd" && !rateSinceJanuary && previous?.Measure.Measure is not (Measure.Change or Measure.Growth) ? null : sentenceBasis);
            sentenceBasis = measure.Basis ?? sentenceBasis;
            rateSinceJanuary |= measure is { Measure: Measure.Growth, Basis: "ytd" };
            if (period is { Reach: Reach.Sentence } from && IsStart(from.Span) && from.Span.In(text)[0] is '去' or '上')
                sentenceBasis = "yoy";
            if (measure is { Measure: Measure.Growth, Basis: null, Rule: not "gap" })
                measure = measure with { Basis = _paragraphBasis ?? _statedBasis };
            // 增长18.3%，环比下降7.2%: what a sentence says second is not what the next one goes on with.
            if (measure is { Measure: Measure.Growth, Rule: not "gap" } or { Measure: Measure.Change, Basis: "yoy" } && !basisNoted)
                (_paragraphBasis, basisNoted) = (measure.Basis is "yoy" or "mom" ? measure.Basis : null, true);
            if (measure.Basis is { } stated && text.AsSpan(wide.Start, wide.Length).Contains("下同", StringComparison.Ordinal))
                _statedBasis = stated;
            _scopeEnd = scopes.FindLast(scope => scope.Span.End <= quantity.Lead).Span.End;
            var (indicator, end) = ReadIndicator(wide, measure, masks, dates, sentence, quantities, i, group);
            var isOwn = indicator is not null && !IndicatorReader.IsRate(indicator.Folded);
            indicator = Complete(indicator, measure, previous, wide, quantity);
            if (isOwn && Frame.Read(text, new(sentence.Start, quantity.Lead)) is { } framed && !framed.In(text).SequenceEqual(indicator!.Folded) && !indicator.Folded.StartsWith(framed.In(text).ToString(), StringComparison.Ordinal))
                indicator = indicator with { Words = _page.Words(framed) + indicator.Words, Rule = "framed" };
            period = Accrued(period, indicator, measure);
            var (scope, code) = ScopeFor(scopes, quantity, paragraphScope);
            var status = StatusFor(text.AsSpan(sentence.Start, quantity.Lead - sentence.Start), period);
            if (_plan is { } plan && (period is not { Reach: Reach.Sentence } said || said.Value.End >= plan.Value.End))
                (status, period) = (status == Status.Actual ? Status.Planned : status, period is { Reach: Reach.Sentence } ? period : plan);
            var levels = !isOwn && group > i && measure.Measure == Measure.Growth ? LastLevels(sentence, group - i + 1) : !isOwn && group > i && (measure.Measure != Measure.Level || quantity.Unit.Kind == UnitKind.Proportion) && wide.In(text).Contains("分别", StringComparison.Ordinal) ? LastLevels(sentence, group - i + 1) : null;
            var members = group > i ? IndicatorReader.Members(indicator?.Words ?? "", group - i + 1) : [];
            for (var j = i; j <= group; j++)
            {
                var own = indicator;
                if (!isOwn && lastGroup.Count == group - i + 1 && lastGroup.Count > 1)
                    own = lastGroup[j - i];
                else if (levels is not null)
                    own = levels[j - i] with { Rule = "inherited" };
                if (members.Count == group - i + 1)
                    own = indicator! with { Words = members[j - i], Folded = members[j - i], Rule = "list" };
                // 元谋县和永仁县分别死亡5人和1人: places share figures out as well.
                var place = group > i && wide.In(text).Contains("分别", StringComparison.Ordinal) && scopes.FindLast(mention => mention.Span.End <= quantity.Lead).Members is { } places && places.Count == group - i + 1 ? places[j - i] : default;
                previous = Put(quantities[j], own, measure, period, place.Name is null ? scope : new(place.Name, place.Span, Reach.Sentence), place.Name is null ? code : place.Code, status, sentence);
            }
            lastGroup = _drafts.Skip(_drafts.Count - (group - i + 1)).Select(draft => draft.Indicator).ToList();
            taken = Math.Max(quantities[group].Span.End, group == i ? end : 0);
            // The first figure behind a semicolon says what is spoken of from there on.
            if (isOwn && (_topic is null || wide.In(text).Contains('；')) && indicator!.Rule is "before")
                _topic = indicator;
            if (indicator is not null)
                _lastIndicator = members.Count == group - i + 1 ? _drafts[^1].Indicator : indicator;
            i = group + 1;
        }
        if (LastPeriod(periods, sentence.End, dateline, withAsides: false) is { } last)
        {
            // 10月2日达到峰值 inside a report on the holidays: a day of the whole, and not what goes on.
            if (!(last.Value.IsPoint && _articlePeriod is { Value: { IsPoint: false } whole } && whole.Start <= last.Value.Start && last.Value.End <= whole.End && whole.End.DayNumber - whole.Start.DayNumber < LongestHoliday))
                _paragraphPeriod = last with { Reach = Reach.Paragraph };
        }
        if (_opening && !isHeadline && sentence.Length > 16 && (quantities.Count > 0 || _paragraphPeriod is not { Value.IsPoint: true }) && _articlePeriod is null && _paragraphPeriod is { } opening)
            _articlePeriod = opening with { Reach = Reach.Article };
    }

    /// <summary>接待游客5.6万人次，旅游收入460万元，同比分别增长35%和42%: what the sentence's last levels speak of, in order.</summary>
    List<IndicatorText>? LastLevels(TextSpan sentence, int count)
    {
        var levels = new List<IndicatorText>();
        for (var i = _drafts.Count - 1; i >= 0 && levels.Count < count && _drafts[i].Sentence == sentence; i--)
            if (_drafts[i] is { Measure.Measure: Measure.Level, Indicator: { } indicator } && levels.TrueForAll(level => level.Words != indicator.Words))
                levels.Insert(0, indicator);
        return levels.Count < count ? null : levels;
    }

    /// <summary>«增长到2021年的5.16亿元»: the words of measure stand before the date.</summary>
    static TextSpan WithoutDate(string text, TextSpan wide, List<PeriodMention> periods)
    {
        var end = wide.End > wide.Start && text[wide.End - 1] == '的' ? wide.End - 1 : wide.End;
        foreach (var period in periods)
            if (period.Span.End == end && period.Span.Start > wide.Start)
                return wide with { End = period.Span.Start };
        return wide;
    }

    static readonly string[] PlanWords = ["预期目标", "主要目标", "工作目标", "目标任务", "重点任务", "重点工作", "工作安排", "工作建议", "工作打算", "重点抓好", "重点做好", "着力抓好"];

    static readonly string[] ReviewWords = ["一年来", "过去一年", "五年来", "回顾", "去年", "上年", "过去五年"];

    /// <summary>«今年发展主要预期目标是…», «做好以下重点工作»: from here on the report speaks of what is to be done.</summary>
    void NotePlan(string text, TextSpan sentence, List<PeriodMention> periods, bool isHeadline)
    {
        var words = sentence.In(text);
        foreach (var review in ReviewWords)
            if (words[..Math.Min(words.Length, 12)].Contains(review, StringComparison.Ordinal))
            {
                _plan = null;
                return;
            }
        var said = false;
        foreach (var word in PlanWords)
            said |= words.Contains(word, StringComparison.Ordinal);
        if (!said || words.Contains("完成", StringComparison.Ordinal) && words.Contains("圆满", StringComparison.Ordinal) || _facts.Published is not { } today)
            return;
        var ahead = periods.Find(period => period is { Period: { } p, HasYear: true } && p.End > today);
        if (ahead.Period is { } stated)
            _plan = new(stated, ahead.Span, Reach.Paragraph);
        else if ((isHeadline || _isReport && words.Contains("预期目标", StringComparison.Ordinal)) && today.Month <= 4)
            _plan = new(Period.Year(today.Year), sentence, Reach.Article);
    }

    /// <summary>Whether one place lies in another, by code; a village or an organisation without one may lie anywhere.</summary>
    static bool IsWithin(string? code, string? container) => code is null || container is null || code.StartsWith(container.TrimEnd('0'), StringComparison.Ordinal);

    void NoteContext(List<PeriodMention> periods, List<ScopeMention> scopes, TextSpan sentence, int dateline, bool isHeadline, bool opensParagraph)
    {
        var topic = scopes.FindLastIndex(scope => scope is { IsTopic: true, IsForeign: false });
        if (topic >= 0)
        {
            var found = (new Found<string>(scopes[topic].Name, scopes[topic].Span, Reach.Paragraph), scopes[topic].Code);
            // 义乌开发区升格为国家级开发区。规划建设22个特色小镇…: a report's paragraph is not about the place it names inside.
            if (!isHeadline && (opensParagraph || !_isReport || _paragraphScope is not null && found.Code is not null && IsWithin(found.Code, _paragraphScope.Value.Code) || !_isReport && _articleScope is null && _subject is null && found.Code is null))
                _paragraphScope = found;
            if (_articleScope is null && _opening && (opensParagraph || !_isReport) && sentence.Start - _article.Span.Start < LongestOpening)
                _articleScope = found with { Item1 = found.Item1 with { Reach = Reach.Article } };
        }
        if (isHeadline && !_opening && scopes.Count > 0 && scopes[0].Span.Start == sentence.Start && scopes[0] is { IsForeign: false, Code: { } part } && !IsWithin(_articleScope?.Code, part))
            _articleScope = (new(scopes[0].Name, scopes[0].Span, Reach.Article), part);
        else if (topic < 0 && isHeadline && scopes.Count > 0 && scopes[0].Span.Start <= sentence.Start + 4)
            _articleScope ??= (new(scopes[0].Name, scopes[0].Span, Reach.Article), scopes[0].Code);
        // 政府工作报告 of the first months looks back on the year before.
        if (isHeadline && _articlePeriod is null && _facts.Published is { Month: <= 4 } today && sentence.In(_page.Text).Contains("政府工作报告", StringComparison.Ordinal) && !periods.Exists(period => period is { Period: { IsPoint: false } }))
            _articlePeriod = new(Period.Year(today.Year - 1), sentence, Reach.Article);
        if (!isHeadline || periods.Find(period => period is { Period: { IsPoint: false }, IsBasis: false }) is not { Period: { } stated } mention || mention.Span.Start < dateline)
            return;
        // «2026年政府工作报告» looks back on 2025; «一、“十四五”时期工作回顾» opens a part of its own.
        if (sentence.In(_page.Text).Contains("政府工作报告", StringComparison.Ordinal))
            _articlePeriod ??= new(stated == Period.Year(stated.End.Year) ? Period.Year(stated.End.Year - 1) : stated, mention.Span, Reach.Article);
        else if (_articlePeriod is null || Paragraph.IsNumbered(sentence.In(_page.Text)))
            _articlePeriod = new(stated, mention.Span, Reach.Article);
    }

    /// <summary>The last figure of a list that shares one phrase: 74.06%、97.54%; 0.6和1.0个百分点.</summary>
    int ListEnd(List<Quantity> quantities, int first)
    {
        var last = first;
        while (last + 1 < quantities.Count && (quantities[last].Unit.Code == quantities[last + 1].Unit.Code || quantities[last].Unit.Code is "%" && quantities[last + 1].Unit.Code is "{倍}")
            && _page.Text.AsSpan(quantities[last].Span.End, quantities[last + 1].Lead - quantities[last].Span.End) is "、" or "和" or "与" or "及" or "以及" or "，和")
            last++;
        return last;
    }

    static MeasureReading Inherit(MeasureReading measure, Quantity quantity, Draft? previous, string? basis)
    {
        if (measure.Rule == "reached" && previous?.Measure.Measure == Measure.Share && previous.Quantity.Unit.Code == quantity.Unit.Code)
            return measure with { Measure = Measure.Share };
        return measure is { Measure: Measure.Growth or Measure.Change, Basis: null, Rule: not "gap" } ? measure with { Basis = basis } : measure;
    }

    (IndicatorText? Indicator, int Taken) ReadIndicator(TextSpan wide, MeasureReading measure, List<TextSpan> masks, List<TextSpan> dates, TextSpan sentence, List<Quantity> quantities, int index, int group)
    {
        var text = _page.Text;
        var quantity = quantities[index];
        var shared = group > index && wide.In(text).Contains("分别", StringComparison.Ordinal);
        var cue = wide.Start + Math.Min(measure.CueStart, wide.Length);
        var limit = index + 1 < quantities.Count ? quantities[index + 1].Lead : sentence.End;
        // 10512户49789人受灾: what happened stands behind the last of them.
        if (quantity.Unit.Kind == UnitKind.People && limit == quantity.Span.End && index + 1 < quantities.Count && quantities[index + 1].Unit.Kind == UnitKind.People
            && BehindPhrase.Read(_page, quantities[index + 1], index + 2 < quantities.Count ? quantities[index + 2].Lead : sentence.End, dates) is { Event: { } happened })
            return (happened, quantity.Span.End);
        // 户均增收6800元 behind a count of households: the verb is the name.
        var end = measure.Rule == "named-change" && (IsPerHead(wide.In(text)) || quantities.Take(index).All(before => before.Unit.Kind != quantity.Unit.Kind)) ? wide.End : cue;
        var firstTaken = -1;
        var quantitiesBefore = index > 0 && !shared;
        // The clause of the figure, then the one before it, as long as no figure stands between.
        for (var tries = 0; tries < 3; tries++)
        {
            var start = Math.Max(wide.Start, ClauseStart(text, wide.Start, end));
            if (shared && tries == 0)
                start = ListStart(text, wide.Start, start, group - index + 1);
            var clause = new TextSpan(start, Math.Max(start, end));
            if (measure.Measure is Measure.Share or Measure.Multiple && Shared(clause.In(text)) is >= 0 and var share && (share > 0 || clause.In(text)[0] == '相'))
                clause = clause with { End = clause.Start + share - (share > 0 && clause.In(text)[share - 1] == '所' ? 1 : 0) };
            else if (measure.Measure is Measure.Change or Measure.Growth or Measure.Multiple && Comparison(clause.In(text)) is >= 0 and var compared)
                clause = clause with { End = clause.Start + compared };
            var (indicator, taken) = _indicators.Read(clause, quantity, masks, dates, tries == 0 ? limit : quantity.Span.End, isOwnClause: tries == 0, isList: group > index);
            if (firstTaken < 0)
                firstTaken = taken;
            // 三市合计占全省进出口的六成: of what it is a share is what it is.
            if (tries == 0 && measure.Measure == Measure.Share && clause.In(text).Contains("合计", StringComparison.Ordinal) && clause.End + 1 < quantity.Lead
                && FrontPhrase.Read(_page, new(clause.End + 1, quantity.Lead), masks, isOwnClause: true, isList: false) is { } whole)
                return (whole, taken);
            // 占受旱面积94%的农田: the share is that of the noun behind.
            if (measure.Measure == Measure.Share && tries == 0 && indicator?.Folded[0] is '占' && quantity.Span.End < limit && text[quantity.Span.End] == '的'
                && BehindPhrase.Read(_page, quantity, limit, dates) is { Noun: { } part, IsPredicate: false })
                return (part, part.Span.End);
            // 包括薪俸税、物业税和博彩税，收入分别为…: the members stand in the clause before.
            if (shared && tries == 0 && indicator is not null && indicator.Folded.AsSpan().IndexOfAny("、和与，") < 0 && start > wide.Start
                && FrontPhrase.Read(_page, new(ClauseStart(text, wide.Start, start - 1), start - 1), masks, isOwnClause: true, isList: true) is { } members
                && IndicatorReader.Members(members.Words, group - index + 1).Count == group - index + 1)
                return (indicator with { Words = members.Words + indicator.Words, Folded = members.Folded + indicator.Folded }, taken);
            if (indicator is not null && !(measure.Measure == Measure.Share && tries == 0 && indicator.Folded[0] == '占' && (_lastIndicator is not null || start > wide.Start)))
                return (indicator, taken);
            // 家电升15.9%；其次是药物，升13.7%: behind a semicolon the clause before is the figure's own.
            if (start <= wide.Start || measure.Measure is Measure.Change or Measure.Growth && tries == 0 && quantitiesBefore && !OpensSegment(text, wide.Start, start - 1))
                break;
            end = start - 1;
        }
        return (null, Math.Max(firstTaken, quantity.Span.End));
    }

    static bool IsPerHead(ReadOnlySpan<char> words) =>
        words.Contains("户均", StringComparison.Ordinal) || words.Contains("人均", StringComparison.Ordinal) || words.Contains("亩均", StringComparison.Ordinal) || words.Contains('每');

    /// <summary>Where 占 says a share, and begins no noun (占有率, 占比, 占地); -1 if nowhere.</summary>
    static int Shared(ReadOnlySpan<char> clause)
    {
        for (var at = 0; at < clause.Length; at++)
            if (clause[at] == '占' && !(at + 1 < clause.Length && (clause[at + 1] is '有' or '用' or '领' || clause[at + 1] == '地' && !clause[(at + 1)..].StartsWith("地区") && !clause[(at + 1)..].StartsWith("地方"))))
                return at;
        return clause.IndexOf("相当于");
    }

    /// <summary>通用设备制造业，汽车制造业产值分别…: where a list begins whose members are divided by commas.</summary>
    static int ListStart(string text, int from, int own, int count)
    {
        var start = own;
        for (var member = 1; member < count; member++)
        {
            if (start <= from || text[start - 1] != '，')
                return own;
            var before = ClauseStart(text, from, start - 1);
            if (start - 1 - before is < 2 or > LongestMember || IndicatorWords.Classes.MatchEnd(text.AsSpan(before, start - 1 - before), out _) == 0)
                return own;
            start = before;
        }
        return start;
    }

    /// <summary>Where 比全国高 begins in «增幅比全国高0.03个百分点», 较前一日 in «旅客较前一日减少六成»; -1 if nothing is compared.</summary>
    static int Comparison(ReadOnlySpan<char> clause)
    {
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

    static bool OpensSegment(string text, int from, int end) => ClauseStart(text, from, end) is var start && start > from && text[start - 1] == '；';

    static int ClauseStart(string text, int from, int to)
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
            else if (depth <= 0 && text[at] is '，' or '；' or '：' or '。' or '！' or '？' or '\n' or ',' or ' ' || depth < 0)
                return at + 1;
        }
        return from;
    }

    IndicatorText? Complete(IndicatorText? indicator, MeasureReading measure, Draft? previous, TextSpan wide, Quantity quantity)
    {
        var head = previous?.Indicator ?? _lastIndicator;
        // 全村573户2158人: nothing but the place before the count.
        if (measure.Rule == "level" && quantity.Unit.Kind == UnitKind.People && _scopeEnd == quantity.Lead && _scopeEnd > wide.Start && previous is null or { Indicator.Rule: "unit" } && indicator?.Rule != "behind" && IndicatorReader.UnitNoun(_page, quantity) is { } inhabitants)
            return inhabitants;
        if (measure.Rule == "level" && quantity.Unit.Kind == UnitKind.People && _scopeEnd >= wide.Start && _scopeEnd <= quantity.Lead && _page.Text.AsSpan(_scopeEnd, quantity.Lead - _scopeEnd) is "有" or "共有" or "共" or "现有" && IndicatorReader.UnitNoun(_page, quantity) is { } people && indicator?.Rule != "behind")
            return people;
        // 41个行业中39个保持增长, 1133个重大项目开工1116个: some of those that were counted.
        if (indicator is { Rule: "predicate" } or { Rule: "before" } && quantity.Unit.Kind == UnitKind.Count && previous is { Indicator: { Rule: "behind" } counted } && previous.Quantity.Unit == quantity.Unit
            && wide.In(_page.Text).IndexOfAny('，', '；', '、') < 0 && IndicatorReader.IsVerbs(indicator.Folded))
            return counted with { Rule = "inherited" };
        if (indicator is null && measure.Rule == "level" && IndicatorReader.UnitNoun(_page, quantity) is { } unit
            && (previous is { Quantity.Unit.Kind: UnitKind.Count } or { Indicator.Rule: "unit" } && wide.In(_page.Text).Trim('、').IsEmpty || wide.In(_page.Text).TrimStart("，") is "共" or "有" or "共有" or "共计" or "总计" or "辖" or "下辖" or "现辖" or "管辖" or "辖有" or "共辖" || previous is null && wide.In(_page.Text).EndsWith("有")))
            return unit;
        if (indicator is null)
            return head is null || previous is null && measure.Measure is Measure.Level && measure.Rule != "reached" ? null : head with { Rule = "inherited" };
        if (previous?.Indicator is { } before && IndicatorReader.IsDependent(indicator.Folded))
        {
            // 种植面积21.3万亩，挂果面积近11万亩，今年产量约1.4万吨: what the sentence is about, not the attribute before.
            var topic = previous.Quantity.Unit.Kind is UnitKind.Count or UnitKind.People || IndicatorReader.IsRate(indicator.Folded) ? before : _topic ?? before;
            return previous.Quantity.Unit.Kind is UnitKind.People && quantity.Unit.Kind is UnitKind.Money ? indicator : IndicatorReader.Depend(topic, indicator, quantity.Unit.Kind == UnitKind.Money);
        }
        if (previous?.Indicator is { } parallel && quantity.Unit.Kind is UnitKind.Money or UnitKind.Physical or UnitKind.Proportion && measure.Measure is Measure.Level or Measure.Growth or Measure.Change)
            indicator = IndicatorReader.TakeHead(indicator, parallel);
        if (previous is { Indicator: { } whole } && previous.Quantity.Unit.Code == quantity.Unit.Code && measure.Measure == Measure.Level && indicator.Rule == "before")
            return IndicatorReader.TakeWhole(indicator, whole, isBracketed: wide.In(_page.Text) is ['（', ..] or ['、', ..] && whole.Rule is "before" or "part");
        return indicator;
    }

    Found<Period>? PeriodFor(List<PeriodMention> periods, Quantity quantity, int dateline)
    {
        // 升幅较6月份的12%放缓: the figure that is compared with.
        if (quantity.Lead > 0 && _page.Text[quantity.Lead - 1] == '的' && periods.Find(mention => mention.Span.End == quantity.Lead - 1) is { Period: { } compared } basis
            && (quantity.Unit.Code is not ("%" or "{倍}" or "{番}") || _page.Text.AsSpan(0, basis.Span.Start) is var head && (head.EndsWith("较") || head.EndsWith("比"))))
            return new(compared, basis.Span, Reach.Sentence);
        return LastPeriod(periods, quantity.Lead, dateline) ?? _paragraphPeriod ?? _articlePeriod;
    }

    /// <summary>由2014年的78.6%提高到95.42%: the first date is the first figure's alone.</summary>
    /// <summary>年末茶园60万亩，茶叶产值85亿元: what accrues over a year is the year's, though the point before it was its end.</summary>
    static Found<Period>? Accrued(Found<Period>? period, IndicatorText? indicator, MeasureReading measure) =>
        period is { Value: { IsPoint: true, End: { Month: 12, Day: 31 } } point } found && indicator is not null && measure.Measure is Measure.Level or Measure.Growth
        && Flows.Default.IsFlow(indicator.Folded) ? found with { Value = Period.Year(point.End.Year) } : period;

    bool IsStart(TextSpan period) =>
        _page.Text.AsSpan(0, period.Start) is var before && (before.EndsWith("由") || before.EndsWith("从")) && _page.Text.AsSpan(period.End).StartsWith("的");

    /// <param name="withAsides">«9月当月…», «其中3月份…» hold in their own sentence only.</param>
    Found<Period>? LastPeriod(List<PeriodMention> periods, int before, int dateline, bool withAsides = true)
    {
        for (var i = periods.Count - 1; i >= 0; i--)
        {
            var mention = periods[i];
            if (mention.Span.End <= before && mention.Span.Start >= dateline && mention is { Period: { } period, IsBasis: false } && (withAsides || !IsAside(mention.Span)) && !Dateline.IsEvent(_page.Text, mention.Span))
                return new(period, mention.Span, Reach.Sentence);
        }
        return null;
    }

    bool IsAside(TextSpan period) =>
        _page.Text.AsSpan(period.End).StartsWith("当月") || _page.Text.AsSpan(period.End).StartsWith("单月") || _page.Text[period.Start..period.End].EndsWith("同期", StringComparison.Ordinal) || _page.Text.AsSpan(0, period.Start).TrimEnd("，：").EndsWith("其中") || IsQuoted(period);

    bool IsQuoted(TextSpan span)
    {
        var before = _page.Text.AsSpan(Math.Max(0, span.Start - LongestQuote), Math.Min(span.Start, LongestQuote));
        return before.LastIndexOf('“') > before.LastIndexOf('”');
    }

    (Found<string>? Scope, string? Code) ScopeFor(List<ScopeMention> scopes, Quantity quantity, (Found<string> Name, string? Code)? paragraph)
    {
        // 总投资2.1亿元的[青田县]伯温中学新校区.
        if (_page.Text.AsSpan(quantity.Span.End).StartsWith("的") && scopes.Find(scope => scope.Span.Start == quantity.Span.End + 1) is { Name: not null } behind)
            return (new(behind.Name, behind.Span, Reach.Sentence), behind.Code);
        for (var i = scopes.Count - 1; i >= 0; i--)
            if (scopes[i].Span.End <= quantity.Lead && (scopes[i].IsTopic || scopes[i].Holds || IsInClause(scopes[i].Span, quantity)))
                return (new(scopes[i].Name, scopes[i].Span, Reach.Sentence), scopes[i].Code);
        if (paragraph is { } named)
            return (named.Name, named.Code);
        return DefaultScope();
    }

    /// <summary>A place that no clause opens with counts in its own clause only.</summary>
    bool IsInClause(TextSpan scope, Quantity quantity) =>
        _page.Text.AsSpan(scope.End, quantity.Lead - scope.End) is var between && !between.ContainsAny('，', '；', '。') && between.IndexOf('）') <= between.IndexOf('（');

    /// <summary>A name that is in no lexicon goes by the characters of the page: 港鐵, not 港铁.</summary>
    ScopeMention AsPrinted(ScopeMention scope)
    {
        if (scope.Code is not null)
            return scope;
        if (scope.Span.In(_page.Text).SequenceEqual(scope.Name))
            _printed[scope.Name] = _page.Words(scope.Span);
        return _printed.TryGetValue(scope.Name, out var printed) ? scope with { Name = printed } : scope;
    }

    /// <summary>The place that an article without one in its head speaks of most, if it is one of the publication's own region.</summary>
    (Found<string> Name, string? Code)? Subject(ArticleText article)
    {
        var counts = new Dictionary<string, (int Count, ScopeMention First)>();
        var prefix = _scopes.DefaultCode?.TrimEnd('0');
        var sentences = 0;
        foreach (var block in article.Blocks)
        {
            sentences += block.Span.In(_page.Text).Count('。');
            foreach (var scope in _scopes.Recognize(_page.Text, block.Span))
                if (scope.Code is { } code && (prefix is null || code.StartsWith(prefix, StringComparison.Ordinal)))
                    counts[code] = counts.TryGetValue(code, out var seen) ? (seen.Count + 1, seen.First) : (1, scope);
        }
        _scopes.Open();
        if (counts.Count == 0)
            return null;
        var (count, first) = counts.Values.MaxBy(value => value.Count);
        return count < FewestMentions || count * SparseMentions < sentences || first.Code == _scopes.DefaultCode || counts.Values.Count(value => value.Count * 2 > count) > 1 ? null : (new(first.Name, first.Span, Reach.Article), first.Code);
    }

    (Found<string>? Scope, string? Code) DefaultScope()
    {
        if ((_articleScope ?? _subject ?? _datelineScope) is { } article)
            return (article.Name, article.Code);
        return _scopes.DefaultScope is { } region ? (new(region, default, Reach.Document), _scopes.DefaultCode) : (null, null);
    }

    Status StatusFor(ReadOnlySpan<char> before, Found<Period>? period)
    {
        var status = StatusReader.Default.Read(before);
        // 临时估计为374亿元 of a month gone by is what was counted.
        if (status == Status.Forecast && StatusReader.IsEstimate(before) && period is { } past && _facts.Published is { } day && past.Value.End < day && !past.Value.IsPoint)
            return Status.Actual;
        return status == Status.Actual && period is { } stated && _facts.Published is { } today
            && (stated.Value.Start > today || stated.Value.End.Year > today.Year && stated.Value.Start.Year < stated.Value.End.Year) ? Status.Planned : status;
    }

    Draft Put(Quantity quantity, IndicatorText? indicator, MeasureReading measure, Found<Period>? period, Found<string>? scope, string? code, Status status, TextSpan sentence)
    {
        if (quantity.Unit.Code == "CNY" && _currency != "CNY" && !quantity.Span.In(_page.Text).EndsWith("人民币") || quantity.Unit.Code.StartsWith("CNY/", StringComparison.Ordinal) && _currency != "CNY")
            quantity = quantity with { Unit = quantity.Unit with { Code = _currency + quantity.Unit.Code[3..] } };
        if (quantity.Unit.Code == "{household}" && indicator is { } what && (what.Folded.Contains("企业", StringComparison.Ordinal) || what.Folded.Contains("商户", StringComparison.Ordinal) || what.Folded.Contains("个体", StringComparison.Ordinal) || what.Folded.Contains("市场主体", StringComparison.Ordinal) || what.Folded.Contains("经营主体", StringComparison.Ordinal) || what.Folded.Contains("用户", StringComparison.Ordinal)))
            quantity = quantity with { Unit = new("{户}", UnitKind.Count, 0) };
        var draft = new Draft(quantity, indicator, measure, period, scope, code, status, _article.Span, sentence);
        _drafts.Add(draft);
        return draft;
    }

    void AssembleTable(TableText table)
    {
        var known = new Dictionary<TextSpan, (Found<string>? Scope, string? Code)>();
        // The title of the first table is that of the article.
        if (table.Cells is [{ Caption: { } title }, ..] && title.Start == _article.Span.Start)
        {
            _articlePeriod ??= _periods.Recognize(_page.Text, title).Find(mention => mention is { Period: not null, IsBasis: false }) is { Period: { } stated } mention ? new(stated, mention.Span, Reach.Article) : null;
            _articleScope ??= Named(title, isWhole: false, known) is { Scope: { } place } titled ? (place with { Reach = Reach.Article }, titled.Code) : null;
        }
        foreach (var cell in table.Cells)
        {
            var (scope, code) = CellScope(cell, known);
            Put(cell.Quantity, cell.Indicator, cell.Measure, CellPeriod.Read(_page.Text, cell, _periods, _articlePeriod), scope, code, cell.Status, cell.Row);
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
        return cell.Caption is { } caption && Named(caption, isWhole: false, known) is { Scope: not null } titled ? titled : DefaultScope();
    }

    (Found<string>? Scope, string? Code) Named(TextSpan words, bool isWhole, Dictionary<TextSpan, (Found<string>? Scope, string? Code)> known)
    {
        if (!known.TryGetValue(words, out var named))
        {
            var mention = words.Length == 0 ? default : _scopes.Recognize(_page.Text, words).Find(mention => isWhole ? mention.Span == words : mention is { IsTopic: true, IsForeign: false });
            known[words] = named = mention.Name is null ? (null, null) : (new(mention.Name, mention.Span, Reach.Header), mention.Code);
        }
        return named;
    }
}

using Extractor.Core.Articles;
using Extractor.Core.Layouts;
using Extractor.Core.Quantities;
using Extractor.Core.Scopes;
using Extractor.Core.Text;

namespace Extractor.Core.Claims;

/// <summary>Where figures hold that say no place of their own: the paragraph's scope, else the article's, else the publication's.</summary>
sealed class ScopeContext(PageView page, ScopeRecognizer recognizer)
{
    const int FewestMentions = 3, FewestOfOpening = 2, SparseMentions = 6, LongestOpening = 400;

    static readonly WordList Dealings = WordList.Embedded("Scopes.reports.tsv", "dealing", "partner", "announce", "act");

    readonly Dictionary<string, string> _printed = [];

    (Found<string> Name, string? Code)? _article, _paragraph, _carried, _subject, _dateline;

    /// <summary>A report's paragraphs are numbered, and name places in passing.</summary>
    bool _isReport;

    int _start, _headlineEnd;

    public void OpenArticle(ArticleText article, bool isReport)
    {
        (_article, _dateline, _isReport, _start, _headlineEnd) = (null, null, isReport, article.Span.Start, article.Headline?.End ?? -1);
        recognizer.Open();
        _subject = Subject(article);
        recognizer.NoteNames(page.Text, article.Span);
    }

    public void OpenParagraph() => _paragraph = null;

    public void NoteDateline(TextSpan dateline)
    {
        if (recognizer.Dateline(page.Text, dateline) is { } place)
            _dateline = (new(place.Name, place.Span, Reach.Article), place.Code);
    }

    /// <summary>The title of an article that opens with a table says what all of it is about, where nothing did before.</summary>
    public void NoteTitle(Found<string> name, string? code) => _article ??= (name, code);

    /// <summary>The scopes of a sentence, named as the page does.</summary>
    public List<ScopeMention> Recognize(TextSpan within)
    {
        var scopes = recognizer.Recognize(page.Text, within);
        for (var i = 0; i < scopes.Count; i++)
        {
            var scope = AsPrinted(scopes[i]);
            // 全球首个…, 全国重点实验室 in a province's report: what it is compared with, and not what it is about.
            var isAside = _isReport && recognizer.DefaultCode is not null && (scope.Name is "全国" or "全球" || scope is { Code: null, IsRegion: true });
            scopes[i] = isAside ? scope with { IsTopic = false, Holds = false } : scope;
        }
        return scopes;
    }

    /// <summary>What a sentence is about holds for its paragraph, and from a headline or the opening for the article.</summary>
    public void Note(SentenceMentions sentence, bool isHeadline, bool opensParagraph, bool isOpening)
    {
        var scopes = sentence.Scopes;
        _carried = _paragraph;
        var topic = scopes.FindLastIndex(scope => scope is { IsTopic: true, IsForeign: false });
        if (topic >= 0)
        {
            var found = (new Found<string>(scopes[topic].Name, scopes[topic].Span, Reach.Paragraph), scopes[topic].Code);
            // 义乌开发区升格为国家级开发区。规划建设22个特色小镇…: a report's paragraph is not about the place it names inside.
            if (!isHeadline && (opensParagraph || !_isReport || _paragraph is not null && found.Code is not null && IsWithin(found.Code, _paragraph.Value.Code)))
                _paragraph = found;
            if (_article is null && isOpening && (opensParagraph || !_isReport) && sentence.Span.Start - _start < LongestOpening)
                _article = found with { Item1 = found.Item1 with { Reach = Reach.Article } };
        }
        if (isHeadline && !isOpening && scopes.Count > 0 && scopes[0].Span.Start == sentence.Span.Start && scopes[0].IsForeign is false
            && (scopes[0].Code is { } part ? !IsWithin(_article?.Code, part) : scopes[0].Span.End >= sentence.Span.End - 1))
            _article = (new(scopes[0].Name, scopes[0].Span, Reach.Article), scopes[0].Code);
        else if (topic < 0 && isHeadline && scopes.Count > 0 && scopes[0].Span.Start <= sentence.Span.Start + 4)
            _article ??= (new(scopes[0].Name, scopes[0].Span, Reach.Article), scopes[0].Code);
    }

    /// <summary>The scope of a figure: of its sentence, else of what its paragraph spoke of before.</summary>
    public (Found<string>? Scope, string? Code) For(SentenceMentions sentence, Quantity quantity)
    {
        var scopes = sentence.Scopes;
        // 总投资2.1亿元的[青田县]伯温中学新校区.
        if (page.Text.AsSpan(quantity.Span.End).StartsWith("的") && scopes.Find(scope => scope.Span.Start == quantity.Span.End + 1) is { Name: not null } behind)
            return (new(behind.Name, behind.Span, Reach.Sentence), behind.Code);
        for (var i = scopes.Count - 1; i >= 0; i--)
            if (scopes[i].Span.End <= quantity.Lead && !IsPartner(scopes[i], quantity) && (scopes[i].IsTopic || scopes[i].Holds || IsInClause(scopes[i].Span, quantity)))
                return (new(scopes[i].Name, scopes[i].Span, Reach.Sentence), scopes[i].Code);
        if (_carried is { } named)
            return (named.Name, named.Code);
        return Default();
    }

    /// <summary>Of what says no place itself: the article's, the place it speaks of most, the dateline's, the publication's.</summary>
    public (Found<string>? Scope, string? Code) Default()
    {
        // 山东省林业厅到广饶县…: the publication's own region in the head is no news, a place of it is.
        var head = _article is { Code: { } code } && code == recognizer.DefaultCode && _subject is { } named && named.Name.Span.End <= _headlineEnd ? named : _article;
        if ((head ?? _subject ?? _dateline) is { } article)
            return (article.Name, article.Code);
        return recognizer.DefaultScope is { } region ? (new(region, default, Reach.Document), recognizer.DefaultCode) : (null, null);
    }

    /// <summary>东盟为第一大贸易伙伴，对其出口86亿元: who deals with it is the publication's own.</summary>
    bool IsPartner(ScopeMention scope, Quantity quantity) =>
        scope is { IsForeign: true } or { IsRegion: true } && recognizer.DefaultCode is not null && Dealings.IsIn(page.Text.AsSpan(scope.Span.End, quantity.Lead - scope.Span.End));

    /// <summary>A place that no clause opens with counts in its own clause only.</summary>
    bool IsInClause(TextSpan scope, Quantity quantity) =>
        page.Text.AsSpan(scope.End, quantity.Lead - scope.End) is var between && !between.ContainsAny('，', '；', '。') && between.IndexOf('）') <= between.IndexOf('（');

    /// <summary>Whether one place lies in another, by code; a village or an organisation without one may lie anywhere.</summary>
    static bool IsWithin(string? code, string? container) => code is null || container is null || code.StartsWith(container.TrimEnd('0'), StringComparison.Ordinal);

    /// <summary>A name that is in no lexicon goes by the characters of the page: 港鐵, not 港铁.</summary>
    ScopeMention AsPrinted(ScopeMention scope)
    {
        if (scope.Code is not null)
            return scope;
        if (scope.Span.In(page.Text).SequenceEqual(scope.Name))
            _printed[scope.Name] = page.Words(scope.Span);
        return _printed.TryGetValue(scope.Name, out var printed) ? scope with { Name = printed } : scope;
    }

    /// <summary>
    /// The place of a story whose head names none for it: the one it speaks of most, else the only one that its opening
    /// leads to (到广饶县大王生态林场调研), if it is one of the publication's own region.
    /// </summary>
    (Found<string> Name, string? Code)? Subject(ArticleText article)
    {
        var prefix = recognizer.DefaultCode?.TrimEnd('0');
        var places = new List<ScopeMention>();
        var sentences = 0;
        foreach (var block in article.Blocks)
        {
            sentences += block.Span.In(page.Text).Count('。');
            foreach (var scope in recognizer.Recognize(page.Text, block.Span))
                if ((scope.Code ?? scope.Container) is { } code && (prefix is null || code.StartsWith(prefix, StringComparison.Ordinal)))
                    places.Add(scope);
        }
        recognizer.Open();
        if (places.Count == 0)
            return null;
        return MostNamed(article, places, sentences) ?? Opening(article, places.FindAll(place => place.Span.Start - article.Span.Start < LongestOpening));
    }

    (Found<string> Name, string? Code)? MostNamed(ArticleText article, List<ScopeMention> places, int sentences)
    {
        var counts = places.GroupBy(place => place.Code ?? place.Name).Select(named => (Count: named.Count(), First: named.First())).ToList();
        var (count, first) = counts.MaxBy(named => named.Count);
        // A story of the whole country is not about a place that it only comes to.
        if (recognizer.DefaultCode is null && first.Span.Start - article.Span.Start > LongestOpening)
            return null;
        return count < FewestMentions || count * SparseMentions < sentences || first.Code == recognizer.DefaultCode || counts.Count(named => named.Count * 2 > count) > 1 ? null : Subject(first);
    }

    /// <summary>The smallest place of the opening, where all others there are those that it lies in, and one is a county or smaller.</summary>
    (Found<string> Name, string? Code)? Opening(ArticleText article, List<ScopeMention> places)
    {
        if (places.Count < FewestOfOpening && !places.Exists(place => place.Container is not null) || places.Count == 0 || article.Blocks.Count < FewestOfOpening)
            return null;
        var smallest = places.MaxBy(place => (place.Code ?? place.Container)!.TrimEnd('0').Length * 2 + (place.Container is null ? 0 : 1));
        var code = (smallest.Code ?? smallest.Container)!;
        if (code.EndsWith("00", StringComparison.Ordinal) || smallest.Code is { } own && own == recognizer.DefaultCode)
            return null;
        return places.TrueForAll(place => code.StartsWith((place.Code ?? place.Container)!.TrimEnd('0'), StringComparison.Ordinal)) ? Subject(smallest) : null;
    }

    static (Found<string> Name, string? Code) Subject(ScopeMention place) => (new(place.Name, place.Span, Reach.Article), place.Code);
}

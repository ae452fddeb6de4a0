using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Extractor.Core.Articles;
using Extractor.Core.Catalogues;
using Extractor.Core.Checks;
using Extractor.Core.Claims;
using Extractor.Core.Documents;
using Extractor.Core.Layouts;
using Extractor.Core.Text;

namespace Extractor.Core;

/// <summary>Text and document facts in, claims out. Immutable and safe to share between threads; never throws because of a text.</summary>
public sealed class ClaimExtractor
{
    /// <summary>Bumped with every change of the rules that lexicons do not show.</summary>
    const int Rules = 6;

    // Code units of an indicator or a scope.
    const int LongestName = 200;

    /// <summary>The extractor with the embedded lexicons.</summary>
    public static ClaimExtractor Default { get; } = new();

    /// <summary>The version of all lexicons and rules together.</summary>
    public string Ruleset { get; } = Version();

    public Extraction Extract(string text, DocumentFacts facts)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(facts);
        var page = PageReader.Read(text);
        var assembler = new ClaimAssembler(page, facts);
        var articles = ArticleReader.Read(page);
        var points = new CodePoints(text);
        TextSpan Publish(TextSpan view) => points.Convert(page.ToRaw(view));
        Func<TextSpan, TextSpan> publish = Publish;
        var claims = new List<Claim>();
        var checks = new CheckReader(page.Text);
        var previous = default(Draft);
        // An article at a time: what was read of one is more than its claims, and is not kept.
        var pairs = new List<(Claim Claim, Draft Draft)>();
        foreach (var article in articles)
        {
            pairs.Clear();
            foreach (var draft in InOrder(assembler.Assemble(article), draft => draft.Quantity.Span.Start).Select(Bounded))
            {
                pairs.Add((Claim(page, draft, previous, publish), draft));
                claims.Add(pairs[^1].Claim);
                previous = draft;
            }
            checks.Read(pairs);
        }
        return new(
            [.. articles.Select(article => new Article(publish(article.Span), article.Headline is { } headline ? publish(headline) : null))],
            claims,
            [.. InOrder(assembler.Others, other => other.Span.Start).Select(other => new Unresolved(publish(other.Span), Slice(page, other.Span), other.Reason))])
        {
            Checks = checks.Found,
        };
    }

    /// <summary>By their places in the view: as they were found, unless a table's cells were read by columns.</summary>
    static IEnumerable<T> InOrder<T>(IReadOnlyList<T> found, Func<T, int> place)
    {
        for (var i = 1; i < found.Count; i++)
            if (place(found[i]) < place(found[i - 1]))
                return found.OrderBy(place);
        return found;
    }

    /// <summary>A name of that length is a page without punctuation; an index takes no longer one.</summary>
    static Draft Bounded(Draft draft)
    {
        if (draft.Indicator?.Words.Length > LongestName)
            draft = draft with { Indicator = null };
        if (draft.Scope?.Value.Length > LongestName)
            draft = draft with { Scope = null, ScopeCode = null };
        return draft;
    }

    static string Slice(PageView page, TextSpan view)
    {
        var raw = page.ToRaw(view);
        return page.Raw[raw.Start..raw.End];
    }

    static Claim Claim(PageView page, Draft draft, Draft? previous, Func<TextSpan, TextSpan> publish)
    {
        var (span, sentence) = (publish(draft.Quantity.Span), publish(draft.Sentence));
        var id = draft.Indicator is { } named ? Catalogue.Default.Find(named.Words, draft.Quantity.Unit, draft.Measure.Measure)?.Id : null;
        var rules = RuleChain.Start.Then(draft.Quantity.Rule).Then(draft.Measure.Rule).Then(draft.Indicator?.Rule ?? "none")
            .Then(draft.Period is { } p ? Name(p.Reach) : "none").Then(draft.Scope is { } s ? Name(s.Reach) : "none");
        return new()
        {
            Span = span,
            Text = Slice(page, draft.Quantity.Span),
            Value = draft.Quantity.Value?.ToString(),
            Low = draft.Quantity.Low?.ToString(),
            High = draft.Quantity.High?.ToString(),
            Unit = draft.Quantity.Unit.Code,
            Qualifier = draft.Quantity.Qualifier,
            Indicator = draft.Indicator?.Words,
            IndicatorId = id,
            Measure = draft.Measure.Measure,
            Direction = draft.Measure.Direction,
            Basis = draft.Measure.Basis,
            Period = draft.Period?.Value,
            Scope = draft.Scope?.Value,
            ScopeCode = draft.ScopeCode,
            Status = draft.Status,
            Article = publish(draft.Article),
            Sentence = sentence,
            IndicatorSpan = draft.Indicator is { } indicator ? publish(indicator.Span) : null,
            PeriodSpan = draft.Period is { } period ? publish(period.Span) : null,
            ScopeSpan = draft.Scope is { Reach: not Reach.Document } scope ? publish(scope.Span) : null,
            Rules = rules.Names,
            Confidence = ConfidenceReader.Read(draft, previous, rules, isLinked: id is not null, span, sentence),
        };
    }

    static string Name(Reach reach) => reach switch
    {
        Reach.Sentence => "sentence", Reach.Paragraph => "paragraph", Reach.Article => "article", Reach.Header => "header", _ => "document",
    };

    static string Version()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var assembly = typeof(ClaimExtractor).Assembly;
        // What compares claims reads none: no page is to be read again because of it.
        var names = assembly.GetManifestResourceNames().Where(name => !name.StartsWith("Extractor.Core.Comparisons.", StringComparison.Ordinal));
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            hash.AppendData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        }
        return string.Create(CultureInfo.InvariantCulture, $"{Rules}-{Convert.ToHexStringLower(hash.GetHashAndReset())[..12]}");
    }
}

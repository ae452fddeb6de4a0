using Extractor.Core.Claims;
using Extractor.Core.Text;

namespace Extractor.Core.Tests.Fixtures;

/// <summary>What holds for every text: spans lie inside it, quotes are its slices, claims are ordered and apart.</summary>
static class Invariant
{
    public static Extraction Check(string text, Extraction extraction)
    {
        var starts = PointStarts(text);
        string Slice(TextSpan span)
        {
            Assert.InRange(span.Start, 0, span.End);
            Assert.InRange(span.End, span.Start, starts.Count - 1);
            return text[starts[span.Start]..starts[span.End]];
        }

        var last = 0;
        foreach (var claim in extraction.Claims)
        {
            Assert.Equal(claim.Text, Slice(claim.Span));
            Assert.True(claim.Span.Length > 0 && claim.Span.Start >= last, $"{claim.Span} “{claim.Text}” overlaps the claim before.");
            last = claim.Span.End;
            foreach (var span in new[] { claim.Article, claim.Sentence, claim.IndicatorSpan, claim.PeriodSpan, claim.ScopeSpan })
                if (span is { } inside)
                    _ = Slice(inside);
            Assert.True(claim.Sentence.Contains(claim.Span) && claim.Article.Contains(claim.Sentence));
            Assert.InRange(claim.Confidence, 0, 1);
            Assert.Equal(claim.Value is null, claim.Low is not null && claim.High is not null);
            Assert.True(claim.Low is null == claim.High is null);
            Assert.True(claim.Indicator is null or { Length: > 0 });
        }
        foreach (var other in extraction.Unresolved)
            Assert.Equal(other.Text, Slice(other.Span));
        foreach (var check in extraction.Checks)
        {
            Assert.True(check.Claims.Count >= 2 && check.Claims.Zip(check.Claims.Skip(1)).All(pair => pair.First < pair.Second));
            Assert.All(check.Claims, index => Assert.InRange(index, 0, extraction.Claims.Count - 1));
            Assert.All([check.Expected, check.Found, check.Tolerance], number => Assert.Matches(@"^-?[0-9]+(\.[0-9]+)?$", number));
        }
        foreach (var article in extraction.Articles)
            _ = Slice(article.Span);
        return extraction;
    }

    /// <summary>Counted here by runes, apart from the code that is tested: a lone half is one code point.</summary>
    static List<int> PointStarts(string text)
    {
        var starts = new List<int>();
        for (var at = 0; at < text.Length; at += char.IsSurrogatePair(text, Math.Min(at, text.Length - 1)) ? 2 : 1)
            starts.Add(at);
        starts.Add(text.Length);
        return starts;
    }
}

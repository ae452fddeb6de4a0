using Extractor.Core.Claims;
using Extractor.Core.Documents;
using Extractor.Core.Text;
using Extractor.Storage.Documents;

namespace Extractor.Tests;

/// <summary>Documents and claims for tests that do not depend on any rule of Core.</summary>
static class Samples
{
    public static Document Document(string uri, string text, string? region = null) =>
        new("tests", uri, text, new(uri, Region: region));

    /// <summary>A claim for every run of ASCII digits: quote and span are right, the rest is the same for all.</summary>
    public static Extraction Numbers(string text, DocumentFacts facts)
    {
        var claims = new List<Claim>();
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
            if (end == start)
                continue;
            claims.Add(Claim(text[start..end], CodePoints(text, start), text[start..end]) with { Scope = facts.Region });
            start = end;
        }
        return new([new(new(0, CodePoints(text, text.Length)), null)], claims, []);
    }

    public static int CodePoints(string text, int index) => text[..index].EnumerateRunes().Count();

    public static Claim Claim(string quote, int start, string? value) => new()
    {
        Span = new TextSpan(start, start + quote.Length),
        Text = quote,
        Value = value,
        Unit = "{件}",
        Indicator = "快递业务量",
        Rules = ["test-rule", "other-rule"],
        Confidence = 0.5m,
    };
}

using Extractor.Cli.Evaluations;
using Extractor.Core.Claims;
using Extractor.Core.Text;

namespace Extractor.Cli.Tests.Evaluations;

/// <summary>Annotations and claims that fit each other, to be changed in one thing.</summary>
static class Rows
{
    public static GoldClaim Gold(int start, string text, string document = "a.txt") => new(document, Span(start, text), text, IsOptional: false, IsTable: false)
    {
        Value = "430000",
        Unit = "{person}",
        Qualifier = "exact",
        Indicator = ["党员总数"],
        Within = ["全区中共党员总数"],
        Measure = ["level"],
        Period = [new("2021", Period.Year(2021))],
        Scope = ["西藏自治区"],
        Status = ["actual"],
    };

    public static Claim Claim(int start, string text) => new()
    {
        Span = Span(start, text),
        Text = text,
        Value = "430000",
        Unit = "{person}",
        Indicator = "党员总数",
        Period = Period.Year(2021),
        Scope = "西藏自治区",
        Rules = ["quantity:scaled", "measure:level", "indicator:before", "period:sentence", "scope:document"],
        Confidence = 0.9m,
    };

    public static Prediction Found(int start, string text, string document = "a.txt") => Prediction.Of(document, Claim(start, text));

    static TextSpan Span(int start, string text) => new(start, start + text.EnumerateRunes().Count());
}

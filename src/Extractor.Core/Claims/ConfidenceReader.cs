using System.Globalization;
using Extractor.Core.Indicators;
using Extractor.Core.Text;

namespace Extractor.Core.Claims;

/// <summary>
/// How likely a claim is right in every field, from how its parts were found and what they look like: a logistic sum of
/// weights that were fitted to annotated texts. The weights live in <c>reliability.tsv</c>; <c>eval</c> prints how they hold.
/// </summary>
static class ConfidenceReader
{
    const int LongSentence = 120, DeepInSentence = 80;

    static readonly Dictionary<string, double> Weights = Load(LexiconFile.Embedded("Claims.reliability.tsv"));

    /// <param name="previous">The claim before it in the document, if any.</param>
    /// <returns>Between 0.01 and 0.99.</returns>
    public static decimal Read(Claim claim, Claim? previous)
    {
        var sum = Weights["start"];
        foreach (var trait in Traits(claim, previous))
            sum += Weights.GetValueOrDefault(trait);
        return Math.Clamp(Math.Round((decimal)(1 / (1 + Math.Exp(-sum))), 2), 0.01m, 0.99m);
    }

    static IEnumerable<string> Traits(Claim claim, Claim? previous)
    {
        foreach (var rule in claim.Rules)
            if (!rule.StartsWith("quantity:", StringComparison.Ordinal))
                yield return rule;
            else if (rule is not ("quantity:plain" or "quantity:scaled" or "quantity:cell"))
                yield return "quantity:odd";
        yield return "unit:" + Kind(claim.Unit);
        yield return "length:" + (claim.Indicator?.Length switch { null or <= 1 => "1", <= 3 => "2-3", <= 8 => "4-8", <= 14 => "9-14", _ => "15+" });
        if (claim.IndicatorId is not null)
            yield return "linked";
        if (claim.Indicator is { } indicator)
        {
            if (IndicatorWords.Heads.MatchEnd(indicator, out _) > 0)
                yield return "head";
            if (IndicatorWords.Verbs.MatchStart(indicator, out _) > 1)
                yield return "verb";
            else if (HoldsVerb(indicator))
                yield return "verb-within";
        }
        if (claim.Status != Status.Actual)
            yield return "not-actual";
        if (claim.ScopeCode is null)
            yield return "scope-without-code";
        if (claim.Scope == "全国")
            yield return "national";
        if (claim.Sentence.Length > LongSentence)
            yield return "long-sentence";
        if (claim.Span.Start - claim.Sentence.Start > DeepInSentence)
            yield return "deep-in-sentence";
        if (previous is not null && previous.Scope != claim.Scope)
            yield return "scope-changed";
    }

    static string Kind(string unit) => unit switch
    {
        "%" or "‰" => "proportion",
        "pp" or "bp" => "points",
        "{倍}" or "{番}" => "times",
        "1" => "none",
        "{household}" => "people",
        _ when unit.StartsWith("{person", StringComparison.Ordinal) => "people",
        _ when unit[0] == '{' => "count",
        _ when unit.Length >= 3 && unit.AsSpan(0, 3).IndexOfAnyExceptInRange('A', 'Z') < 0 && (unit.Length == 3 || unit[3] == '/') => "money",
        _ => "physical",
    };

    static bool HoldsVerb(string indicator)
    {
        for (var at = 1; at < indicator.Length; at++)
            if (IndicatorWords.Verbs.MatchStart(indicator.AsSpan(at), out _) > 1)
                return true;
        return false;
    }

    static Dictionary<string, double> Load(LexiconFile file)
    {
        var weights = new Dictionary<string, double>();
        foreach (var row in file.Rows(columns: 2))
            if (!double.TryParse(row[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) || !weights.TryAdd(row[0], weight))
                throw file.Error(row, $"“{row[0]} {row[1]}” is no trait with one weight.");
        return weights;
    }
}

using System.Collections.Frozen;
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

    static readonly FrozenDictionary<string, double> Weights = Load(LexiconFile.Embedded("Claims.reliability.tsv")).ToFrozenDictionary(StringComparer.Ordinal);

    static readonly double Start = Weights["start"];

    /// <param name="previous">What stands before it in the document, if anything.</param>
    /// <param name="rules">The names of the rules that made the claim.</param>
    /// <param name="span">Of the claim as it is published, as is that of its <paramref name="sentence"/>.</param>
    /// <returns>Between 0.01 and 0.99.</returns>
    public static decimal Read(Draft draft, Draft? previous, string[] rules, bool isLinked, TextSpan span, TextSpan sentence)
    {
        var sum = Start;
        foreach (var rule in rules)
            if (!rule.StartsWith("quantity:", StringComparison.Ordinal))
                sum += Weight(rule);
            else if (rule is not ("quantity:plain" or "quantity:scaled" or "quantity:cell"))
                sum += Weight("quantity:odd");
        sum += Weight(Kind(draft.Quantity.Unit.Code));
        sum += Weight(draft.Indicator?.Words.Length switch { null or <= 1 => "length:1", <= 3 => "length:2-3", <= 8 => "length:4-8", <= 14 => "length:9-14", _ => "length:15+" });
        if (isLinked)
            sum += Weight("linked");
        if (draft.Indicator is { Words: var indicator })
        {
            if (IndicatorWords.Heads.MatchEnd(indicator, out _) > 0)
                sum += Weight("head");
            if (IndicatorWords.Verbs.MatchStart(indicator, out _) > 1)
                sum += Weight("verb");
            else if (HoldsVerb(indicator))
                sum += Weight("verb-within");
        }
        if (draft.Status != Status.Actual)
            sum += Weight("not-actual");
        if (draft.ScopeCode is null)
            sum += Weight("scope-without-code");
        if (draft.Scope?.Value == "全国")
            sum += Weight("national");
        if (sentence.Length > LongSentence)
            sum += Weight("long-sentence");
        if (span.Start - sentence.Start > DeepInSentence)
            sum += Weight("deep-in-sentence");
        if (previous is not null && previous.Scope?.Value != draft.Scope?.Value)
            sum += Weight("scope-changed");
        return Math.Clamp(Math.Round((decimal)(1 / (1 + Math.Exp(-sum))), 2), 0.01m, 0.99m);
    }

    static double Weight(string trait) => Weights.GetValueOrDefault(trait);

    static string Kind(string unit) => unit switch
    {
        "%" or "‰" => "unit:proportion",
        "pp" or "bp" => "unit:points",
        "{倍}" or "{番}" => "unit:times",
        "1" => "unit:none",
        "{household}" => "unit:people",
        _ when unit.StartsWith("{person", StringComparison.Ordinal) => "unit:people",
        _ when unit[0] == '{' => "unit:count",
        _ when unit.Length >= 3 && unit.AsSpan(0, 3).IndexOfAnyExceptInRange('A', 'Z') < 0 && (unit.Length == 3 || unit[3] == '/') => "unit:money",
        _ => "unit:physical",
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

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

    static readonly double Start = Weights["start"], Head = Weight("head"), Verb = Weight("verb"), VerbWithin = Weight("verb-within"), Linked = Weight("linked"),
        NotActual = Weight("not-actual"), WithoutCode = Weight("scope-without-code"), National = Weight("national"), ScopeChanged = Weight("scope-changed"),
        LongIn = Weight("long-sentence"), DeepIn = Weight("deep-in-sentence");

    static readonly double Proportion = Weight("unit:proportion"), Points = Weight("unit:points"), Times = Weight("unit:times"), None = Weight("unit:none"),
        People = Weight("unit:people"), Count = Weight("unit:count"), Money = Weight("unit:money"), Physical = Weight("unit:physical");

    /// <summary>By the length of the indicator.</summary>
    static readonly double[] Lengths =
        [.. Enumerable.Range(0, 16).Select(length => Weight(length switch { <= 1 => "length:1", <= 3 => "length:2-3", <= 8 => "length:4-8", <= 14 => "length:9-14", _ => "length:15+" }))];

    /// <param name="previous">What stands before it in the document, if anything.</param>
    /// <param name="rules">Those that made the claim.</param>
    /// <param name="span">Of the claim as it is published, as is that of its <paramref name="sentence"/>.</param>
    /// <returns>Between 0.01 and 0.99.</returns>
    public static decimal Read(Draft draft, Draft? previous, RuleChain rules, bool isLinked, TextSpan span, TextSpan sentence)
    {
        var sum = Start + rules.Weight + OfUnit(draft.Quantity.Unit.Code) + Lengths[Math.Min(draft.Indicator?.Words.Length ?? 0, Lengths.Length - 1)];
        if (isLinked)
            sum += Linked;
        if (draft.Indicator is { Words: var indicator })
        {
            if (IndicatorWords.Heads.MatchEnd(indicator, out _) > 0)
                sum += Head;
            if (IndicatorWords.Verbs.MatchStart(indicator, out _) > 1)
                sum += Verb;
            else if (HoldsVerb(indicator))
                sum += VerbWithin;
        }
        if (draft.Status != Status.Actual)
            sum += NotActual;
        if (draft.ScopeCode is null)
            sum += WithoutCode;
        if (draft.Scope?.Value == "全国")
            sum += National;
        if (sentence.Length > LongSentence)
            sum += LongIn;
        if (span.Start - sentence.Start > DeepInSentence)
            sum += DeepIn;
        if (previous is not null && previous.Scope?.Value != draft.Scope?.Value)
            sum += ScopeChanged;
        var hundredths = Math.Clamp((int)Math.Round(100 / (1 + Math.Exp(-sum))), 1, 99);
        return new(hundredths, 0, 0, isNegative: false, scale: 2);
    }

    /// <summary>What the name of a rule weighs.</summary>
    public static double OfRule(string rule) =>
        !rule.StartsWith("quantity:", StringComparison.Ordinal) ? Weight(rule)
        : rule is "quantity:plain" or "quantity:scaled" or "quantity:cell" ? 0 : Weight("quantity:odd");

    static double Weight(string trait) => Weights.GetValueOrDefault(trait);

    static double OfUnit(string unit) => unit switch
    {
        "%" or "‰" => Proportion,
        "pp" or "bp" => Points,
        "{倍}" or "{番}" => Times,
        "1" => None,
        "{household}" => People,
        _ when unit.StartsWith("{person", StringComparison.Ordinal) => People,
        _ when unit[0] == '{' => Count,
        _ when unit.Length >= 3 && unit.AsSpan(0, 3).IndexOfAnyExceptInRange('A', 'Z') < 0 && (unit.Length == 3 || unit[3] == '/') => Money,
        _ => Physical,
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

namespace Extractor.Cli.Evaluations;

enum Outcome
{
    /// <summary>The span is right; the wrong fields are named.</summary>
    Matched,

    /// <summary>An annotation that nothing stands for.</summary>
    Missed,

    /// <summary>Nothing is annotated there.</summary>
    False,

    /// <summary>A span that is found a second time.</summary>
    Repeated,

    /// <summary>It touches what is optional, or belongs to the other part.</summary>
    Ignored,
}

/// <summary>What became of one annotation or one prediction.</summary>
/// <param name="Wrong">The fields of a match that differ, in the order of <see cref="Field"/>.</param>
sealed record Judgement(string Document, Outcome Outcome, GoldClaim? Gold, Prediction? Found, IReadOnlyList<Field> Wrong)
{
    public static Judgement Of(Outcome outcome, GoldClaim gold) => new(gold.Document, outcome, gold, null, []);

    public static Judgement Of(Outcome outcome, Prediction found) => new(found.Document, outcome, null, found, []);

    public bool IsQuantity => Outcome == Outcome.Matched && !Wrong.Any(Fields.OfQuantity.Contains);

    public bool IsClaim => Outcome == Outcome.Matched && Wrong.Count == 0;
}

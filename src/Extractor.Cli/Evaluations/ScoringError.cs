namespace Extractor.Cli.Evaluations;

/// <summary>One thing to mend: the first field that is wrong, by which rule, and what was wanted.</summary>
/// <param name="Kind">missed, false, repeated, or the code of the first wrong field.</param>
/// <param name="Also">Other fields that are wrong too.</param>
sealed record ScoringError(string Kind, string Rule, string Document, int Start, string Text, string Got, string Want, string Also)
{
    /// <summary>What is missed first, then what is false, then field by field; within them rule by rule.</summary>
    public static IReadOnlyList<ScoringError> Of(IEnumerable<Judgement> judgements) =>
    [
        .. judgements.Where(judgement => judgement is not { Outcome: Outcome.Ignored } && !judgement.IsClaim)
            .OrderBy(judgement => judgement.Outcome switch { Outcome.Missed => -3, Outcome.False => -2, Outcome.Repeated => -1, _ => (int)judgement.Wrong[0] })
            .Select(Of).GroupBy(error => error.Kind)
            .SelectMany(kind => kind.OrderBy(error => error.Rule, StringComparer.Ordinal).ThenBy(error => error.Document, StringComparer.Ordinal).ThenBy(error => error.Start)),
    ];

    static ScoringError Of(Judgement judgement)
    {
        if (judgement.Gold is not { } gold)
        {
            var extra = judgement.Found!;
            return new(judgement.Outcome == Outcome.False ? "false" : "repeated", extra.RuleOf(Field.Value), extra.Document, extra.Span.Start, extra.Text, extra.Claim is { } claim ? claim.Indicator ?? "none" : $"{FieldWords.Of(Field.Value, extra)} {extra.Unit}", "nothing", "");
        }
        if (judgement.Found is not { } found)
            return new("missed", "", gold.Document, gold.Span.Start, gold.Text, "nothing", FieldWords.Of(Field.Indicator, gold), "");
        var field = judgement.Wrong[0];
        return new(
            field.Code(), found.RuleOf(field), gold.Document, gold.Span.Start, gold.Text, FieldWords.Of(field, found), FieldWords.Of(field, gold),
            string.Join(", ", judgement.Wrong.Skip(1).Select(other => other.Code())));
    }
}

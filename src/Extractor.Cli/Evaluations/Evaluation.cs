namespace Extractor.Cli.Evaluations;

/// <summary>All that a scoring tells. Where only bare quantities are scored there are no claims to speak of.</summary>
sealed record Evaluation(Part Part, IReadOnlyList<GoldClaim> Gold, IReadOnlyList<Prediction> Found, IReadOnlyList<Judgement> Judgements, bool IsOfClaims)
{
    public Score Total { get; } = Score.Of(Judgements);

    /// <summary>Prose and tables, where both are scored and there are tables.</summary>
    public IReadOnlyList<(string Name, Score Score)> Parts { get; } = Part == Part.All && Gold.Any(row => row.IsTable)
        ? [("prose", Score.Of(new Scorer(Part.Prose).Judge(Gold, Found))), ("tables", Score.Of(new Scorer(Part.Tables).Judge(Gold, Found)))]
        : [];

    public IReadOnlyList<(string Name, Score Score)> Documents { get; } =
        [.. Judgements.GroupBy(judgement => judgement.Document).Select(document => (document.Key, Score.Of([.. document])))];

    public IReadOnlyList<(string Name, Level Level)> Levels => IsOfClaims
        ? [("mention", Total.Mention), ("quantity", Total.Quantity), ("claim", Total.Claim)]
        : [("mention", Total.Mention), ("quantity", Total.Quantity)];

    public IReadOnlyList<Field> Compared => IsOfClaims ? Fields.All : Fields.OfQuantity;

    /// <summary>Annotated quantities over which anything was found with the right value and unit, whatever its span and qualifier.</summary>
    public (int Right, int All) ValueAndUnit { get; } = Agreeing(Judgements, Found);

    static (int, int) Agreeing(IReadOnlyList<Judgement> judgements, IReadOnlyList<Prediction> found)
    {
        var wanted = judgements.Where(judgement => judgement.Gold is not null).Select(judgement => judgement.Gold!).ToList();
        var byDocument = found.ToLookup(prediction => prediction.Document, StringComparer.Ordinal);
        return (wanted.Count(gold => byDocument[gold.Document].Any(prediction => prediction.Span.Overlaps(gold.Span)
            && FieldCheck.Right(Field.Value, gold, prediction) && FieldCheck.Right(Field.Unit, gold, prediction))), wanted.Count);
    }
}

interface IEvaluationWriter
{
    void Write(Evaluation evaluation, bool showErrors);
}

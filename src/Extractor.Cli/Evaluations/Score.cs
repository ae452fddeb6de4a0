namespace Extractor.Cli.Evaluations;

/// <summary>Precision, recall and their harmonic mean; where nothing is asked for or nothing found, one.</summary>
readonly record struct Level(double Precision, double Recall, double F1)
{
    public static Level Of(int right, int falselyFound, int missed)
    {
        var precision = right + falselyFound == 0 ? 1 : (double)right / (right + falselyFound);
        var recall = right + missed == 0 ? 1 : (double)right / (right + missed);
        return new(precision, recall, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall));
    }
}

/// <summary>What judgements come to. A match with a wrong field counts as one false and one missed at the levels that ask for it.</summary>
sealed record Score(int Matched, int Missed, int False, Level Mention, Level Quantity, Level Claim, IReadOnlyDictionary<Field, double> Fields)
{
    public static Score Of(IReadOnlyCollection<Judgement> judgements)
    {
        var matches = judgements.Where(judgement => judgement.Outcome == Outcome.Matched).ToList();
        var missed = judgements.Count(judgement => judgement.Outcome == Outcome.Missed);
        var wrong = judgements.Count(judgement => judgement.Outcome is Outcome.False or Outcome.Repeated);
        Level At(int right) => Level.Of(right, wrong + matches.Count - right, missed + matches.Count - right);
        return new(
            matches.Count, missed, wrong,
            At(matches.Count), At(matches.Count(match => match.IsQuantity)), At(matches.Count(match => match.IsClaim)),
            Evaluations.Fields.All.ToDictionary(
                field => field, field => matches.Count == 0 ? 1 : (double)matches.Count(match => !match.Wrong.Contains(field)) / matches.Count));
    }
}

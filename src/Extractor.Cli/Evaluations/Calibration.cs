namespace Extractor.Cli.Evaluations;

/// <summary>The claims whose confidence lies in a range, and how many are right in every field.</summary>
/// <param name="Least">The lower bound, included; the upper one is a tenth above, one where nothing lies above.</param>
readonly record struct CalibrationBucket(decimal Least, int Claims, double Share, int Right)
{
    public double ShareRight => Claims == 0 ? 0 : (double)Right / Claims;
}

/// <summary>Whether confidence means what it says. What is false counts as wrong, what is optional is left out.</summary>
static class Calibration
{
    static readonly decimal[] Bounds = [0.9m, 0.8m, 0.7m, 0.6m, 0.5m, 0m];

    public static IReadOnlyList<CalibrationBucket> Of(IEnumerable<Judgement> judgements)
    {
        var claims = judgements.Where(judgement => judgement is { Outcome: not Outcome.Ignored, Found.Claim: not null }).ToLookup(
            judgement => Bounds.First(bound => judgement.Found!.Claim!.Confidence >= bound));
        var all = claims.Sum(bucket => bucket.Count());
        return [.. Bounds.Select(bound => new CalibrationBucket(
            bound, claims[bound].Count(), all == 0 ? 0 : (double)claims[bound].Count() / all, claims[bound].Count(judgement => judgement.IsClaim)))];
    }

    public static string Label(decimal least) => least switch
    {
        0.9m => "≥ 0.9",
        0m => "< 0.5",
        _ => FormattableString.Invariant($"{least:0.0}–{least + 0.1m:0.0}"),
    };
}

namespace Extractor.Core.Comparisons;

/// <summary>What all evidence together says of a pasted claim.</summary>
/// <param name="Difference">To the evidence that decided, where the numbers are not equal.</param>
/// <param name="Decided">The place of that evidence in the list; null where nothing was comparable.</param>
public sealed record Judgement(Verdict Verdict, Difference? Difference, int? Decided, string Reason, string ReasonEnglish)
{
    /// <summary>
    /// Firm pairs decide before those that may only confirm. Where sources contradict each other, one that agrees wins over one
    /// that rounds, and that over one that differs: the text has a source; but the reason says that others have other numbers.
    /// Among equals the one that ranks first decides.
    /// </summary>
    /// <param name="evidence">Ranked, the closest first.</param>
    public static Judgement Of(IReadOnlyList<Comparison> evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var judging = evidence.Select((pair, index) => (pair, index)).Where(item => item.pair.Verdict != Verdict.None).ToList();
        if (judging.Count == 0)
            return new(Verdict.None, null, null, evidence.Count == 0 ? "没有可比的记录" : "没有可比的记录，只有相近的", evidence.Count == 0 ? "nothing comparable" : "nothing comparable, only what is near");
        var firm = judging.Where(item => item.pair.IsComparable).ToList();
        var (best, index) = (firm.Count > 0 ? firm : judging).OrderBy(item => item.pair.Verdict).ThenBy(item => item.index).First();
        var against = firm.Count(item => item.pair.Verdict == Verdict.Differs);
        var isDisputed = best.Verdict != Verdict.Differs && against > 0;
        return new(
            best.Verdict, best.Difference, index,
            isDisputed ? FormattableString.Invariant($"{best.Reason}；另有{against}条依据数值不同") : best.Reason,
            isDisputed ? FormattableString.Invariant($"{best.ReasonEnglish}; {against} other sources have another number") : best.ReasonEnglish);
    }
}

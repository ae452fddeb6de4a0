using Extractor.Core.Text;

namespace Extractor.Cli.Evaluations;

/// <summary>Which annotations count: <see cref="Prose"/> takes those in tables for optional, <see cref="Tables"/> all others.</summary>
enum Part { All, Prose, Tables }

/// <summary>
/// Pairs what was found with what is annotated, span by span. Every annotation that is not optional must be found; what
/// touches only an optional one is passed over; anything else is false.
/// </summary>
sealed class Scorer(Part part)
{
    /// <summary>Documents in ordinal order; where nothing is annotated, all is false.</summary>
    public IReadOnlyList<Judgement> Judge(IEnumerable<GoldClaim> gold, IEnumerable<Prediction> found)
    {
        var annotated = gold.ToLookup(row => row.Document, StringComparer.Ordinal);
        var predicted = found.ToLookup(row => row.Document, StringComparer.Ordinal);
        return [.. annotated.Select(group => group.Key).Union(predicted.Select(group => group.Key), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .SelectMany(document => Judge([.. annotated[document]], predicted[document]))];
    }

    List<Judgement> Judge(List<GoldClaim> gold, IEnumerable<Prediction> found)
    {
        var judgements = new List<Judgement>();
        // Of those that repeat a span the last one is scored.
        var free = new OrderedDictionary<TextSpan, Prediction>();
        foreach (var prediction in found)
        {
            var span = TrimmedSpan.Of(prediction.Span, prediction.Text);
            if (free.TryGetValue(span, out var earlier))
                judgements.Add(Judgement.Of(Outcome.Repeated, earlier));
            free[span] = prediction;
        }
        foreach (var row in gold.Where(row => !IsOptional(row)))
            judgements.Add(free.Remove(TrimmedSpan.Of(row.Span, row.Text), out var match) ? Compare(row, match) : Judgement.Of(Outcome.Missed, row));
        foreach (var (span, prediction) in free)
            judgements.Add(Judgement.Of(IsPassedOver(span, gold) ? Outcome.Ignored : Outcome.False, prediction));
        return judgements;
    }

    static Judgement Compare(GoldClaim gold, Prediction found)
    {
        var fields = found.Claim is null ? Fields.OfQuantity : Fields.All;
        return new(gold.Document, Outcome.Matched, gold, found, [.. fields.Where(field => !FieldCheck.Right(field, gold, found))]);
    }

    bool IsOptional(GoldClaim row) => row.IsOptional || part != Part.All && row.IsTable != (part == Part.Tables);

    bool IsPassedOver(TextSpan span, List<GoldClaim> gold) =>
        gold.Exists(row => IsOptional(row) && row.Span.Overlaps(span))
        || part != Part.All && (gold.MinBy(row => Math.Abs(row.Span.Start - span.Start))?.IsTable ?? false) != (part == Part.Tables);
}

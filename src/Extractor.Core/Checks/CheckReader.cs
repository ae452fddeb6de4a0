using Extractor.Core.Claims;

namespace Extractor.Core.Checks;

/// <summary>
/// Finds claims of a document that bear on each other, and tells whether they fit. Only where the relation is certain:
/// what is left out is not checked, and nothing is said of it. Each relation looks at a bounded number of neighbours.
/// </summary>
static class CheckReader
{
    /// <param name="claims">In the order of the text, each with the draft it was made of.</param>
    /// <param name="text">The page as the drafts' spans count it.</param>
    /// <returns>By their first claims.</returns>
    public static IReadOnlyList<Check> Read(IReadOnlyList<(Claim Claim, Draft Draft)> claims, string text)
    {
        if (claims.Count < 2)
            return [];
        var figures = new Figure[claims.Count];
        var real = false;
        for (var i = 0; i < figures.Length; i++)
        {
            // Once a sentence: a page may be a single one.
            if (i == 0 || claims[i].Draft.Sentence != claims[i - 1].Draft.Sentence)
                real = RealTerms.AreSaid(claims[i].Draft.Sentence.In(text));
            figures[i] = new(i, claims[i].Claim, claims[i].Draft, real);
        }
        var found = new List<Check>();
        GrowthCheck.Find(figures, text, found);
        FromToCheck.Find(figures, text, found);
        PartsCheck.Find(figures, text, found);
        SharesCheck.Find(figures, text, found);
        ShareOfCheck.Find(figures, text, found);
        ConflictCheck.Find(figures, found);
        return [.. found.OrderBy(check => check.Claims[0]).ThenBy(check => check.Kind)];
    }

    /// <summary>Compares what the others give with what is stated, and files it unless hedges leave so much room that nothing could disagree.</summary>
    public static void Compare(List<Check> found, CheckKind kind, IReadOnlyList<Figure> figures, Interval expected, Interval stated, string unit, string sum)
    {
        var tolerance = expected.Half + stated.Half;
        var agrees = expected.Overlaps(stated);
        if (agrees && tolerance > stated.Middle / 10 && figures.Any(figure => figure.Claim.Qualifier != Qualifier.Exact))
            return;
        string Print(decimal value) => Interval.Print(value, tolerance);
        found.Add(new(
            kind, [.. figures.Select(figure => figure.Index).Order()], Print(expected.Middle), Print(stated.Middle), Print(tolerance), unit,
            agrees ? CheckOutcome.Agrees : CheckOutcome.Disagrees,
            $"{sum} = {Print(expected.Middle)}, stated {Print(stated.Middle)} {unit}, {(agrees ? "within" : "more than")} ±{Print(tolerance)} apart"));
    }
}

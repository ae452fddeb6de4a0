using Extractor.Core.Claims;

namespace Extractor.Core.Checks;

/// <summary>
/// Finds claims of a document that bear on each other, and tells whether they fit. Only where the relation is certain:
/// what is left out is not checked, and nothing is said of it. Each relation looks at a bounded number of neighbours in its
/// article; conflicts are looked for in the whole document. One reader reads one document.
/// </summary>
/// <param name="text">The page as the drafts' spans count it.</param>
sealed class CheckReader(string text)
{
    readonly ConflictCheck _conflicts = new();

    readonly List<Check> _found = [];

    int _read;

    /// <summary>By their first claims.</summary>
    public IReadOnlyList<Check> Found => [.. _found.OrderBy(check => check.Claims[0]).ThenBy(check => check.Kind)];

    /// <param name="claims">Of the next article, in the order of the text, each with the draft it was made of.</param>
    public void Read(IReadOnlyList<(Claim Claim, Draft Draft)> claims)
    {
        var figures = new Figure[claims.Count];
        var real = false;
        for (var i = 0; i < figures.Length; i++)
        {
            // Once a sentence: a page may be a single one.
            if (i == 0 || claims[i].Draft.Sentence != claims[i - 1].Draft.Sentence)
                real = RealTerms.AreSaid(claims[i].Draft.Sentence.In(text));
            figures[i] = new(_read++, claims[i].Claim, claims[i].Draft, real);
        }
        GrowthCheck.Find(figures, text, _found);
        FromToCheck.Find(figures, text, _found);
        PartsCheck.Find(figures, text, _found);
        SharesCheck.Find(figures, text, _found);
        ShareOfCheck.Find(figures, text, _found);
        _conflicts.Find(figures, _found);
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

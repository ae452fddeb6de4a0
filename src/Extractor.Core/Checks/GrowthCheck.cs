using Extractor.Core.Claims;
using Extractor.Core.Text;

namespace Extractor.Core.Checks;

/// <summary>«余额6034.35亿元，增长12.32%，增量661.7亿元»: the growth gives the change.</summary>
static class GrowthCheck
{
    const int Window = 6;

    static readonly WordList Others = WordList.Embedded("Checks.unrelated.tsv", "growth", "from_to", "second");

    // «比年初增加4126亿元，同比多增386亿元»: how much more it changed than a year before.
    static readonly WordList Seconds = WordList.Embedded("Checks.unrelated.tsv", "second", "growth", "from_to");

    public static void Find(Figure[] figures, string text, List<Check> found)
    {
        for (var i = 0; i < figures.Length; i++)
        {
            var level = figures[i];
            if (i + 1 == figures.Length || !figures[i + 1].IsBesides(level) || !figures[i + 1].SharesSubject(level) || !level.IsLevel || level.IsProportion || level.MayBeReal)
                continue;
            List<Figure> changes = [], growths = [];
            for (var j = i + 1; j < figures.Length && j <= i + Window; j++)
            {
                var next = figures[j];
                if (!next.IsBesides(level) || !next.SharesSubject(level) || Others.IsIn(next.Since(figures[j - 1], text)) || Seconds.IsIn(next.Since(figures[j - 1], text)))
                    break;
                if (next.Interval is not null && next is { Claim.Measure: Measure.Change, MeasureRule: "change" } && next.Claim.Unit == level.Claim.Unit)
                    changes.Add(next);
                else if (next.Interval is not null && next is { Claim.Measure: Measure.Growth, MeasureRule: "growth" } && next.Claim.Unit is "%" or "‰" or "{倍}")
                    growths.Add(next);
                else
                    break;
            }
            // A second change may be one of the first: 比年初增加305亿元，同比增加41亿元.
            if (changes.Count > 0 && Partner(changes[0], growths, text) is { } growth)
                Add(level, changes[0], growth, found);
        }
    }

    /// <summary>The growth against the same base: said to be, or beside the change without saying another.</summary>
    static Figure? Partner(Figure change, List<Figure> growths, string text)
    {
        foreach (var growth in growths)
            if (growth.Claim.Direction == change.Claim.Direction && growth.Claim.Basis is { } basis && basis == change.Claim.Basis)
                return growth;
        foreach (var growth in growths)
            if (growth.Claim.Direction == change.Claim.Direction && Math.Abs(growth.Index - change.Index) == 1 && (growth.Claim.Basis is null || change.Claim.Basis is null))
            {
                // «比年初增加300亿元，增长5%»: beside a change since the year began, only the barest words carry it on.
                var between = growth.Index > change.Index ? growth.Since(change, text) : change.Since(growth, text);
                if ((growth.Claim.Basis ?? change.Claim.Basis) is null or "yoy" || between.Length <= 4)
                    return growth;
            }
        return null;
    }

    static void Add(Figure level, Figure change, Figure growth, List<Check> found)
    {
        var (value, rate, stated) = (level.Interval!.Value, growth.Interval!.Value, change.Interval!.Value);
        var per = growth.Claim.Unit switch { "%" => 100m, "‰" => 1000m, _ => 1m };
        var sign = growth.Claim.Direction == Direction.Down ? -1 : 1;
        var (slow, fast) = (Math.Max(0, rate.Low) / per, rate.High / per);
        if (1 + sign * fast <= 0)
            return;
        // What grew by g to L grew by L·g ÷ (1 + g); it rises with both.
        var expected = new Interval(value.Low * slow / (1 + sign * slow), value.High * fast / (1 + sign * fast));
        var op = sign > 0 ? "+" : "−";
        CheckReader.Compare(found, CheckKind.Growth, [level, change, growth], expected, stated, level.Claim.Unit,
            $"{level.Printed} × {growth.Printed} ÷ (1 {op} {growth.Printed})");
    }
}

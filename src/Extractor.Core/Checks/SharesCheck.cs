using Extractor.Core.Claims;

namespace Extractor.Core.Checks;

/// <summary>«三次产业增加值比重分别为8.4%、37.7%和53.9%»: the shares of all parts give 100.</summary>
static class SharesCheck
{
    const int Most = 5;

    public static void Find(Figure[] figures, string text, List<Check> found)
    {
        for (var i = 0; i < figures.Length; i++)
        {
            if (!IsShare(figures[i]))
                continue;
            var run = Run(figures, i);
            var count = Count(run, text);
            if (count == 0)
                continue;
            Add(run[..count], found);
            i += run[count - 1].Index - run[0].Index;
        }
    }

    /// <summary>The shares from here on of one sentence; of each the amount may stand before it: 男性25.1万人，占51.2%；女性….</summary>
    static List<Figure> Run(Figure[] figures, int from)
    {
        var first = figures[from];
        List<Figure> run = [first];
        for (var i = from + 1; i < figures.Length && run.Count < Most && figures[i].IsBesides(first); i++)
        {
            if (figures[i].IsLevel && !IsShare(figures[i]) && i + 1 < figures.Length && IsShare(figures[i + 1]) && figures[i + 1].SharesSubject(figures[i]))
                i++;
            var next = figures[i];
            if (!IsShare(next) || !next.IsBesides(first) || next.Claim.Scope != first.Claim.Scope || next.Claim.Period != first.Claim.Period || next.Claim.Status != first.Claim.Status)
                break;
            run.Add(next);
        }
        return run;
    }

    static bool IsShare(Figure figure) =>
        figure.Interval is not null && figure.Claim.Unit == "%"
        && (figure.Claim.Measure == Measure.Share || figure.Claim is { Measure: Measure.Level, IndicatorId: { } id } && id.StartsWith("share-", StringComparison.Ordinal));

    /// <summary>How many of the run are the shares of all parts; 0 if they are not.</summary>
    static int Count(List<Figure> run, string text)
    {
        foreach (var (_, parts) in Partitions.Default.Indicators)
            if (parts.Length <= run.Count && IsAll(run[..parts.Length], parts))
                return parts.Length;
        foreach (var (word, count) in Partitions.Default.Lists)
            if (run.Count == count && run[0].Claim.Indicator is { } name && name.StartsWith(word, StringComparison.Ordinal) && IsList(run, name, text))
                return count;
        // Marks halve a whole where two shares stand alone.
        return run.Count == 2 && run[0].Claim.Indicator is { } first && run[1].Claim.Indicator is { } second && Partitions.Default.AreHalves(first, second) ? 2 : 0;
    }

    static bool IsAll(List<Figure> figures, string[] parts)
    {
        foreach (var part in parts)
        {
            var found = 0;
            foreach (var figure in figures)
                found += figure.Claim.IndicatorId == part ? 1 : 0;
            if (found != 1)
                return false;
        }
        return true;
    }

    static bool IsList(List<Figure> figures, string name, string text)
    {
        for (var i = 0; i < figures.Count; i++)
            if (figures[i].Claim.Indicator != name || i > 0 && figures[i].Since(figures[i - 1], text) is not ("、" or "和" or "：" or "∶" or ":"))
                return false;
        return true;
    }

    static void Add(List<Figure> shares, List<Check> found)
    {
        var sum = shares.Select(share => share.Interval!.Value).Aggregate((a, b) => a.Plus(b));
        CheckReader.Compare(found, CheckKind.Shares, shares, sum, new(100, 100), "%", string.Join(" + ", shares.Select(share => share.Printed)));
    }
}

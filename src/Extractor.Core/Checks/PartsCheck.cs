namespace Extractor.Core.Checks;

/// <summary>«进出口46.01亿元，其中出口43.27亿元，进口2.74亿元»: the parts give the whole.</summary>
static class PartsCheck
{
    const int Behind = 16, Before = 6;

    public static void Find(Figure[] figures, string text, List<Check> found)
    {
        var done = new HashSet<Figure>();
        ByIndicator(figures, done, found);
        ByWords(figures, text, done, found);
    }

    static void ByIndicator(Figure[] figures, HashSet<Figure> done, List<Check> found)
    {
        for (var i = 0; i < figures.Length; i++)
        {
            var whole = figures[i];
            if (!whole.IsLevel || whole.Claim is not { IndicatorId: { } id, Period: not null })
                continue;
            foreach (var parts in Partitions.Default.PartsOf(id))
                if (Parts(figures, i, parts) is { } members)
                {
                    Add(whole, members, found);
                    done.Add(whole);
                }
        }
    }

    /// <summary>The nearest of each part behind the whole, else before it; null where one is missing.</summary>
    static List<Figure>? Parts(Figure[] figures, int whole, string[] parts)
    {
        var members = new List<Figure>(parts.Length);
        foreach (var part in parts)
        {
            Figure? member = null;
            for (var j = whole + 1; j < figures.Length && j <= whole + Behind && member is null; j++)
            {
                // The whole once more: what follows belongs to that one.
                if (figures[j].Claim.IndicatorId == figures[whole].Claim.IndicatorId && figures[j].IsLevel)
                    break;
                member = Matches(figures[j], part) ? figures[j] : null;
            }
            for (var j = whole - 1; j >= 0 && j >= whole - Before && member is null && figures[j].IsBesides(figures[whole]); j--)
                member = Matches(figures[j], part) ? figures[j] : null;
            if (member is null)
                return null;
            members.Add(member);
        }
        return members;

        bool Matches(Figure figure, string id) =>
            figure.IsLevel && figure.Claim.IndicatorId == id && figure.Claim.Unit == figures[whole].Claim.Unit && figure.Claim.Scope == figures[whole].Claim.Scope
            && figure.Claim.Period == figures[whole].Claim.Period && figure.Claim.Status == figures[whole].Claim.Status && figure.Claim.Article == figures[whole].Claim.Article;
    }

    /// <summary>«学生500人，其中男生260人，女生240人».</summary>
    static void ByWords(Figure[] figures, string text, HashSet<Figure> done, List<Check> found)
    {
        for (var i = 0; i + 2 < figures.Length; i++)
        {
            var (whole, first, second) = (figures[i], figures[i + 1], figures[i + 2]);
            if (!whole.IsLevel || !first.IsLevel || !second.IsLevel || whole.IsProportion || !whole.IsBesides(first) || !first.IsBesides(second)
                || whole.Claim.Unit != first.Claim.Unit || first.Claim.Unit != second.Claim.Unit || first.Claim.Status != second.Claim.Status || whole.Claim.Status != first.Claim.Status
                || whole.Claim.Period != first.Claim.Period || first.Claim.Period != second.Claim.Period || first.Claim.Scope != whole.Claim.Scope || second.Claim.Scope != whole.Claim.Scope
                || !first.Since(whole, text).Contains("其中", StringComparison.Ordinal) || !Partitions.Default.AreHalves(first.Claim.Indicator!, second.Claim.Indicator!)
                || done.Contains(whole))
                continue;
            Add(whole, [first, second], found);
        }
    }

    static void Add(Figure whole, List<Figure> parts, List<Check> found)
    {
        var sum = parts.Select(part => part.Interval!.Value).Aggregate((a, b) => a.Plus(b));
        CheckReader.Compare(found, CheckKind.Parts, [whole, .. parts], sum, whole.Interval!.Value, whole.Claim.Unit, string.Join(" + ", parts.Select(part => part.Printed)));
    }
}

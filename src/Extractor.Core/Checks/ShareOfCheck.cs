using Extractor.Core.Claims;

namespace Extractor.Core.Checks;

/// <summary>«党员总数43万名，其中女党员1.2万名，占2.8%»: part and whole give the share.</summary>
static class ShareOfCheck
{
    const int Window = 6, LongestLink = 20;

    public static void Find(Figure[] figures, string text, List<Check> found)
    {
        for (var i = 1; i < figures.Length; i++)
        {
            var (part, share) = (figures[i - 1], figures[i]);
            if (share.Interval is null || share.Claim is not { Measure: Measure.Share, Unit: "%" } || !part.IsLevel || part.IsProportion || !part.IsBesides(share)
                || !share.SharesSubject(part) || Base(share.Since(part, text)) is not { } words || Whole(figures, i - 1, words, text) is not { } whole)
                continue;
            var (small, large) = (part.Interval!.Value, whole.Interval!.Value);
            if (small.Low <= 0 || large.Low <= 0)
                continue;
            CheckReader.Compare(found, CheckKind.ShareOf, [whole, part, share], new(small.Low / large.High * 100, small.High / large.Low * 100), share.Interval.Value, "%",
                $"{part.Printed} ÷ {whole.Printed}");
        }
    }

    /// <summary>What the share is of: «，占党员总数的» → 党员总数, «，占» → nothing said; null where this is another relation.</summary>
    static string? Base(ReadOnlySpan<char> between)
    {
        if (between.Length > LongestLink || between.IndexOf('占') is not (>= 0 and <= 2 and var at) || between[0] is not ('，' or '（') || between.IndexOfAny('；', '。') >= 0)
            return null;
        var words = between[(at + 1)..].TrimEnd("为达到约的");
        if (words.EndsWith("比重") || words.EndsWith("比例"))
            words = words[..^2].TrimEnd('的');
        if (words.EndsWith("比"))
            words = words[..^1];
        return words.ContainsAny('，', '、') ? null : words.ToString();
    }

    /// <summary>The whole that is named, or that 其中 points back to.</summary>
    static Figure? Whole(Figure[] figures, int part, string words, string text)
    {
        for (var j = part - 1; j >= 0 && j >= part - Window && figures[j].IsBesides(figures[part]); j--)
        {
            var whole = figures[j];
            if (!whole.IsLevel || whole.Claim.Unit != figures[part].Claim.Unit || whole.Claim.Period != figures[part].Claim.Period || whole.Claim.Status != figures[part].Claim.Status)
                continue;
            if (words.Length > 0 && words != "总数" && words != "总量")
            {
                if (whole.Claim.Indicator == words && whole.Claim.Scope == figures[part].Claim.Scope)
                    return whole;
                continue;
            }
            // 其中 stands right behind the whole; a part in between would be one of its own.
            if (j == part - 1)
                return figures[part].Since(whole, text).Contains("其中", StringComparison.Ordinal) ? whole : null;
            if (figures[j + 1].Since(whole, text).Contains("其中", StringComparison.Ordinal))
                return whole;
        }
        return null;
    }
}

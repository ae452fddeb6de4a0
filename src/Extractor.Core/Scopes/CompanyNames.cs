using Extractor.Core.Text;

namespace Extractor.Core.Scopes;

/// <summary>
/// Finds companies that an article calls by a short name: two characters and a trade (亨通光电, 江西铜业), at least twice
/// where a clause opens, with a verb of companies behind.
/// </summary>
static class CompanyNames
{
    const int Stem = 2, FewestTimes = 2;

    static readonly WordList Trades = OrganisationReader.Words("listed"), Regional = OrganisationReader.Words("regional"), Verbs = OrganisationReader.Words("verb"), Generic = OrganisationReader.Words("stem");

    public static IReadOnlyList<string> Find(string text, TextSpan article)
    {
        var times = new Dictionary<string, int>();
        var isInside = false;
        for (var at = article.Start; at + Stem < article.End; at++)
        {
            var opens = !isInside;
            isInside = Glyph.IsHan(text[at]);
            if (!isInside || !opens || !Glyph.IsHan(text[at + 1]))
                continue;
            var rest = text.AsSpan(at + Stem, article.End - at - Stem);
            if (Trades.MatchStart(rest) is not (> 0 and var trade) || !Verbs.Starts(rest[trade..]))
                continue;
            var stem = text.AsSpan(at, Stem);
            if (Generic.Starts(stem) || Trades.Starts(stem) || Gazetteer.Default.Match(stem, null, out _) > 0 && Regional.MatchStart(rest) != trade)
                continue;
            var name = text.Substring(at, Stem + trade);
            times[name] = times.GetValueOrDefault(name) + 1;
        }
        return [.. times.Where(name => name.Value >= FewestTimes).Select(name => name.Key)];
    }
}

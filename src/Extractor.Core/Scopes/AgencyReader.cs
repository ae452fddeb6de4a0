using Extractor.Core.Text;

namespace Extractor.Core.Scopes;

/// <summary>Reads bodies whose figures are a whole country's, where they announce within 24 characters of the same clause.</summary>
static class AgencyReader
{
    const int LongestAnnouncement = 24;

    static readonly WordTable<string> Agencies = LexiconFile.Embedded("Scopes.agencies.tsv").Names();

    static readonly WordList Announces = WordList.Embedded("Scopes.reports.tsv", "announce", "partner", "dealing", "act");

    public static IEnumerable<string> Words => Agencies.Words;

    /// <summary>国家统计局发布…: what a national body announces is the country's, in a local paper too.</summary>
    public static bool TryRead(string text, int at, TextSpan within, out ScopeMention mention)
    {
        mention = default;
        if (Agencies.MatchStart(text.AsSpan(at, within.End - at), out var scope) is not (> 0 and var length))
            return false;
        var clause = text.AsSpan(at + length, Math.Min(LongestAnnouncement, within.End - at - length));
        if (clause.IndexOfAny('，', '。') is >= 0 and var stop)
            clause = clause[..stop];
        if (!Announces.IsIn(clause))
            return false;
        mention = new(new(at, at + length), scope!, null, IsTopic: true);
        return true;
    }
}

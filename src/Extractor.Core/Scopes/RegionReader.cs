using Extractor.Core.Text;

namespace Extractor.Core.Scopes;

/// <summary>Reads regions that are no divisions (长三角, 欧盟), where a clause opens with one; they stand by their own name.</summary>
static class RegionReader
{
    const int LongestRank = 10;

    static readonly WordList Home = WordList.Embedded("Scopes.regions.tsv", "home", "abroad"), Abroad = WordList.Embedded("Scopes.regions.tsv", "abroad", "home");

    /// <summary>With one of these begins what is read.</summary>
    public static IEnumerable<string> Words => Home.Words.Concat(Abroad.Words);

    /// <summary>Asked only where a clause opens.</summary>
    public static bool TryRead(string text, int at, TextSpan within, out ScopeMention mention)
    {
        var rest = text.AsSpan(at, within.End - at);
        var (home, away) = (Home.MatchStart(rest), Abroad.MatchStart(rest));
        var length = Math.Max(home, away);
        // 全球单机容量最大的风电机组 is somewhere, and not the world's.
        if (length > 0 && rest[length..Math.Min(rest.Length, length + LongestRank)] is var behind && (behind.IndexOfAny("，。、；") is >= 0 and var stop ? behind[..stop] : behind).Contains('最'))
            length = 0;
        if (at > within.Start && text[at - 1] == '、')
            length = 0;
        mention = length == 0 ? default : new(new(at, at + length), text.Substring(at, length), null, IsTopic: true, IsForeign: away > home, IsRegion: true);
        return length > 0;
    }
}

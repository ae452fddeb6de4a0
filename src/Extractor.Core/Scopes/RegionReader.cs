using Extractor.Core.Text;

namespace Extractor.Core.Scopes;

/// <summary>Reads regions that are no divisions (长三角, 欧盟), where a clause opens with one; they stand by their own name.</summary>
static class RegionReader
{
    static readonly WordTable<bool> Regions = new(LexiconFile.Embedded("Scopes.regions.tsv").Rows(columns: 2)
        .SelectMany(row => row.Surfaces(1).Select(word => KeyValuePair.Create(word, row[0] == "abroad"))));

    public static bool TryRead(string text, int at, TextSpan within, out ScopeMention mention)
    {
        var length = Regions.MatchStart(text.AsSpan(at, within.End - at), out var abroad);
        if (!Topic.Opens(text.AsSpan(within.Start, at - within.Start)) || at > within.Start && text[at - 1] == '、')
            length = 0;
        mention = length == 0 ? default : new(new(at, at + length), text.Substring(at, length), null, Topic.Opens(text.AsSpan(within.Start, at - within.Start)), abroad);
        return length > 0;
    }
}

using Extractor.Core.Text;

namespace Extractor.Core.Scopes;

/// <summary>Reads what points back: 全区, 我市, 本港 to a place, 公司, 该行 to an organisation, 市区 to a city.</summary>
/// <param name="region">The publication's own, or null.</param>
sealed class AnaphoraReader(Gazetteer gazetteer, PlaceReader places, OrganisationReader organisations, Place? region)
{
    static readonly WordList Acts = WordList.Embedded("Scopes.reports.tsv", "act", "partner", "announce", "dealing");

    /// <summary>With one of these anything begins that is read inside a clause.</summary>
    public static IEnumerable<string> Words => [.. AnaphoraLexicon.Default.Words, "市区", "中国"];

    public bool TryRead(string text, int at, TextSpan within, out ScopeMention mention)
    {
        mention = default;
        var rest = text.AsSpan(at, within.End - at);
        var before = text.AsSpan(within.Start, at - within.Start);
        if (AnaphoraLexicon.Default.MatchOrganisation(rest) is > 0 and var word && !rest[word..].StartsWith("业") && Topic.Opens(before) && organisations.Last is { } organisation)
        {
            mention = new(new(at, at + word), organisation, null, IsTopic: true);
            return true;
        }
        if (rest.StartsWith("市区") && !rest.StartsWith("市区面积") && !rest.StartsWith("市区人口") && Topic.Opens(before) && Resolve(null, '市') is { } city)
        {
            mention = new(new(at, at + 2), city.Name + "区", null, IsTopic: true);
            return true;
        }
        if (rest.Length > 1 && rest[0] is '两' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' && rest[1] is '县' or '州' && before.IsEmpty)
        {
            mention = new(new(at, at + 2), rest[..2].ToString(), null, IsTopic: true);
            return true;
        }
        // 而中国增加7400万吨: with a verb behind it is a country among others, and begins no name.
        if (rest.StartsWith("中国") && Topic.Opens(before.TrimEnd("而但")) && !before.EndsWith("、") && Acts.Starts(rest[2..]))
        {
            mention = new(new(at, at + 2), Place.China.Name, Place.China.FullCode, IsTopic: true, Holds: true);
            return true;
        }
        if (AnaphoraLexicon.Default.MatchPlace(rest, out var anaphor) is not (> 0 and var length))
            return false;
        // 社区 is a kind of place, and points to the one just named at most.
        if (rest.StartsWith("社区") && (!Topic.Opens(before) || places.Last?.Level != PlaceLevel.Village) || Resolve(anaphor.Level, anaphor.Suffix, isOurs: text[at] == '我') is not { } place)
            return false;
        var after = text.AsSpan(at + length, Math.Min(4, within.End - at - length));
        var topic = Topic.Opens(before) && !before.EndsWith("、");
        if (anaphor.Level == PlaceLevel.Country && !topic || Neighbours.Before.Ends(before) || Neighbours.Titles.Starts(after))
            return false;
        mention = new(new(at, at + length), place.Name, place.FullCode, topic, Holds: true);
        return true;
    }

    /// <summary>The nearest place of that level that was named, else the publication's or the one above it.</summary>
    /// <param name="isOurs">我县 is the publication's own, whatever was named last.</param>
    Place? Resolve(PlaceLevel? level, char suffix, bool isOurs = false)
    {
        if (level == PlaceLevel.Country)
            return Place.China;
        if (level == PlaceLevel.Village)
            return places.LastVillage is { } village && village.Name[^1] == suffix ? village : null;
        foreach (var candidate in isOurs ? new[] { region, places.Last } : [places.Last, region])
            foreach (var l in level is { } one ? [one] : suffix == '市' ? new[] { PlaceLevel.Prefecture, PlaceLevel.County, PlaceLevel.Province } : [PlaceLevel.Province, PlaceLevel.County])
                // 全区 in a county of Hebei is no Inner Mongolia, though that was named last.
                if (gazetteer.At(candidate, l) is { } place && place.Name[^1] == suffix && !(l == PlaceLevel.Province && region?.Code is [_, _, ..] home && !place.Code!.StartsWith(home[..2], StringComparison.Ordinal)))
                    return place;
        return null;
    }
}

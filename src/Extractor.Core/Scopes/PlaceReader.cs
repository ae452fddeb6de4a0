using Extractor.Core.Numbers;
using Extractor.Core.Text;

namespace Extractor.Core.Scopes;

/// <summary>
/// Reads a chain of divisions (湖北省襄阳市) with the township and village behind it; its last, smallest place is the scope.
/// Remembers the place read last, which decides between places of one name, and villages once said in full.
/// </summary>
/// <param name="region">The publication's own, or null.</param>
sealed class PlaceReader(Gazetteer gazetteer, Place? region)
{
    const int LongestExample = 6, ShortestVillage = 2, LongestVillage = 6;

    static readonly WordList Zones = WordList.Embedded("Scopes.zones.tsv");

    /// <summary>Villages by name, and the how manieth each was; with a bit set for the first character of each, so that few places are looked up.</summary>
    readonly Dictionary<string, (int Order, Place Village)> _known = [];

    ulong _knownFirst;

    /// <summary>The code of the division that a village lies in, by the village's name.</summary>
    readonly Dictionary<string, string> _containers = [];

    /// <summary>The place read last in this article, or null.</summary>
    public Place? Last { get; private set; }

    /// <summary>The township or village read last in this article, or null.</summary>
    public Place? LastVillage { get; private set; }

    /// <summary>A new article: the place named before is out of sight, villages stay known.</summary>
    public void Open() => (Last, LastVillage) = (null, null);

    /// <param name="may">What may begin here; villages that are known are looked for all the same.</param>
    public bool TryRead(string text, int at, TextSpan within, Beginnings may, out ScopeMention mention)
    {
        mention = default;
        var end = at;
        Place? place = null;
        while (end < within.End)
        {
            var rest = text.AsSpan(end, within.End - end);
            var next = Place.China;
            var length = (may & Beginnings.Word) != 0 || end > at ? gazetteer.Match(rest, (place ?? Last ?? region)?.Code, out next) : 0;
            // 上海市场: a market, and not of a 上海市.
            if (length > 2 && length < rest.Length && rest[length] == '场' && rest[length - 1] == '市')
                length = gazetteer.Match(rest[..(length - 1)], (place ?? Last ?? region)?.Code, out next);
            if (length == 0 && place is null && KnownVillage(rest, out next) is > 0 and var known)
                length = known;
            if (length == 0 || place is not null && next.Level <= place.Level)
                break;
            // 获评中国“一带一路”城市: the country is a scope only where it is the topic.
            if (next.Level == PlaceLevel.Country && !Topic.Opens(text.AsSpan(within.Start, at - within.Start)))
                break;
            // 新安 in 新安装, 于田 in 于田震区: a county's short name counts in a chain or a list only.
            if (next.Level == PlaceLevel.County && place is null && !gazetteer.IsFullName(rest[..length]) && !(SameProvince(next) && InList(text, end, end + length, within))
                && !(IsNear(next) && Topic.Opens(text.AsSpan(within.Start, at - within.Start))))
                break;
            // 示范县 is no 范县.
            if (place is null && length == 2 && next.Level == PlaceLevel.County && at > within.Start && Glyph.IsHan(text[at - 1]) && !Topic.Opens(text.AsSpan(within.Start, at - within.Start)) && text[at - 1] is not ('在' or '到' or '对' or '向' or '和' or '与' or '省' or '市' or '州' or '区'))
                break;
            place = next;
            end += length;
        }
        var bare = place is null && (may & Beginnings.Township) != 0 && Township.IsBare(text, at, within, out end);
        if (bare)
        {
            place = new(text[at..end], PlaceLevel.Village, null);
            Know(place);
        }
        if (place is null)
            return false;
        // 推介炭厂村等255个乡村: an example of those counted.
        if (IsExample(text, end, within.End))
            return false;
        // 18.4万山区群众: no 万山区.
        if (at > within.Start && char.IsAsciiDigit(text[at - 1]) && (text[at] is '万' or '千' or '百' or '亿' || end - at == 2))
            return false;
        // 成都到昆明运行时间: a route.
        if (end + 2 < within.End && text[end] == '到' && gazetteer.Match(text.AsSpan(end + 1, within.End - end - 1), null, out _) > 0)
            return false;
        // A route, a destination, or the head of a longer name: no scope.
        var after = text.AsSpan(end, Math.Min(2, within.End - end));
        var before = text.AsSpan(within.Start, at - within.Start);
        if (after.StartsWith("至") || after.StartsWith("—") || after.StartsWith("人民") && place.Level == PlaceLevel.Country || before.EndsWith("至") || before.EndsWith("到") && EndsInPlace(before[..^1]) || before.EndsWith("赴") || before.EndsWith("前往")
            || (before.EndsWith("对") || before.EndsWith("向")) && after.Length > 0 && after[0] is '出' or '进' or '投')
            return false;
        var behind = text.AsSpan(end, Math.Min(4, within.End - end));
        if (Neighbours.Names.Starts(behind) || Neighbours.Before.Ends(before))
            return false;
        while (Township.TryRead(text, end, within.End, out var village))
        {
            var name = text[end..village];
            if ((place.FullCode ?? _containers.GetValueOrDefault(place.Name)) is { } container)
                _containers.TryAdd(name, container);
            place = new(name, PlaceLevel.Village, null);
            Know(place);
            end = village;
        }
        // 长沙经济开发区: a zone goes by its own name.
        if (Zones.MatchStart(text.AsSpan(end, within.End - end)) is > 0 and var zone)
        {
            end += zone;
            place = new(text[at..end], PlaceLevel.Village, null);
        }
        Last = place;
        if (place.Level == PlaceLevel.Village)
            LastVillage = place;
        var titled = Neighbours.Titles.Starts(behind);
        mention = new(new(at, end), place.Name, place.FullCode, (Topic.Opens(before) || Topic.IsPlaced(before, text.AsSpan(end, within.End - end))) && !titled, Holds: before.EndsWith("在")) { Container = _containers.GetValueOrDefault(place.Name) };
        return true;
    }

    /// <summary>炭厂村等255个乡村, 金平荣联等160家超市.</summary>
    static bool IsExample(string text, int from, int limit)
    {
        var end = from;
        while (end < Math.Min(limit, from + LongestExample) && Glyph.IsHan(text[end]) && text[end] != '等') end++;
        return end + 1 < limit && text[end] == '等' && (end == from ? NumberReader.Starts.Contains(text[end + 1]) : char.IsAsciiDigit(text[end + 1]));
    }

    /// <summary>安平 in a list of a paper of Tainan is no county of Hebei.</summary>
    bool SameProvince(Place county) => region?.Code is not { } code || county.Code!.StartsWith(code[..2], StringComparison.Ordinal);

    /// <summary>A county of the publication's own prefecture goes by its short name: 义乌进入…, 永康规上工业….</summary>
    bool IsNear(Place county) => region?.Code is { Length: >= 4 } code && county.Code!.StartsWith(code[..4], StringComparison.Ordinal);

    bool EndsInPlace(ReadOnlySpan<char> before)
    {
        for (var length = 2; length <= Math.Min(6, before.Length); length++)
            if (gazetteer.Match(before[^length..], null, out _) == length)
                return true;
        return false;
    }

    static bool InList(string text, int start, int end, TextSpan within) =>
        start > within.Start && text[start - 1] == '、' || end < within.End && text[end] == '、';

    public bool KnowsVillages => _known.Count > 0;

    /// <summary>Whether a village that is known may begin with the character.</summary>
    public bool MayKnow(char first) => (_knownFirst >> (first % 64) & 1) != 0;

    void Know(Place village)
    {
        _known.TryAdd(village.Name, (_known.Count, village));
        _knownFirst |= 1UL << (village.Name[0] % 64);
    }

    /// <summary>The village known first of those whose names begin the text.</summary>
    int KnownVillage(ReadOnlySpan<char> rest, out Place place)
    {
        var (order, found) = (int.MaxValue, 0);
        place = Place.China;
        if (!MayKnow(rest[0]))
            return 0;
        var names = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = ShortestVillage; length <= Math.Min(LongestVillage, rest.Length); length++)
            if (names.TryGetValue(rest[..length], out var known) && known.Order < order)
                (order, found, place) = (known.Order, length, known.Village);
        return found;
    }
}

using Extractor.Core.Text;

namespace Extractor.Core.Scopes;

/// <summary>The provinces, prefectures and counties by full, short and former names. The names live in <c>places.tsv</c>, nowhere else.</summary>
sealed class Gazetteer
{
    readonly WordTable<Place[]> _names;
    readonly Dictionary<string, Place> _byCode = [];

    public static Gazetteer Default { get; } = new(LexiconFile.Embedded("Scopes.places.tsv"), LexiconFile.Embedded("Scopes.not-places.tsv"));

    internal Gazetteer(LexiconFile places, LexiconFile notPlaces)
    {
        var names = new Dictionary<string, List<Place>>();
        foreach (var row in places.Rows(columns: 4))
        {
            if (!Enum.TryParse<PlaceLevel>(row[1], ignoreCase: true, out var level))
                throw places.Error(row, $"“{row[1]}” is no level.");
            var place = new Place(row[2], level, row[0]);
            if (!_byCode.TryAdd(row[0], place))
                throw places.Error(row, $"code {row[0]} stands twice.");
            foreach (var name in row.Surfaces(3).Prepend(row[2]))
                if (names.TryGetValue(name, out var same)) same.Add(place);
                else names[name] = [place];
        }
        foreach (var former in Former(names))
            names.TryAdd(former.Name, [former.Name.EndsWith('县') && _byCode[former.Code!].Name.EndsWith("自治县") ? _byCode[former.Code!] : former]);
        foreach (var row in notPlaces.Rows(columns: 1))
            foreach (var word in row.Surfaces(0))
                names[word] = [];
        _names = new(names.ToDictionary(pair => pair.Key, pair => pair.Value.OrderBy(place => place.Level).ToArray()));
    }

    /// <summary>宁乡市 was 宁乡县: a county that became a city or a district, by the name that older texts use, with today's code.</summary>
    static List<Place> Former(Dictionary<string, List<Place>> names)
    {
        var former = new List<Place>();
        foreach (var (name, places) in names)
        {
            // 前郭尔罗斯蒙古族自治县 goes as 前郭县.
            if (places is [{ Level: PlaceLevel.County } autonomous] && autonomous.Name.EndsWith("自治县") && autonomous.Name != name)
                former.Add(autonomous with { Name = name + "县" });
            if (places is [{ Level: PlaceLevel.County } place] && place.Name == name && name.Length is 3 or 4 && name[^1] is '市' or '区' && !name.EndsWith("新区"))
                former.Add(place with { Name = name[..^1] + "县" });
        }
        return former;
    }

    /// <summary>The longest place name at the start of <paramref name="text"/>, of several the one nearest to <paramref name="near"/>; 0 if none.</summary>
    public int Match(ReadOnlySpan<char> text, string? near, out Place place)
    {
        place = Place.China;
        var length = _names.MatchStart(text, out var places);
        if (length == 0 || places.Length == 0)
            return 0;
        place = places[0];
        foreach (var candidate in places)
            if (Shared(candidate.Code!, near) > Shared(place.Code!, near))
                place = candidate;
        return length;
    }

    /// <summary>How many characters a place's name takes, or a word that begins like a place and is none (长治久安).</summary>
    public int MatchWord(ReadOnlySpan<char> text, out bool isPlace)
    {
        var length = _names.MatchStart(text, out var places);
        isPlace = length > 0 && places.Length > 0;
        return length;
    }

    /// <summary>The names, and the words that are none.</summary>
    public IEnumerable<string> Words => _names.Words;

    /// <summary>Whether a name says what kind of division it is (前郭县), and so needs no company.</summary>
    public bool IsFullName(ReadOnlySpan<char> name) =>
        _names.TryGet(name, out var places) && places.Length > 0 && (name.SequenceEqual(places[0].Name) || name.Length > 2 && name[^1] is '县' or '旗' or '市');

    public Place? ByCode(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>What a division, or the whole country for an empty code, is divided into next.</summary>
    public IEnumerable<Place> Below(string code)
    {
        // 469001 has no prefecture above it, and 500101 none either: they hang on their province.
        bool IsNext(string below)
        {
            for (var length = below.Length - 2; length > code.Length; length -= 2)
                if (_byCode.ContainsKey(below[..length]))
                    return false;
            return true;
        }
        return _byCode.Where(pair => pair.Value.FullCode is not null && pair.Key.Length > code.Length && pair.Key.StartsWith(code, StringComparison.Ordinal) && IsNext(pair.Key)).Select(pair => pair.Value);
    }

    /// <summary>The last place of a chain (湖北省襄阳市); null if the whole is none.</summary>
    public Place? FindLast(string chain)
    {
        Place? last = null;
        for (var at = 0; at < chain.Length;)
        {
            if (Match(chain.AsSpan(at), last?.Code, out var place) is not (> 0 and var length))
                return null;
            (last, at) = (place, at + length);
        }
        return last;
    }

    /// <summary>The place itself or the one above it at <paramref name="level"/>; null if there is none.</summary>
    public Place? At(Place? place, PlaceLevel level)
    {
        if (place?.Code is null)
            return null;
        if (place.Level == level)
            return place;
        var digits = level switch { PlaceLevel.Province => 2, PlaceLevel.Prefecture => 4, _ => 6 };
        return place.Code.Length > digits && _byCode.TryGetValue(place.Code[..digits], out var above) ? above : null;
    }

    static int Shared(string code, string? near)
    {
        if (near is null)
            return 0;
        var length = 0;
        while (length < code.Length && length < near.Length && code[length] == near[length]) length++;
        return length;
    }
}

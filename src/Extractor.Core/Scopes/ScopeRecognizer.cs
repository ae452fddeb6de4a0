using Extractor.Core.Text;

namespace Extractor.Core.Scopes;

/// <summary>
/// Finds places (with the township and village behind them), what 全区, 我市, 本港 refer to, and organisations with
/// 公司, 该行 that point back to them. One recognizer reads one document, for names once said in full are known later.
/// </summary>
sealed class ScopeRecognizer
{
    const int LongestShortName = 2, LongestTitle = 60;

    readonly Gazetteer _gazetteer;
    readonly string? _printedRegion;
    readonly Place? _region;
    readonly OrganisationReader _organisations = new();
    readonly PlaceReader _places;
    readonly AnaphoraReader _anaphora;
    readonly CountryReader _abroad;

    /// <summary>The text read last, and what may begin at each of its characters.</summary>
    string _text = "";

    Beginnings[] _beginnings = [];

    /// <param name="region">Of the publication, as the document's facts print it: a division by its chain of names, or any other name.</param>
    public ScopeRecognizer(CountryLexicon countries, string? region)
    {
        var gazetteer = Gazetteer.Default;
        (_gazetteer, _printedRegion) = (gazetteer, region);
        _region = region is null ? null : gazetteer.FindLast(Fold(region));
        _places = new(gazetteer, _region);
        _anaphora = new(gazetteer, _places, _organisations, _region);
        _abroad = new(countries, isLocal: _region?.Code is not null);
    }

    public string? DefaultScope => _region?.Name ?? (_printedRegion is "全国" or "中国" ? Place.China.Name : _printedRegion);

    public string? DefaultCode => _region?.FullCode;

    /// <summary>The first two digits of the publication's region, or null.</summary>
    public string? Home => _region?.Code?[..2];

    /// <summary>新华社杭州8月10日电 in a national paper is about 浙江省, 本报宁波… about the city; null elsewhere.</summary>
    public ScopeMention? Dateline(string text, TextSpan dateline)
    {
        if (_region?.Code is not null)
            return null;
        for (var at = dateline.Start + 2; at < Math.Min(dateline.End, dateline.Start + 8); at++)
            if (_gazetteer.Match(text.AsSpan(at, dateline.End - at), null, out var place) is > 0 and var length && place.Code is { } code && place.Level != PlaceLevel.Country)
                return code == "11" ? null : (code.Length == 4 && code[2..] == "01" ? _gazetteer.ByCode(code[..2]) : place) is { } scope ? new(new(at, at + length), scope.Name, scope.FullCode, IsTopic: true) : null;
        return null;
    }

    /// <summary>A new article: organisations and places named before are out of sight.</summary>
    public void Open()
    {
        _places.Open();
        _organisations.Open();
    }

    /// <summary>Looks an article through for names that only it explains.</summary>
    public void NoteNames(string text, TextSpan article) => _organisations.NoteShortNames(text, article);

    /// <returns>The scopes of a sentence in order, without overlaps; lists of places joined into one.</returns>
    public List<ScopeMention> Recognize(string text, TextSpan within)
    {
        if (!ReferenceEquals(_text, text))
            (_text, _beginnings) = (text, ScopeOutlook.Read(text));
        var found = new List<ScopeMention>();
        for (var at = within.Start; at < within.End; at = Next(at, within.End))
        {
            // 《全国畜牧业统计报表制度》: a title is about no place.
            if (text[at] == '《' && text.AsSpan(at, Math.Min(LongestTitle, within.End - at)).IndexOf('》') is > 0 and var title)
                at += title + 1;
            else if (!Glyph.IsHan(text[at]))
                at++;
            else if (TryReadAt(text, at, within, out var mention, out var other))
            {
                found.Add(mention);
                at = mention.Span.End;
            }
            else
                at += Math.Max(1, other);
        }
        return ScopeList.Merge(_gazetteer, text, found);
    }

    /// <summary>The next place where a name or a title may begin; the end where there is none. Most places are passed by this alone.</summary>
    int Next(int at, int end)
    {
        if (at >= end)
            return end;
        if (!_places.KnowsVillages && !_organisations.HasShortNames)
            return _beginnings.AsSpan(at, end - at).IndexOfAnyExcept(Beginnings.None) is >= 0 and var skip ? at + skip : end;
        while (at < end && _beginnings[at] == Beginnings.None && !_places.MayKnow(_text[at]) && !(_organisations.HasShortNames && ScopeOutlook.IsBoundary(_text[at - 1]))) at++;
        return at;
    }

    /// <param name="other">How many characters a word takes that begins like a place and is none, or none here: there is no 大连 in 五大连池.</param>
    bool TryReadAt(string text, int at, TextSpan within, out ScopeMention mention, out int other)
    {
        (mention, other) = (default, 0);
        var opens = Topic.Opens(text.AsSpan(within.Start, at - within.Start));
        // At the start anything may begin, whatever stands before it in the text.
        var may = at == within.Start ? Beginnings.All : _beginnings[at];
        var (hasName, hasWord) = (opens && (may & Beginnings.Name) != 0, (may & Beginnings.Word) != 0);
        if (hasName && RegionReader.TryRead(text, at, within, out mention) || opens && _organisations.TryReadKnown(text, at, within, hasName, out mention)
            || hasWord && AgencyReader.TryRead(text, at, within, out mention) || (may & Beginnings.Country) != 0 && _abroad.TryRead(text, at, within, opens, out mention)
            || (may & (Beginnings.Organisation | Beginnings.Listed)) != 0 && _organisations.TryRead(text, at, within, opens, out mention)
            || opens && (may & Beginnings.Facility) != 0 && FacilityReader.TryRead(text, at, within, out mention))
            return true;
        var isPlace = false;
        var word = hasWord ? _gazetteer.MatchWord(text.AsSpan(at, within.End - at), out isPlace) : 0;
        other = isPlace && word <= LongestShortName ? 0 : word;
        // 长治久安, 阿里云 begin like a place and name none; an organisation may begin with them all the same.
        return (word == 0 || isPlace) && (_places.TryRead(text, at, within, may, out mention) || (hasWord || at == within.Start) && _anaphora.TryRead(text, at, within, out mention));
    }

    static string Fold(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            span[i] = Glyph.Fold(source[i]);
    });
}

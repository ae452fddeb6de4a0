using Extractor.Core.Text;

namespace Extractor.Core.Scopes;

/// <summary>
/// Finds places (with the township and village behind them), what 全区, 我市, 本港 refer to, and organisations with
/// 公司, 该行 that point back to them. One recognizer reads one document, for names once said in full are known later.
/// </summary>
sealed class ScopeRecognizer(Gazetteer gazetteer, string? region)
{
    static readonly (string Words, PlaceLevel? Level, char Suffix)[] Anaphora =
    [
        ("全国", PlaceLevel.Country, ' '), ("我国", PlaceLevel.Country, ' '),
        ("全自治区", PlaceLevel.Province, '区'), ("全区", null, '区'), ("我区", null, '区'), ("自治区", PlaceLevel.Province, '区'),
        ("全省", PlaceLevel.Province, '省'), ("我省", PlaceLevel.Province, '省'), ("省内", PlaceLevel.Province, '省'), ("全市", null, '市'), ("我市", null, '市'), ("本市", null, '市'), ("市域", null, '市'),
        ("全州", PlaceLevel.Prefecture, '州'), ("我州", PlaceLevel.Prefecture, '州'), ("全盟", PlaceLevel.Prefecture, '盟'), ("全地区", PlaceLevel.Prefecture, '区'),
        ("全县", PlaceLevel.County, '县'), ("我县", PlaceLevel.County, '县'), ("该县", PlaceLevel.County, '县'), ("全旗", PlaceLevel.County, '旗'), ("该市", null, '市'), ("该区", null, '区'), ("该省", PlaceLevel.Province, '省'), ("该州", PlaceLevel.Prefecture, '州'),
        ("本港", PlaceLevel.Province, '区'), ("全港", PlaceLevel.Province, '区'), ("全澳", PlaceLevel.Province, '区'), ("全台", PlaceLevel.Province, '省'),
        ("全镇", PlaceLevel.Village, '镇'), ("该镇", PlaceLevel.Village, '镇'), ("全乡", PlaceLevel.Village, '乡'), ("该乡", PlaceLevel.Village, '乡'), ("全村", PlaceLevel.Village, '村'), ("该村", PlaceLevel.Village, '村'), ("我村", PlaceLevel.Village, '村'), ("社区", PlaceLevel.Village, '区'),
    ];

    static readonly string[] Organisations = ["有限责任公司", "股份有限公司", "有限公司", "集团公司", "公司", "集团", "合作社", "银行", "医院", "大学", "学院", "中学", "小学"];

    static readonly string[] OrganisationAnaphora = ["该公司", "我公司", "公司", "该企业", "该集团", "集团", "该行", "该院", "该校", "该厂", "合作社", "该社", "该合作社"];

    readonly Place? _region = gazetteer.Find(region is null ? null : Fold(region));
    readonly Dictionary<string, Place> _known = [];
    Place? _place;
    string? _organisation;

    public string? DefaultScope => _region?.Name ?? (region is "全国" or "中国" ? Place.China.Name : region);

    public string? DefaultCode => _region?.FullCode;

    /// <summary>A new article: organisations and places named before are out of sight.</summary>
    public void Open()
    {
        _place = null;
        _organisation = null;
    }

    public List<ScopeMention> Recognize(string text, TextSpan within)
    {
        var found = new List<ScopeMention>();
        for (var at = within.Start; at < within.End;)
        {
            var rest = text.AsSpan(at, within.End - at);
            if (!Glyph.IsHan(rest[0]))
            {
                at++;
                continue;
            }
            if (gazetteer.MatchOther(rest) is > 0 and var other)
            {
                at += other;
                continue;
            }
            if (TryReadPlace(text, at, within, out var mention) || TryReadAnaphora(text, at, within, out mention) || TryReadOrganisation(text, at, within, out mention))
            {
                found.Add(mention);
                at = mention.Span.End;
            }
            else
                at++;
        }
        return found;
    }

    bool TryReadPlace(string text, int at, TextSpan within, out ScopeMention mention)
    {
        mention = default;
        var end = at;
        Place? place = null;
        while (end < within.End)
        {
            var rest = text.AsSpan(end, within.End - end);
            var length = gazetteer.Match(rest, (place ?? _place ?? _region)?.Code, out var next);
            if (length == 0 && _known.Count > 0 && place is null && KnownVillage(rest, out next) is > 0 and var known)
                length = known;
            if (length == 0 || place is not null && next.Level <= place.Level)
                break;
            place = next;
            end += length;
        }
        if (place is null)
            return false;
        // A route, a destination, or the head of a longer name: no scope.
        var after = text.AsSpan(end, Math.Min(2, within.End - end));
        var before = text.AsSpan(within.Start, at - within.Start);
        if (after.StartsWith("至") || after.StartsWith("—") || after.StartsWith("人民") && place.Level == PlaceLevel.Country || before.EndsWith("至") || before.EndsWith("赴") || before.EndsWith("前往")
            || (before.EndsWith("对") || before.EndsWith("向")) && after.Length > 0 && after[0] is '出' or '进' or '投')
            return false;
        while (TryReadVillage(text, end, within.End, out var village))
        {
            var name = text[end..village];
            place = new(name, PlaceLevel.Village, null);
            _known.TryAdd(name, place);
            end = village;
        }
        if (text.AsSpan(at, end - at) is "阿里" && after is "云")
            return false;
        _place = place;
        mention = new(new(at, end), place.Name, place.FullCode, IsTopic(before));
        return true;
    }

    int KnownVillage(ReadOnlySpan<char> rest, out Place place)
    {
        foreach (var (name, known) in _known)
            if (rest.StartsWith(name))
            {
                place = known;
                return name.Length;
            }
        place = Place.China;
        return 0;
    }

    /// <summary>A township, village or community right behind a place: 尼木县[卡如乡][赤朗村].</summary>
    static bool TryReadVillage(string text, int at, int limit, out int end)
    {
        for (end = at + 1; end < Math.Min(at + 6, limit); end++)
        {
            var c = text[end];
            if (!Glyph.IsHan(c) || c is '的' or '在' or '有' or '了' or '各' or '和' or '市' or '县' or '全' or '等' or '农' or '行')
                return false;
            if (c is '乡' or '镇' or '村' && end - at >= 1 || c == '区' && text[end - 1] == '社' && end - at >= 3 || c == '道' && text[end - 1] == '街' && end - at >= 3)
            {
                end++;
                // 乡村振兴, 乡镇企业, 村集体 are words of their own.
                return !(end < limit && text[end] is '村' or '镇' or '级' or '民' or '委' or '集' or '企') || text[end - 1] is '镇' or '村' && text[end] is '民' or '委' or '集';
            }
        }
        return false;
    }

    bool TryReadAnaphora(string text, int at, TextSpan within, out ScopeMention mention)
    {
        mention = default;
        var rest = text.AsSpan(at, within.End - at);
        var before = text.AsSpan(within.Start, at - within.Start);
        foreach (var word in OrganisationAnaphora)
            if (rest.StartsWith(word) && IsTopic(before) && _organisation is { } organisation)
            {
                mention = new(new(at, at + word.Length), organisation, null, IsTopic: true);
                return true;
            }
        foreach (var (words, level, suffix) in Anaphora)
        {
            if (!rest.StartsWith(words) || words == "社区" && (!IsTopic(before) || _place?.Level != PlaceLevel.Village))
                continue;
            if (Resolve(level, suffix) is not { } place)
                return false;
            mention = new(new(at, at + words.Length), place.Name, place.FullCode, IsTopic(before) || words[0] is '全' or '我');
            return true;
        }
        return false;
    }

    /// <summary>The nearest place of that level that was named, else the publication's or the one above it.</summary>
    Place? Resolve(PlaceLevel? level, char suffix)
    {
        if (level == PlaceLevel.Country)
            return Place.China;
        if (level == PlaceLevel.Village)
            return _place is { Level: PlaceLevel.Village } village && village.Name[^1] == suffix ? village : null;
        foreach (var candidate in new[] { _place, _region })
            foreach (var l in level is { } one ? [one] : suffix == '市' ? new[] { PlaceLevel.Prefecture, PlaceLevel.County, PlaceLevel.Province } : [PlaceLevel.Province, PlaceLevel.County])
                if (gazetteer.At(candidate, l) is { } place && place.Name[^1] == suffix)
                    return place;
        return null;
    }

    bool TryReadOrganisation(string text, int at, TextSpan within, out ScopeMention mention)
    {
        mention = default;
        if (at > within.Start && Glyph.IsHan(text[at - 1]) && !IsTopic(text.AsSpan(within.Start, at - within.Start)))
            return false;
        var limit = Math.Min(within.End, at + 24);
        for (var end = at; end < limit && (Glyph.IsHan(text[end]) || text[end] is '（' or '）' || char.IsAsciiLetterOrDigit(text[end])); end++)
        {
            if (text[end] is '的' or '在' or '由' or '对' or '与' or '是' or '为' or '到' or '个' or '家' or '各')
                return false;
            foreach (var suffix in Organisations)
                if (end - at >= 3 && text.AsSpan(end + 1 - Math.Min(suffix.Length, end + 1 - at), Math.Min(suffix.Length, end + 1 - at)).SequenceEqual(suffix)
                    && !text.AsSpan(end + 1).StartsWith("集团") && !text.AsSpan(end + 1).StartsWith("业") && !text.AsSpan(end + 1).StartsWith("公司") && !text.AsSpan(end + 1).StartsWith("生"))
                {
                    _organisation = text[at..(end + 1)];
                    mention = new(new(at, end + 1), _organisation, null, IsTopic: true);
                    return true;
                }
        }
        return false;
    }

    /// <summary>Whether a clause opens here, a time or 据 before it aside.</summary>
    static bool IsTopic(ReadOnlySpan<char> before) =>
        before.IsEmpty || before[^1] is '，' or '。' or '；' or '：' or '、' or '\n' or ' ' or '“' or '！' or '？' or '）' or '年' or '月' or '末' or '底' or '来' or '前' or '中' || before.EndsWith("其中");

    static string Fold(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            span[i] = Glyph.Fold(source[i]);
    });
}

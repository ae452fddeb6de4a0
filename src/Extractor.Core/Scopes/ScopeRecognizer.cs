using System.Buffers;
using Extractor.Core.Numbers;
using Extractor.Core.Text;

namespace Extractor.Core.Scopes;

/// <summary>
/// Finds places (with the township and village behind them), what 全区, 我市, 本港 refer to, and organisations with
/// 公司, 该行 that point back to them. One recognizer reads one document, for names once said in full are known later.
/// </summary>
sealed class ScopeRecognizer(Gazetteer gazetteer, CountryLexicon countries, string? region)
{
    static readonly (string Words, PlaceLevel? Level, char Suffix)[] Anaphora =
    [
        ("全国", PlaceLevel.Country, ' '), ("我国", PlaceLevel.Country, ' '),
        ("全自治区", PlaceLevel.Province, '区'), ("全区", null, '区'), ("我区", null, '区'),
        ("全省", PlaceLevel.Province, '省'), ("我省", PlaceLevel.Province, '省'), ("省内", PlaceLevel.Province, '省'), ("全市", null, '市'), ("我市", null, '市'), ("本市", null, '市'), ("市域", null, '市'),
        ("全州", PlaceLevel.Prefecture, '州'), ("我州", PlaceLevel.Prefecture, '州'), ("全盟", PlaceLevel.Prefecture, '盟'), ("全地区", PlaceLevel.Prefecture, '区'),
        ("全县", PlaceLevel.County, '县'), ("我县", PlaceLevel.County, '县'), ("该县", PlaceLevel.County, '县'), ("全旗", PlaceLevel.County, '旗'), ("该市", null, '市'), ("该区", null, '区'), ("该省", PlaceLevel.Province, '省'), ("该州", PlaceLevel.Prefecture, '州'),
        ("本港", PlaceLevel.Province, '区'), ("全港", PlaceLevel.Province, '区'), ("全澳", PlaceLevel.Province, '区'), ("全台", PlaceLevel.Province, '省'),
        ("全镇", PlaceLevel.Village, '镇'), ("该镇", PlaceLevel.Village, '镇'), ("全乡", PlaceLevel.Village, '乡'), ("该乡", PlaceLevel.Village, '乡'), ("全村", PlaceLevel.Village, '村'), ("该村", PlaceLevel.Village, '村'), ("我村", PlaceLevel.Village, '村'), ("社区", PlaceLevel.Village, '区'),
    ];

    static readonly string[] Organisations = ["有限责任公司", "股份有限公司", "有限公司", "集团公司", "公司", "集团", "合作社", "银行", "医院", "大学", "学院", "中学", "小学"];

    /// <summary>Behind a place, what makes it part of somebody's title or of a comparison.</summary>
    static readonly string[] NotScopeBehind =
    [
        "人大代表", "政协委员", "人大常委", "政协", "党委", "委书记", "委副书记", "主席", "副主席", "书记", "市长", "县长", "省长", "平均", "第一", "第二", "第三", "第", "前列", "排名",
        "知名", "著名", "优秀", "先进", "各地", "人民代表", "劳动模范", "最", "首", "军区", "讲话", "调研", "考察",
    ];

    /// <summary>Behind a place, what makes it the name of something that is not only of that place: 沈阳铁路局, 武汉大学.</summary>
    static readonly string[] NamesBehind = ["铁路局", "海关", "大学", "机场", "港区", "日报", "晚报", "卫视", "证交所", "交易所", "站", "东站", "西站", "南站", "北站", "铁路", "高速", "高铁"];

    static readonly string[] NotScopeBefore = ["高于", "低于", "超过", "超出", "快于", "慢于", "位居", "位列", "居", "列", "占", "来自", "运往", "销往", "赴", "前往", "抵达", "飞往", "援助", "支援"];

    static readonly WordTable<bool> Regions = new(LexiconFile.Embedded("Scopes.regions.tsv").Rows(columns: 2)
        .SelectMany(row => row.Surfaces(1).Select(word => KeyValuePair.Create(word, row[0] == "abroad"))));

    static readonly string[] OrganisationAnaphora = ["该公司", "我公司", "公司", "该企业", "该集团", "集团", "该行", "该院", "该校", "该厂", "合作社", "该社", "该合作社"];

    readonly Place? _region = region is null ? null : gazetteer.FindLast(Fold(region));
    readonly Dictionary<string, Place> _known = [];
    Place? _place;
    string? _organisation;

    public string? DefaultScope => _region?.Name ?? (region is "全国" or "中国" ? Place.China.Name : region);

    public string? DefaultCode => _region?.FullCode;

    /// <summary>The first two digits of the publication's region, or null.</summary>
    public string? Home => _region?.Code?[..2];

    /// <summary>新华社杭州8月10日电 in a national paper is about 浙江省, 本报宁波… about the city; null elsewhere.</summary>
    public ScopeMention? Dateline(string text, TextSpan dateline)
    {
        if (_region?.Code is not null)
            return null;
        for (var at = dateline.Start + 2; at < Math.Min(dateline.End, dateline.Start + 8); at++)
            if (gazetteer.Match(text.AsSpan(at, dateline.End - at), null, out var place) is > 0 and var length && place.Code is { } code && place.Level != PlaceLevel.Country)
                return code == "11" ? null : (code.Length == 4 && code[2..] == "01" ? gazetteer.ByCode(code[..2]) : place) is { } scope ? new(new(at, at + length), scope.Name, scope.FullCode, IsTopic: true) : null;
        return null;
    }

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
            if (TryReadRegion(text, at, within, out var mention))
            {
                found.Add(mention);
                at = mention.Span.End;
                continue;
            }
            if (TryReadKnown(text, at, within, out mention) || TryReadAgency(text, at, within, out mention) || TryReadCountry(text, at, within, out mention))
            {
                found.Add(mention);
                at = mention.Span.End;
                continue;
            }
            if ((gazetteer.MatchOther(rest) > 0 || countries.MatchOther(rest) > 0) && TryReadOrganisation(text, at, within, out mention))
            {
                found.Add(mention);
                at = mention.Span.End;
                continue;
            }
            if (gazetteer.MatchOther(rest) is > 0 and var other )
            {
                at += other;
                continue;
            }
            if (TryReadOrganisation(text, at, within, out mention) || TryReadPlace(text, at, within, out mention) || TryReadAnaphora(text, at, within, out mention))
            {
                found.Add(mention);
                at = mention.Span.End;
            }
            else
                at++;
        }
        return Merge(text, found);
    }

    static bool IsBracketed(string text, TextSpan span)
    {
        var before = text.AsSpan(Math.Max(0, span.Start - LongestList), Math.Min(span.Start, LongestList));
        return before.LastIndexOf('（') > before.LastIndexOf('）');
    }

    /// <summary>设吉林、蛟河西、敦化等9座车站: the places are those of what is counted.</summary>
    static bool IsExample(string text, int end)
    {
        var rest = text.AsSpan(end, Math.Min(LongestList, text.Length - end));
        if (rest.IsEmpty || rest[0] is not ('、' or '和' or '与' or '及'))
            return false;
        var etc = rest.IndexOf('等');
        return etc > 0 && etc + 1 < rest.Length && NumberReader.Starts.Contains(rest[etc + 1]) && !rest[..etc].ContainsAny('，', '。', '；');
    }

    const int LongestList = 60, MostMembers = 12;

    /// <summary>Several places in a list are their common parent: 罗平、师宗、陆良 → 曲靖市.</summary>
    List<ScopeMention> Merge(string text, List<ScopeMention> found)
    {
        found.RemoveAll(mention => IsExample(text, mention.Span.End));
        // 38人死亡（其中四川32人，云南6人），1人失踪: what stands in brackets holds there only.
        for (var i = 0; i < found.Count; i++)
            if (found[i] is { IsTopic: true } or { Holds: true } && IsBracketed(text, found[i].Span))
                found[i] = found[i] with { IsTopic = false, Holds = false };
        for (var i = found.Count - 2; i >= 0; i--)
        {
            var (first, second) = (found[i], found[i + 1]);
            if (first.Code is null || second.Code is null || second.Span.Start < first.Span.End || text.AsSpan(first.Span.End, second.Span.Start - first.Span.End) is not ("、" or "和" or "与" or "及"))
                continue;
            var parent = first.Code[..2] != second.Code[..2] ? null : gazetteer.ByCode(first.Code[..4] == second.Code[..4] && first.Code[4..] != "00" ? first.Code[..4] : first.Code[..2]);
            if (parent is null)
                parent = Place.China;
            found[i] = new(new(first.Span.Start, second.Span.End), parent.Name, parent.FullCode, first.IsTopic, Holds: first.Holds) { Members = second.Members is { Count: >= MostMembers } many ? many : [first, .. second.Members ?? [second]] };
            found.RemoveAt(i + 1);
        }
        return found;
    }

    /// <summary>An organisation known by a short name (工行), where a clause opens with it.</summary>
    bool TryReadKnown(string text, int at, TextSpan within, out ScopeMention mention)
    {
        mention = default;
        if (KnownOrganisations.MatchStart(text.AsSpan(at, within.End - at), out var name) is not (> 0 and var length) || !IsTopic(text.AsSpan(within.Start, at - within.Start)))
            return false;
        var after = text.AsSpan(at + length, Math.Min(2, within.End - at - length));
        if (after.StartsWith("、") || after.StartsWith("和") || after.StartsWith("分行") || after.StartsWith("支行") || after.StartsWith("业") || after.StartsWith("贷款") || after.StartsWith("授信"))
            return false;
        _organisation = name;
        mention = new(new(at, at + length), name!, null, IsTopic: true);
        return true;
    }

    static readonly WordTable<string> KnownOrganisations = new(LexiconFile.Embedded("Scopes.organisations.tsv").Rows(columns: 2)
        .SelectMany(row => row.Surfaces(1).Select(word => KeyValuePair.Create(word, row[0]))));

    /// <summary>国家统计局发布…: what a national body announces is the country's, in a local paper too.</summary>
    static bool TryReadAgency(string text, int at, TextSpan within, out ScopeMention mention)
    {
        mention = default;
        if (Agencies.MatchStart(text.AsSpan(at, within.End - at), out var scope) is not (> 0 and var length))
            return false;
        var clause = text.AsSpan(at + length, Math.Min(LongestAnnouncement, within.End - at - length));
        if (clause.IndexOfAny('，', '。') is >= 0 and var stop)
            clause = clause[..stop];
        foreach (var word in Announces)
            if (clause.Contains(word, StringComparison.Ordinal))
            {
                mention = new(new(at, at + length), scope!, null, IsTopic: true);
                return true;
            }
        return false;
    }

    const int LongestAnnouncement = 24;

    static readonly string[] Announces = ["发布", "公布", "统计", "数据", "显示", "通报", "消息", "宣布", "介绍"];

    static readonly WordTable<string> Agencies = new(LexiconFile.Embedded("Scopes.agencies.tsv").Rows(columns: 2)
        .SelectMany(row => row.Surfaces(1).Select(word => KeyValuePair.Create(word, row[0]))));

    /// <summary>A country that a clause opens with, or in which something happened. One that is traded with is the indicator's.</summary>
    bool TryReadCountry(string text, int at, TextSpan within, out ScopeMention mention)
    {
        mention = default;
        var length = countries.Match(text.AsSpan(at, within.End - at), out var country);
        var before = text.AsSpan(within.Start, at - within.Start);
        if (length == 0 || !(IsTopic(before) || before.EndsWith("在")) || before.EndsWith("、"))
            return false;
        var after = text.AsSpan(at + length, Math.Min(LongestPartner, within.End - at - length));
        if (after.IsEmpty || after[0] is '、' or '和' or '籍' or '语' || after.StartsWith("企业") || after.StartsWith("客"))
            return false;
        var clause = text.AsSpan(at, Math.Min(LongestList, within.End - at));
        var partner = false;
        foreach (var word in Partners)
            partner |= clause.Contains(word, StringComparison.Ordinal);
        mention = new(new(at, at + length), country.Name, country.Code, IsTopic(before), IsForeign: partner || _region?.Code is not null, Holds: true);
        return true;
    }

    const int LongestPartner = 12;

    static readonly string[] Partners = ["贸易", "出口", "进口", "进出口", "合作", "投资", "友好", "签署"];

    static bool TryReadRegion(string text, int at, TextSpan within, out ScopeMention mention)
    {
        var length = Regions.MatchStart(text.AsSpan(at, within.End - at), out var abroad);
        if (!IsTopic(text.AsSpan(within.Start, at - within.Start)) || at > within.Start && text[at - 1] == '、')
            length = 0;
        mention = length == 0 ? default : new(new(at, at + length), text.Substring(at, length), null, IsTopic(text.AsSpan(within.Start, at - within.Start)), abroad, IsRegion: true);
        return length > 0;
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
            // 获评中国“一带一路”城市: the country is a scope only where it is the topic.
            if (next.Level == PlaceLevel.Country && !IsTopic(text.AsSpan(within.Start, at - within.Start)))
                break;
            // 新安 in 新安装, 于田 in 于田震区: a county's short name counts in a chain or a list only.
            if (next.Level == PlaceLevel.County && place is null && !gazetteer.IsFullName(rest[..length]) && !(SameProvince(next) && InList(text, end, end + length, within))
                && !(IsNear(next) && IsTopic(text.AsSpan(within.Start, at - within.Start))))
                break;
            // 示范县 is no 范县.
            if (place is null && length == 2 && next.Level == PlaceLevel.County && at > within.Start && Glyph.IsHan(text[at - 1]) && !IsTopic(text.AsSpan(within.Start, at - within.Start)) && text[at - 1] is not ('在' or '到' or '对' or '向' or '和' or '与' or '省' or '市' or '州' or '区'))
                break;
            place = next;
            end += length;
        }
        var bare = place is null && IsBareTownship(text, at, within, out end);
        if (bare)
        {
            place = new(text[at..end], PlaceLevel.Village, null);
            _known.TryAdd(place.Name, place);
        }
        if (place is null)
            return false;
        // 推介炭厂村等255个乡村: an example of those counted.
        if (end + 1 < within.End && text[end] == '等' && NumberReader.Starts.Contains(text[end + 1]) )
            return false;
        // 18.4万山区群众: no 万山区.
        if (at > within.Start && char.IsAsciiDigit(text[at - 1]) && text[at] is '万' or '千' or '百' or '亿')
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
        foreach (var word in NamesBehind)
            if (behind.StartsWith(word))
                return false;
        foreach (var word in NotScopeBefore)
            if (before.EndsWith(word))
                return false;
        while (TryReadVillage(text, end, within.End, out var village))
        {
            var name = text[end..village];
            place = new(name, PlaceLevel.Village, null);
            _known.TryAdd(name, place);
            end = village;
        }
        // 长沙经济开发区: a zone goes by its own name.
        if (Zones.MatchStart(text.AsSpan(end, within.End - end), out _) is > 0 and var zone)
        {
            end += zone;
            place = new(text[at..end], PlaceLevel.Village, null);
        }
        _place = place;
        var titled = false;
        foreach (var word in NotScopeBehind)
            titled |= behind.StartsWith(word);
        mention = new(new(at, end), place.Name, place.FullCode, (IsTopic(before) || IsPlaced(before, text.AsSpan(end, within.End - end))) && !titled, Holds: before.EndsWith("在"));
        return true;
    }

    /// <summary>安平 in a list of a paper of Tainan is no county of Hebei.</summary>
    bool SameProvince(Place county) => _region?.Code is not { } code || county.Code!.StartsWith(code[..2], StringComparison.Ordinal);

    /// <summary>A county of the publication's own prefecture goes by its short name: 义乌进入…, 永康规上工业….</summary>
    bool IsNear(Place county) => _region?.Code is { Length: >= 4 } code && county.Code!.StartsWith(code[..4], StringComparison.Ordinal);

    bool EndsInPlace(ReadOnlySpan<char> before)
    {
        for (var length = 2; length <= Math.Min(6, before.Length); length++)
            if (gazetteer.Match(before[^length..], null, out _) == length)
                return true;
        return false;
    }

    static readonly WordTable<bool> Zones = new(LexiconFile.Embedded("Scopes.zones.tsv").Rows(columns: 1)
        .SelectMany(row => row.Surfaces(0)).Select(word => KeyValuePair.Create(word, true)));

    static bool InList(string text, int start, int end, TextSpan within) =>
        start > within.Start && text[start - 1] == '、' || end < within.End && text[end] == '、';

    /// <summary>阿羌乡普鲁村, or 博斯坦乡有: a township that no known place precedes.</summary>
    static bool IsBareTownship(string text, int at, TextSpan within, out int end)
    {
        end = at;
        if (at > within.Start && Glyph.IsHan(text[at - 1]) && text[at - 1] is not ('的' or '里' or '在'))
            return false;
        if (!TryReadVillage(text, at, within.End, out end) || end - at is < 3 or > 5)
            return false;
        foreach (var word in (ReadOnlySpan<string>)["行政村", "贫困村", "建制村", "自然村", "示范村", "小镇", "重点镇", "特色镇", "中心村", "中心镇", "建制镇", "社区", "城镇", "农村", "先进村", "试点村"])
            if (text.AsSpan(at, end - at).EndsWith(word))
                return false;
        return text[end - 1] is '乡' or '镇' && TryReadVillage(text, end, within.End, out _) || end < within.End && text[end] is '有' or '共';
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
        for (end = at; end < Math.Min(at + 6, limit); end++)
        {
            var c = text[end];
            if (end == at && c is '乡' or '镇' or '村' or '区' or '道' or '几' or '数' or '个' or '等' or '农' || c is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '驻')
                return false;
            if (!Glyph.IsHan(c) || c is '的' or '在' or '有' or '了' or '各' or '和' or '市' or '县' or '全' or '等' or '农' or '行')
                return false;
            if (c is '乡' or '镇' or '村' && end - at >= 1 || c == '区' && text[end - 1] == '社' && end - at >= 3 || c == '道' && text[end - 1] == '街' && end - at >= 3)
            {
                end++;
                // 常住人口城镇化率, 特色小镇: a kind of place, and nobody's name.
                if (text.AsSpan(at, end - at) is var name && (name.EndsWith("城镇") || name.EndsWith("小镇") || name.EndsWith("村镇") || name.EndsWith("农村") || name.EndsWith("乡镇")))
                    return false;
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
        if (rest.StartsWith("市区") && !rest.StartsWith("市区面积") && !rest.StartsWith("市区人口") && IsTopic(before) && Resolve(null, '市') is { } city)
        {
            mention = new(new(at, at + 2), city.Name + "区", null, IsTopic: true);
            return true;
        }
        if (rest.Length > 1 && rest[0] is '两' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' && rest[1] is '县' or '州' && before.IsEmpty)
        {
            mention = new(new(at, at + 2), rest[..2].ToString(), null, IsTopic: true);
            return true;
        }
        foreach (var (words, level, suffix) in Anaphora)
        {
            if (!rest.StartsWith(words) || words == "社区" && (!IsTopic(before) || _place?.Level != PlaceLevel.Village))
                continue;
            if (Resolve(level, suffix) is not { } place)
                return false;
            var after = text.AsSpan(at + words.Length, Math.Min(4, within.End - at - words.Length));
            var topic = IsTopic(before) && !before.EndsWith("、");
            if (level == PlaceLevel.Country && !topic)
                return false;
            foreach (var word in NotScopeBefore)
                if (before.EndsWith(word))
                    return false;
            foreach (var word in NotScopeBehind)
                if (after.StartsWith(word))
                    return false;
            mention = new(new(at, at + words.Length), place.Name, place.FullCode, topic, Holds: true);
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
        if (at > within.Start && Glyph.IsHan(text[at - 1]) && text[at - 1] is not ('在' or '是' or '由' or '和' or '与' or '对' or '的') && !IsTopic(text.AsSpan(within.Start, at - within.Start)))
            return false;
        if (IsTopic(text.AsSpan(within.Start, at - within.Start)) && ListedName(text, at, within.End) is > 0 and var listed)
        {
            _organisation = text[at..listed];
            mention = new(new(at, listed), _organisation, null, IsTopic: true);
            return true;
        }
        var limit = Math.Min(within.End, at + 24);
        for (var end = at; end < limit && (Glyph.IsHan(text[end]) || text[end] is '（' or '）' || char.IsAsciiLetter(text[end])); end++)
        {
            if (end > at && text[end] == '和' || text[end] is '的' or '在' or '难' or '由' or '对' or '与' or '是' or '为' or '到' or '个' or '家' or '各')
                return false;
            foreach (var suffix in Organisations)
                if (end - at >= 3 && text.AsSpan(end + 1 - Math.Min(suffix.Length, end + 1 - at), Math.Min(suffix.Length, end + 1 - at)).SequenceEqual(suffix)
                    && !text.AsSpan(end + 1).StartsWith("集团") && !text.AsSpan(end + 1).StartsWith("业") && !text.AsSpan(end + 1).StartsWith("公司") && !text.AsSpan(end + 1).StartsWith("生"))
                {
                    var start = NameStart(text, at, end + 1 - suffix.Length);
                    if (IsClassName(text.AsSpan(start, end + 1 - start)) || at > within.Start && text[at - 1] == '“')
                        return false;
                    // 世界银行贷款一亿美元: what is lent is its, what is built is not.
                    if (text.AsSpan(end + 1).StartsWith("贷款"))
                        return false;
                    _organisation = text[start..(end + 1)];
                    // A bank, hospital or school is what its own 该行, 该校 refer to; what it does is not always about it.
                    if (suffix is not ("银行" or "公司" or "集团" or "合作社" or "有限公司" or "有限责任公司" or "股份有限公司" or "集团公司"))
                        return false;
                    mention = new(new(start, end + 1), _organisation, null, start == at);
                    return true;
                }
        }
        return false;
    }

    /// <summary>港铁（066）, 贵州茅台（600519.SH）: where a listed company's name ends; 0 if none stands here.</summary>
    static int ListedName(string text, int at, int limit)
    {
        var end = at;
        while (end < limit && end - at < LongestListedName && Glyph.IsHan(text[end])) end++;
        if (end - at < 2 || end >= limit || text[end] != '（')
            return 0;
        var code = end + 1;
        while (code < limit && char.IsAsciiDigit(text[code])) code++;
        return code - end - 1 is >= 3 and <= 6 && code < limit && text[code] is '）' or '.' ? end : 0;
    }

    const int LongestListedName = 10;

    static readonly string[] NameLeads = ["据", "出台", "推动", "引导", "督促", "鼓励", "组织", "协调", "会同", "支持", "要求","企业", "单位", "引进", "引入", "依托", "联合", "通过", "组建", "成立", "委托", "入股", "收购", "走进", "来到", "位于", "记者从", "股东"];

    /// <summary>引进龙头企业[安徽蝠牌茶业股份有限公司]: the name begins behind the word that says what it is or what is done to it.</summary>
    static int NameStart(string text, int at, int suffix)
    {
        var start = at;
        foreach (var lead in NameLeads)
            if (text.AsSpan(at, Math.Max(0, suffix - at)).LastIndexOf(lead) is >= 0 and var found && at + found + lead.Length < suffix - 1)
                start = Math.Max(start, at + found + lead.Length);
        return start;
    }

    static readonly SearchValues<char> NotInNames = SearchValues.Create("年月日了将已于向");

    static readonly string[] ClassNames =
    [
        "通过", "依托", "经", "由", "为", "向", "把", "将", "让", "使", "此", "其", "给", "随", "当", "如", "但", "而", "以", "从", "同",
        "中国人民银行", "人民银行", "全国", "国有", "商业银行", "大型", "中小", "股份", "村镇银行", "地方", "其他", "多家", "外资", "民营", "开发性", "政策性", "去年", "今年", "目前",
        "规模以上", "上市公司", "该", "我", "本", "全", "各", "有限", "普通", "职业", "高等", "一家", "两家", "这家", "金融", "农村", "市属", "省属", "央企", "境内", "境外", "普惠", "当地", "部分",
    ];

    /// <summary>国有银行, 上市公司, 去年公司: a class, or words of the sentence, and nobody's name.</summary>
    static bool IsClassName(ReadOnlySpan<char> name)
    {
        foreach (var word in ClassNames)
            if (name.StartsWith(word))
                return true;
        if (name.Length <= 4 && name.EndsWith("公司") || name.Contains("上市公司", StringComparison.Ordinal) || name.StartsWith("新"))
            return true;
        return name.ContainsAny(NotInNames) || name.Length < 4 || name.Count('（') != name.Count('）');
    }

    /// <summary>Whether a clause opens here, a time, 在 or 据 before it aside.</summary>
    static bool IsTopic(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd("—－-");
        return before.IsEmpty || before[^1] is '，' or '。' or '；' or '：' or '、' or '\n' or ' ' or '！' or '？' or '）' or '年' or '月' or '日' or '末' or '底' or '来' or '前' or '初' or '】' or '〕' || before.EndsWith("其中") || before.EndsWith("季度") || before.EndsWith("上半年") || before.EndsWith("使");
    }

    /// <summary>在景宁畲族自治县，…: a place set before its sentence.</summary>
    static bool IsPlaced(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        before.EndsWith("在") && (IsTopic(before[..^1]) || before.Length > 1 && before[^2] is '—') && after.StartsWith("，");

    static string Fold(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            span[i] = Glyph.Fold(source[i]);
    });
}

using System.Buffers;
using Extractor.Core.Text;

namespace Extractor.Core.Scopes;

/// <summary>
/// Reads organisations: by a short name (工行), by a listed company's code (港铁（066）), or by how names end (…有限公司).
/// Remembers the one read last, to which 该公司 and 该校 point back.
/// </summary>
sealed class OrganisationReader
{
    internal const int LongestListedName = 10, LongestName = 24;

    const int LongestList = 40;

    const int ShortestName = 4;

    static readonly SearchValues<char> NotInNames = SearchValues.Create("年月日了将已于向");

    /// <summary>A name goes on with characters, letters and brackets, but not over these words.</summary>
    static readonly CharacterSet GoesOn = new(c => (Glyph.IsHan(c) || c is '（' or '）' || char.IsAsciiLetter(c)) && c is not ('的' or '在' or '难' or '由' or '对' or '与' or '是' or '为' or '到' or '个' or '家' or '各'));

    static readonly WordTable<string> KnownOrganisations = LexiconFile.Embedded("Scopes.organisations.tsv").Names();

    static readonly WordList Companies = Words("company"), Institutions = Words("institution"), Leads = Words("lead"), Classes = Words("class"), More = Words("more"), Others = Words("other"), Trades = Words("trade"), Profiles = Words("profile");

    /// <summary>The name read last in this article, or null.</summary>
    public string? Last { get; private set; }

    static readonly WordTable<string> NoNames = new([]);

    WordTable<string> _short = NoNames;

    /// <summary>The short names, with one of which begins what <see cref="TryReadKnown"/> reads.</summary>
    public static IEnumerable<string> KnownNames => KnownOrganisations.Words;

    /// <summary>With one of these ends what <see cref="TryRead"/> reads, where no code follows it.</summary>
    public static IEnumerable<string> Suffixes => Companies.Words.Concat(Institutions.Words);

    /// <summary>Whether the article has short names of its own, so that one may begin wherever a clause opens.</summary>
    public bool HasShortNames => !ReferenceEquals(_short, NoNames);

    /// <summary>A new article: the organisation named before is out of sight.</summary>
    public void Open() => (Last, _short) = (null, NoNames);

    /// <summary>Looks an article through for companies that it calls by a short name.</summary>
    public void NoteShortNames(string text, TextSpan article) =>
        _short = CompanyNames.Find(text, article) is { Count: > 0 } names ? new(names.Select(name => KeyValuePair.Create(name, name))) : NoNames;

    /// <summary>An organisation known by a short name (工行). Asked only where a clause opens.</summary>
    /// <param name="mayBeKnown">Whether one of <see cref="KnownNames"/> may stand here; the article's own are looked up all the same.</param>
    public bool TryReadKnown(string text, int at, TextSpan within, bool mayBeKnown, out ScopeMention mention)
    {
        mention = default;
        if (!mayBeKnown && !HasShortNames)
            return false;
        var length = KnownOrganisations.MatchStart(text.AsSpan(at, within.End - at), out var name);
        if (_short.MatchStart(text.AsSpan(at, within.End - at), out var listed) is var known && known > length)
            (length, name) = (known, listed);
        if (length == 0 || IsExample(text, at + length, within.End))
            return false;
        var after = text.AsSpan(at + length, Math.Min(2, within.End - at - length));
        if (Others.Starts(after))
            return false;
        Last = name;
        mention = new(new(at, at + length), name!, null, IsTopic: true);
        return true;
    }

    /// <summary>Whether a name can begin between these two characters though no clause opens there.</summary>
    public static bool MayBegin(char before) => !Glyph.IsHan(before) || before is '在' or '是' or '由' or '和' or '与' or '对' or '的';

    /// <summary>An organisation by how its name ends, of at most 24 characters, or by its code.</summary>
    /// <param name="opens">Whether a clause opens with it.</param>
    public bool TryRead(string text, int at, TextSpan within, bool opens, out ScopeMention mention)
    {
        mention = default;
        if (!opens && !MayBegin(text[at - 1]))
            return false;
        if (opens && ListedName(text, at, within.End) is > 0 and var listed)
        {
            Last = text[at..listed];
            mention = new(new(at, listed), Last, null, IsTopic: true);
            return true;
        }
        var limit = Math.Min(within.End, at + LongestName);
        for (var end = at; end < limit && GoesOn.Contains(text[end]); end++)
        {
            if (end > at && text[end] == '和')
                return false;
            if (end - at < ShortestName - 1)
                continue;
            var company = Companies.MatchEnd(text.AsSpan(at, end + 1 - at));
            var suffix = Math.Max(company, Institutions.MatchEnd(text.AsSpan(at, end + 1 - at)));
            if (suffix == 0 || More.Starts(text.AsSpan(end + 1)))
                continue;
            var start = NameStart(text, at, end + 1 - suffix);
            if (IsExample(text, end + 1, within.End))
                return false;
            if (IsClassName(text.AsSpan(start, end + 1 - start)) || at > within.Start && text[at - 1] == '“')
                return false;
            // 世界银行贷款一亿美元: what is lent is its, what is built is not.
            if (text.AsSpan(end + 1).StartsWith("贷款"))
                return false;
            Last = text[start..(end + 1)];
            // A hospital or school is what its own 该院, 该校 refer to; what it does is not always about it.
            if (company == 0 && !(start == within.Start && (end + 1 == within.End || Profiles.Starts(text.AsSpan(end + 1, within.End - end - 1)))))
                return false;
            mention = new(new(start, end + 1), Last, null, start == at);
            return true;
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

    /// <summary>引进龙头企业[安徽蝠牌茶业股份有限公司]: the name begins behind the word that says what it is or what is done to it.</summary>
    static int NameStart(string text, int at, int suffix)
    {
        var start = at;
        foreach (var lead in Leads.Words)
            if (text.AsSpan(at, Math.Max(0, suffix - at)).LastIndexOf(lead) is >= 0 and var found && at + found + lead.Length < suffix - 1)
                start = Math.Max(start, at + found + lead.Length);
        return start;
    }

    /// <summary>国有银行, 上市公司, 去年公司: a class, or words of the sentence, and nobody's name.</summary>
    static bool IsClassName(ReadOnlySpan<char> name)
    {
        if (Classes.Starts(name) || name.Length <= 4 && name.EndsWith("公司") || name.Contains("上市公司", StringComparison.Ordinal))
            return true;
        if (IsGeneric(name))
            return true;
        return name.ContainsAny(NotInNames) || name.Length < 4 || name.Count('（') != name.Count('）');
    }

    /// <summary>中国电子、华为技术、阿里云等12家企业: examples of those counted.</summary>
    static bool IsExample(string text, int from, int limit)
    {
        if (from >= limit || text[from] is not ('、' or '等'))
            return false;
        var end = from;
        while (end < Math.Min(limit, from + LongestList) && (Glyph.IsHan(text[end]) && text[end] != '等' || text[end] == '、')) end++;
        return end + 1 < limit && text[end] == '等' && char.IsAsciiDigit(text[end + 1]);
    }

    /// <summary>保险资产管理公司: words for a trade from end to end.</summary>
    static bool IsGeneric(ReadOnlySpan<char> name)
    {
        while (!name.IsEmpty)
        {
            var length = Math.Max(Trades.MatchStart(name), Companies.MatchStart(name));
            if (length == 0)
                return false;
            name = name[length..];
        }
        return true;
    }

    internal static WordList Words(string kind) => WordList.Embedded("Scopes.organisation-words.tsv", kind, "listed", "regional", "verb", "stem", "profile", "company", "institution", "lead", "class", "more", "other", "trade");
}

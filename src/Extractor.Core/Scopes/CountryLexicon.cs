using Extractor.Core.Text;

namespace Extractor.Core.Scopes;

/// <summary>Countries and groups of them by usual, official, other and former names. The names live in <c>countries.tsv</c>, nowhere else.</summary>
sealed class CountryLexicon
{
    readonly WordTable<Country?> _names;

    public static CountryLexicon Default { get; } = new(LexiconFile.Embedded("Scopes.countries.tsv"));

    public IReadOnlyList<Country> Countries { get; }

    /// <summary>The names in folded text, and the words that are none.</summary>
    public IEnumerable<string> Words => _names.Words;

    internal CountryLexicon(LexiconFile file)
    {
        var countries = new List<Country>();
        var names = new Dictionary<string, Country?>();
        var codes = new HashSet<string>();
        foreach (var row in file.Rows(columns: 5))
        {
            Country? country = null;
            if (row[1] != "none")
            {
                if (!Enum.TryParse<CountryKind>(row[1], ignoreCase: true, out var kind) || !char.IsAsciiLetterLower(row[1][0]))
                    throw file.Error(row, $"“{row[1]}” is no kind of country.");
                if (kind == CountryKind.Group ? row[0] != "-" : !IsCode(row[0]))
                    throw file.Error(row, $"“{row[0]}” is no code of a {row[1]}.");
                if (row[2].Length == 0 || row[3].Length == 0)
                    throw file.Error(row, $"{row[0]} lacks a name.");
                if (kind != CountryKind.Group && !codes.Add(row[0]))
                    throw file.Error(row, $"code {row[0]} stands twice.");
                country = new(row[2], row[3], kind, kind == CountryKind.Group ? null : row[0]);
                countries.Add(country);
            }
            foreach (var name in row.Surfaces(4).Prepend(row[3]).Prepend(row[2]).Where(name => name.Length > 0).Distinct())
                if (!names.TryAdd(Fold(name), country))
                    throw file.Error(row, $"“{name}” stands twice.");
        }
        Countries = countries;
        _names = new(names);
    }

    /// <summary>The country of a name in whatever form; null if it is none.</summary>
    public Country? Find(string name) => _names.TryGet(Fold(name), out var country) ? country : null;

    /// <summary>The longest name at the start of folded text; its length, or 0.</summary>
    public int Match(ReadOnlySpan<char> text, out Country country)
    {
        var length = _names.MatchStart(text, out var found);
        country = found!;
        return found is null ? 0 : length;
    }

    /// <summary>How many characters a word takes that begins like a country and is none (蒙古族, 非洲猪瘟).</summary>
    public int MatchOther(ReadOnlySpan<char> text) => _names.MatchStart(text, out var found) is > 0 and var length && found is null ? length : 0;

    static string Fold(string name) => string.Create(name.Length, name, static (span, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            span[i] = Glyph.Fold(source[i]);
    });

    static bool IsCode(string text) => text.Length is 2 or 4 && !text.AsSpan().ContainsAnyExceptInRange('A', 'Z');
}

using Extractor.Core.Text;

namespace Extractor.Core.Scopes;

/// <summary>What a word like 全市 points back to.</summary>
/// <param name="Level">Null for the nearest of those whose name ends in <paramref name="Suffix"/>.</param>
readonly record struct Anaphor(PlaceLevel? Level, char Suffix);

/// <summary>Words that point back to a place or an organisation. They live in <c>anaphora.tsv</c>, nowhere else.</summary>
sealed class AnaphoraLexicon
{
    readonly WordTable<Anaphor> _places;
    readonly WordTable<bool> _organisations;

    public static AnaphoraLexicon Default { get; } = new(LexiconFile.Embedded("Scopes.anaphora.tsv"));

    internal AnaphoraLexicon(LexiconFile file)
    {
        var places = new Dictionary<string, Anaphor>();
        var organisations = new Dictionary<string, bool>();
        foreach (var row in file.Rows(columns: 3))
        {
            PlaceLevel? level = row[0] switch
            {
                "country" => PlaceLevel.Country,
                "province" => PlaceLevel.Province,
                "prefecture" => PlaceLevel.Prefecture,
                "county" => PlaceLevel.County,
                "village" => PlaceLevel.Village,
                "any" or "organisation" => null,
                _ => throw file.Error(row, $"“{row[0]}” is no level."),
            };
            if (row[1].Length != 1)
                throw file.Error(row, $"“{row[1]}” is not the last character of names.");
            foreach (var word in row.Surfaces(2))
                if (row[0] == "organisation" ? !organisations.TryAdd(word, true) : !places.TryAdd(word, new(level, row[1][0])))
                    throw file.Error(row, $"“{word}” stands twice.");
        }
        (_places, _organisations) = (new(places), new(organisations));
    }

    public IEnumerable<string> Words => _places.Words.Concat(_organisations.Words);

    /// <summary>The length of the word at the start of the text that points to a place, or 0.</summary>
    public int MatchPlace(ReadOnlySpan<char> text, out Anaphor anaphor) => _places.MatchStart(text, out anaphor);

    /// <summary>The length of the word at the start of the text that points to an organisation, or 0.</summary>
    public int MatchOrganisation(ReadOnlySpan<char> text) => _organisations.MatchStart(text, out _);
}

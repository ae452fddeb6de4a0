using Extractor.Core.Text;

namespace Extractor.Core.Scopes;

/// <summary>What may begin at a character, as far as the text alone tells.</summary>
[Flags]
enum Beginnings : byte
{
    None = 0,

    /// <summary>A place of the gazetteer, a word that points back, a body of the state.</summary>
    Word = 1 << 0,

    /// <summary>A region or an organisation that goes by name.</summary>
    Name = 1 << 1,

    Country = 1 << 2,

    /// <summary>An organisation that ends in a word for such.</summary>
    Organisation = 1 << 3,

    /// <summary>A company with its code in brackets.</summary>
    Listed = 1 << 4,

    Facility = 1 << 5,

    Township = 1 << 6,

    /// <summary>The title of a writing, in which no name counts.</summary>
    Title = 1 << 7,

    All = 0xFF,
}

/// <summary>
/// Tells in one pass over a text where names of scopes may begin, so that all else is passed at once: at most characters no
/// word begins, and what goes by its ending has that ending within reach.
/// </summary>
static class ScopeOutlook
{
    /// <summary>Of the pair table: an organisation's name may end, and the kind of a work begin. They share bits that no single pair is asked for.</summary>
    const byte OrganisationEnds = (byte)Beginnings.Organisation, KindBegins = (byte)Beginnings.Facility;

    /// <summary>Behind these any name may begin; behind all others only what has a word of its own.</summary>
    static readonly CharacterSet Boundaries = new(c => OrganisationReader.MayBegin(c) || Township.MayBegin(c) || Topic.MayOpen(c));

    static readonly CharacterSet Marks = new("（乡镇村区道");

    static readonly PairTable Pairs = Build();

    public static bool IsBoundary(char before) => Boundaries.Contains(before);

    /// <returns>For each character of the text what may begin there.</returns>
    public static Beginnings[] Read(string text)
    {
        var found = new Beginnings[text.Length];
        // Where what stands behind the character does next: far off, where nothing does.
        var (organisation, kind, bracket, township) = (int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue);
        var next = ' ';
        for (var at = text.Length - 1; at >= 0; at--)
        {
            var c = text[at];
            var pair = (Beginnings)Pairs[c, next];
            next = c;
            if (((byte)pair & OrganisationEnds) != 0)
                organisation = at + 1;
            if (((byte)pair & KindBegins) != 0)
                kind = at;
            if (Glyph.IsHan(c))
            {
                found[at] = pair & Beginnings.Word;
                if (at == 0 || Boundaries.Contains(text[at - 1]))
                    found[at] = pair & (Beginnings.Word | Beginnings.Name | Beginnings.Country)
                        | (organisation - at < OrganisationReader.LongestName ? Beginnings.Organisation : Beginnings.None)
                        | (kind - at <= FacilityReader.LongestStem ? Beginnings.Facility : Beginnings.None)
                        | (bracket - at <= OrganisationReader.LongestListedName ? Beginnings.Listed : Beginnings.None)
                        | (township - at < Township.LongestName ? Beginnings.Township : Beginnings.None);
            }
            else if (c == '《')
                found[at] = Beginnings.Title;
            if (Marks.Contains(c))
            {
                if (c == '（')
                    bracket = at;
                else
                    township = at;
            }
        }
        return found;
    }

    static PairTable Build()
    {
        var pairs = new PairTable();
        pairs.AddBeginnings([.. Gazetteer.Default.Words, .. AgencyReader.Words, .. AnaphoraReader.Words], (byte)Beginnings.Word);
        pairs.AddBeginnings([.. RegionReader.Words, .. OrganisationReader.KnownNames], (byte)Beginnings.Name);
        pairs.AddBeginnings(CountryLexicon.Default.Words, (byte)Beginnings.Country);
        pairs.AddBeginnings(FacilityReader.KindWords, KindBegins);
        pairs.AddEnds(OrganisationReader.Suffixes, OrganisationEnds);
        return pairs;
    }
}

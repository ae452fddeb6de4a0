using System.Buffers;
using Extractor.Core.Claims;
using Extractor.Core.Quantities;
using Extractor.Core.Text;

namespace Extractor.Core.Catalogues;

/// <summary>
/// The statistical indicators we know, by the words that name them. Links where it is sure: the whole indicator is one of
/// the words, and the unit is one in which it comes. The words live in <c>indicators.tsv</c>, nowhere else.
/// </summary>
public sealed class Catalogue
{
    const int LongestName = 64;

    static readonly CharacterSet LeftOut = new(c => "的“”‘’\"'《》〈〉（）〔〕[]【】\n".Contains(c) || Glyph.IsSpace(c));

    static readonly SearchValues<char> IdCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    const byte Opens = 1, Closes = 2;

    readonly WordTable<Row> _rows;

    /// <summary>With which two characters names open and close: most indicators are told from all of them by that.</summary>
    readonly PairTable _pairs = new();
    readonly Dictionary<string, CatalogueEntry> _byId;

    sealed record Row(CatalogueEntry Entry, UnitFit Fit);

    /// <summary>The catalogue with the embedded lexicon.</summary>
    public static Catalogue Default { get; } = new(LexiconFile.Embedded("Catalogues.indicators.tsv"));

    /// <summary>In the order of the lexicon.</summary>
    public IReadOnlyList<CatalogueEntry> Entries { get; }

    internal Catalogue(LexiconFile file)
    {
        var entries = new List<CatalogueEntry>();
        var byName = new Dictionary<string, Row>();
        var ids = new HashSet<string>();
        Span<char> folded = stackalloc char[LongestName];
        foreach (var row in file.Rows(columns: 6))
        {
            if (!IsId(row[0]))
                throw file.Error(row, $"“{row[0]}” is no id in kebab case.");
            if (!ids.Add(row[0]))
                throw file.Error(row, $"{row[0]} stands twice.");
            if (row[1].Length == 0 || row[2].Length == 0)
                throw file.Error(row, $"{row[0]} lacks a name.");
            if (!Enum.TryParse<IndicatorKind>(row[5], ignoreCase: true, out var kind) || !char.IsAsciiLetterLower(row[5][0]))
                throw file.Error(row, $"“{row[5]}” is no kind of indicator.");
            var units = row.Surfaces(4);
            if (UnitFit.TryParse(units, out var fit) is { } word)
                throw file.Error(row, $"“{word}” is no unit.");
            if (units.Length == 0)
                throw file.Error(row, $"{row[0]} comes in no unit.");
            var entry = new CatalogueEntry(row[0], row[1], row[2], row.Surfaces(3), units, kind);
            entries.Add(entry);
            foreach (var name in entry.Aliases.Prepend(entry.Name))
            {
                var length = Fold(name, folded);
                if (length < 2)
                    throw file.Error(row, $"“{name}” is no name of 2 to {LongestName} characters.");
                var key = folded[..length].ToString();
                if (!byName.TryAdd(key, new(entry, fit)))
                    throw file.Error(row, $"“{name}” already names {byName[key].Entry.Id}.");
            }
        }
        Entries = entries;
        _rows = new(byName);
        _pairs.AddBeginnings(byName.Keys, Opens);
        _pairs.AddEnds(byName.Keys, Closes);
        _byId = entries.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
    }

    /// <summary>The entry of an id, or null.</summary>
    public CatalogueEntry? ById(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The entry that a name or alias names, whatever its unit; null if none does.</summary>
    public CatalogueEntry? Find(string name) => FindRow(name)?.Entry;

    /// <summary>The entry of which a claim speaks; null where that is not sure.</summary>
    internal CatalogueEntry? Find(string indicator, Unit unit, Measure measure) =>
        FindRow(indicator) is { } row && Fits(row, unit, measure) ? row.Entry : null;

    /// <summary>A level and its change come in the units of the row, a proportion changes by points; growth and multiples are of any.</summary>
    static bool Fits(Row row, Unit unit, Measure measure) => measure switch
    {
        Measure.Level => row.Fit.Fits(unit),
        Measure.Change => row.Fit.Fits(unit) || unit.Code is "pp" or "bp" && row.Fit.IsProportion,
        Measure.Growth or Measure.Multiple => unit.Code is "%" or "‰" or "1" or "{倍}" or "{番}",
        Measure.Share => unit.Code is "%" or "‰" or "1",
        _ => false,
    };

    Row? FindRow(ReadOnlySpan<char> name)
    {
        if (!MayName(name))
            return null;
        Span<char> folded = stackalloc char[LongestName];
        var length = Fold(name, folded);
        return length > 0 && _rows.TryGet(folded[..length], out var row) ? row : null;
    }

    bool MayName(ReadOnlySpan<char> name)
    {
        // Where something is left out at an end, the pair is another one.
        if (name.Length < 2 || IsLeftOut(name[0]) || IsLeftOut(name[1]) || IsLeftOut(name[^1]) || IsLeftOut(name[^2]))
            return true;
        return (_pairs[Fold(name[0]), Fold(name[1])] & Opens) != 0 && (_pairs[Fold(name[^2]), Fold(name[^1])] & Closes) != 0;
    }

    static bool IsLeftOut(char c) => LeftOut.Contains(Glyph.Fold(c));

    static char Fold(char c)
    {
        var glyph = Glyph.Fold(c);
        return char.IsAsciiLetterLower(glyph) ? (char)(glyph - 'a' + 'A') : glyph is '—' or '~' ? '-' : glyph;
    }

    /// <summary>Traditional script and full width as <see cref="Glyph"/> folds them, capitals, without 的, quotes, brackets and spaces; 0 where it is too long.</summary>
    static int Fold(ReadOnlySpan<char> name, Span<char> folded)
    {
        var length = 0;
        foreach (var c in name)
        {
            if (IsLeftOut(c))
                continue;
            if (length == folded.Length)
                return 0;
            folded[length++] = Fold(c);
        }
        return length;
    }

    static bool IsId(string text) => text.Length > 0 && text[0] != '-' && text[^1] != '-' && !text.Contains("--", StringComparison.Ordinal) && !text.AsSpan().ContainsAnyExcept(IdCharacters);
}

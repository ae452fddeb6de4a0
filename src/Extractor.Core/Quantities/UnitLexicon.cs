using System.Globalization;
using Extractor.Core.Text;

namespace Extractor.Core.Quantities;

/// <summary>The units we know, by the words that name them. The words live in <c>units.tsv</c>, nowhere else.</summary>
sealed class UnitLexicon
{
    readonly WordTable<Unit> _surfaces;

    public static UnitLexicon Default { get; } = new(LexiconFile.Embedded("Quantities.units.tsv"));

    public IEnumerable<string> Surfaces => _surfaces.Words;

    public IReadOnlySet<string> Codes { get; }

    readonly Dictionary<string, string> _surfaceOf;

    /// <summary>The shortest Chinese word of a code, of several the first in the table; null if it has none.</summary>
    public string? Surface(string code) => _surfaceOf.GetValueOrDefault(code);

    internal UnitLexicon(LexiconFile file)
    {
        var surfaces = new Dictionary<string, Unit>();
        foreach (var row in file.Rows(columns: 4))
        {
            if (!Enum.TryParse<UnitKind>(row[1], ignoreCase: true, out var kind))
                throw file.Error(row, $"“{row[1]}” is no kind of unit.");
            if (!int.TryParse(row[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power))
                throw file.Error(row, $"“{row[2]}” is no power of ten.");
            var unit = new Unit(row[0], kind, power);
            foreach (var surface in row.Surfaces(3))
                if (!surfaces.TryAdd(surface, unit))
                    throw file.Error(row, $"“{surface}” already names {surfaces[surface].Code}.");
        }
        _surfaces = new(surfaces);
        _surfaceOf = surfaces.Where(pair => pair.Value.Power == 0).GroupBy(pair => pair.Value.Code, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(pair => pair.Key).OrderBy(word => word.All(Glyph.IsHan) ? word.Length : word.Length + 10).First());
        Codes = surfaces.Values.Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The longest unit at the start of <paramref name="text"/>, with a rate after a slash (元/公斤); its length, or 0.</summary>
    public int Match(ReadOnlySpan<char> text, out Unit unit)
    {
        var length = _surfaces.MatchStart(text, out unit);
        if (length == 0)
            return 0;
        if (length + 1 < text.Length && text[length] is '/' or '每' && _surfaces.MatchStart(text[(length + 1)..], out var per) is > 0 and var perLength)
        {
            unit = new(unit.Code + "/" + per.Code, unit.Kind, unit.Power);
            return length + 1 + perLength;
        }
        return length;
    }
}

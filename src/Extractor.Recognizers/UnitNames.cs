using Extractor.Core.Text;

namespace Extractor.Recognizers;

/// <summary>A code of claims, and the power of ten that takes the library's number to it.</summary>
readonly record struct NamedUnit(string Code, int Power);

/// <summary>The table <c>units.tsv</c>.</summary>
sealed class UnitNames
{
    readonly Dictionary<string, NamedUnit> _units = new(StringComparer.Ordinal);

    public static UnitNames Default { get; } = new(Embedded());

    public UnitNames(LexiconFile file)
    {
        foreach (var row in file.Rows(columns: 3))
            if (!int.TryParse(row[2], out var power) || row[1].Length == 0 || !_units.TryAdd(row[0], new(row[1], power)))
                throw file.Error(row, "expected a name that has no row yet, a code, and a power of ten.");
    }

    public NamedUnit? Find(string name) => _units.TryGetValue(name, out var unit) ? unit : null;

    static LexiconFile Embedded()
    {
        using var stream = typeof(UnitNames).Assembly.GetManifestResourceStream("units.tsv") ?? throw new InvalidOperationException("No embedded units.tsv.");
        using var reader = new StreamReader(stream);
        return new("units.tsv", reader.ReadToEnd().Split('\n'));
    }
}

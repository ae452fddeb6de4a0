using Extractor.Core.Catalogues;
using Extractor.Core.Text;

namespace Extractor.Core.Checks;

/// <summary>Wholes with the parts that make them up without rest. They live in <c>partitions.tsv</c>, nowhere else.</summary>
sealed class Partitions
{
    public static Partitions Default { get; } = new(LexiconFile.Embedded("Checks.partitions.tsv"));

    /// <summary>Indicators of the catalogue; no whole where only shares are spoken of.</summary>
    public IReadOnlyList<(string[] Wholes, string[] Parts)> Indicators { get; }

    /// <summary>The parts of each whole, in the order of the file.</summary>
    readonly Dictionary<string, List<string[]>> _partsOf = [];

    /// <summary>Marks that halve a whole: 男, 女.</summary>
    public IReadOnlyList<(string First, string Second)> Halves { get; }

    /// <summary>A word for all parts, and how many they are: 三次产业, 3.</summary>
    public IReadOnlyList<(string Word, int Count)> Lists { get; }

    internal Partitions(LexiconFile file)
    {
        List<(string[], string[])> indicators = [];
        List<(string, string)> halves = [];
        List<(string, int)> lists = [];
        foreach (var row in file.Rows(columns: 3))
        {
            var parts = row.Surfaces(2);
            switch (row[0])
            {
                case "ids":
                    string[] wholes = row[1] == "-" ? [] : row.Surfaces(1);
                    if (wholes.Concat(parts).FirstOrDefault(id => Catalogue.Default.ById(id) is null) is { } unknown)
                        throw file.Error(row, $"{unknown} is no indicator of the catalogue.");
                    if (parts.Length < 2)
                        throw file.Error(row, "one part is no partition.");
                    indicators.Add((wholes, parts));
                    break;
                case "words" when parts.Length == 2:
                    halves.Add((parts[0], parts[1]));
                    break;
                case "list" when row[1].Length > 0 && int.TryParse(row[2], out var count) && count > 1:
                    lists.Add((row[1], count));
                    break;
                default:
                    throw file.Error(row, $"“{row[0]}” with “{row[2]}” is no partition.");
            }
        }
        (Indicators, Halves, Lists) = (indicators, halves, lists);
        foreach (var (wholes, parts) in indicators)
            foreach (var whole in wholes.Distinct())
                if (_partsOf.TryGetValue(whole, out var others))
                    others.Add(parts);
                else
                    _partsOf[whole] = [parts];
    }

    /// <summary>The parts into which an indicator of the catalogue is divided, each division by itself.</summary>
    public IReadOnlyList<string[]> PartsOf(string whole) => _partsOf.TryGetValue(whole, out var parts) ? parts : [];

    /// <summary>Whether the two differ in a mark and nothing else, which halves a whole: 男生, 女生.</summary>
    public bool AreHalves(string first, string second)
    {
        foreach (var (a, b) in Halves)
            if (Differ(first, second, a, b) || Differ(first, second, b, a))
                return true;
        return false;
    }

    // 女 is in 非女 as 国有 is in 非国有: the longer mark is the one that is there.
    static bool Differ(string first, string second, string a, string b) =>
        first.IndexOf(a, StringComparison.Ordinal) is >= 0 and var at && second.IndexOf(b, StringComparison.Ordinal) is >= 0 and var other && at == other
        && first.Length - a.Length == second.Length - b.Length && first.AsSpan(0, at).SequenceEqual(second.AsSpan(0, at))
        && first.AsSpan(at + a.Length).SequenceEqual(second.AsSpan(at + b.Length)) && first.Length > 0;
}

using Extractor.Core.Text;

namespace Extractor.Core.Quantities;

/// <summary>The unit of a scaled number without one, told by the noun behind it (6069万农民) or before it (投资85亿).</summary>
sealed class ImpliedUnits
{
    readonly WordTable<Unit> _nouns;

    public static ImpliedUnits Default { get; } = new(LexiconFile.Embedded("Quantities.nouns.tsv"));

    internal ImpliedUnits(LexiconFile file)
    {
        var nouns = new Dictionary<string, Unit>();
        foreach (var row in file.Rows(columns: 2))
        {
            var unit = new Unit(row[0], row[0] == "CNY" ? UnitKind.Money : UnitKind.People, 0);
            foreach (var surface in row.Surfaces(1))
                if (!nouns.TryAdd(surface, unit))
                    throw file.Error(row, $"“{surface}” stands twice.");
        }
        _nouns = new(nouns);
    }

    /// <summary>Whether a phrase ends in somebody: 企业, 职工, 农户.</summary>
    public bool EndsInDoer(ReadOnlySpan<char> phrase) =>
        phrase.EndsWith("企业") || phrase.EndsWith("单位") || phrase.EndsWith("人员") || _nouns.MatchEnd(phrase, out var unit) > 0 && unit.Kind == UnitKind.People;

    /// <summary>Whether a phrase ends in a noun that is counted in this unit: 农户 in {household}.</summary>
    public bool CountsIn(ReadOnlySpan<char> phrase, Unit unit) => _nouns.MatchEnd(phrase, out var own) > 0 && own.Code == unit.Code;

    /// <summary>Whether a phrase begins with somebody: 人员, 职工.</summary>
    public bool OpensWithPeople(ReadOnlySpan<char> phrase) => _nouns.MatchStart(phrase, out var unit) > 0 && unit.Kind == UnitKind.People;

    public Unit? Find(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        // 20.8亿营收与1.6亿净利.
        if (_nouns.MatchStart(after, out var direct) > 0)
            return direct;
        Unit? found = null;
        for (var at = 0; at < Math.Min(after.Length, 12) && Glyph.IsHan(after[at]); at++)
            if (_nouns.MatchStart(after[at..], out var behind) > 0 && behind.Kind == UnitKind.People)
                return behind;
        var from = Math.Max(0, before.Length - 16);
        for (var at = from; at < before.Length; at++)
        {
            if (before[at] is '。' or '；' || before[at] == '，' && !(at + 1 < before.Length && before[at + 1] is '由' or '从' or '达' or '为' or '约'))
                found = null;
            else if (_nouns.MatchStart(before[at..], out var noun) > 0)
                found = noun;
        }
        return found;
    }
}

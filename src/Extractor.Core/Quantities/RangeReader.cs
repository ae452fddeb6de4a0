using System.Buffers;
using Extractor.Core.Claims;
using Extractor.Core.Numbers;

namespace Extractor.Core.Quantities;

/// <summary>Reads two figures of one script and unit as the ends of a range, the lower first.</summary>
sealed class RangeReader(UnitLexicon units, FigureReader figures, HedgeReader hedges)
{
    /// <summary>预计增长5到6个百分点 is a range all the same: a verb of change before it takes its own 到 elsewhere.</summary>
    static readonly SearchValues<char> AnnouncedBy = SearchValues.Create("预标计介");

    /// <summary>15—20亿元, 6%—8%, 三至五家. From–to pairs (由…到…) are no ranges.</summary>
    public bool TryRead(ReadOnlySpan<char> text, int at, int from, NumberToken low, out Quantity range)
    {
        range = null!;
        if (low.Script is Script.Fraction or Script.Percent || low.High is not null)
            return false;
        var lowUnitLength = units.Match(text[low.End..], out var lowUnit);
        foreach (var unitLength in (ReadOnlySpan<int>)[lowUnitLength, 0])
        {
            var dash = low.End + unitLength;
            var connector = 0;
            while (dash + connector < text.Length && connector < 3 && text[dash + connector] is '—' or '~' or '-') connector++;
            var words = connector == 0 && dash < text.Length && text[dash] is '至' or '到';
            if (words)
                connector = 1;
            if (connector == 0 || dash + connector >= text.Length || !NumberReader.Starts.Contains(text[dash + connector]))
                continue;
            if (words && (text[from..at].EndsWith("由") || text[from..at].EndsWith("从") || text[from..at].EndsWith("自") || text[from..at].EndsWith("的") || at > from && text[at - 1] is '升' or '降' or '加' or '少' or '涨' or '跌' or '长' or '高' or '低' or '增' or '减' && text[from..at].IndexOfAny(AnnouncedBy) < 0))
                return false;
            if (!figures.TryRead(text, dash + connector, out var high) || high.Script != low.Script)
                continue;
            var unitStart = high.End;
            if (units.Match(text[unitStart..], out var unit) is not (> 0 and var length))
                continue;
            if (unitLength > 0 && lowUnit.Code != unit.Code || unit.Kind == UnitKind.Time && !Duration.IsStatistic(text[from..at]))
                return false;
            if (Naming.Reason(text, at, low.End) is "code" or "ordinal" or "name")
                return false;
            var power = low.IsScaled || unitLength > 0 ? 0 : high.Power;
            var (lowest, highest) = (low.Value.Scaled(power + unit.Power), high.Value.Scaled(unit.Power));
            if (!lowest.IsLessThan(highest))
                return false;
            var qualifier = Qualifier.Exact;
            var lead = hedges.Lead(text, from, at, ref qualifier);
            var end = unitStart + length;
            var spanEnd = end;
            if (hedges.Trailing(text, end, out var trailing) is > 0 and var hedge)
            {
                spanEnd += hedge;
                if (qualifier == Qualifier.Exact)
                    qualifier = trailing;
            }
            range = new(new(at, spanEnd), lead, end, null, lowest, highest, unit, qualifier, low.Script, "range");
            return true;
        }
        return false;
    }
}

using Extractor.Core.Numbers;

namespace Extractor.Core.Quantities;

/// <summary>Units that only the last figure of a list carries, and that hold for all of it.</summary>
static class SharedUnits
{
    /// <summary>Whether a list goes on behind a bare number, so that a later member may carry its unit.</summary>
    public static bool Joins(ReadOnlySpan<char> text, int end) =>
        end + 1 < text.Length && (text[end] is '、' or '和' or '与' or '及' or '或' && NumberReader.Starts.Contains(text[end + 1]) || text[end] is '、' && char.IsAsciiDigit(text[end + 1]));

    static readonly Comparer<NoQuantity> ByPlace = Comparer<NoQuantity>.Create((a, b) => a.Span.Start.CompareTo(b.Span.Start));

    /// <summary>Completes 0.6和1.0个百分点, 0.04个和0.03个百分点, 15和20亿元 from the last figure; drops what stays bare.</summary>
    /// <param name="others">Those of this text from the index <paramref name="from"/> on.</param>
    public static void Complete(ReadOnlySpan<char> text, List<Quantity> found, List<NoQuantity> others, int from)
    {
        var count = others.Count;
        for (var i = found.Count - 1; i >= 0; i--)
        {
            var quantity = found[i];
            var next = i + 1 < found.Count ? found[i + 1] : null;
            var adjacent = next is not null && next.Span.Start - quantity.Span.End is >= 0 and <= 4 && text[quantity.Span.End..next.Span.Start] is var between
                && (between is "、" or "和" or "与" or "及" or "或" or "以及" || between is "和下降" or "和上升" or "和提高" or "和增长");
            if (quantity.SharesUnit)
            {
                if (adjacent && !next!.SharesUnit)
                {
                    var power = next.Script == Script.Arabic && next.Value is { Exponent: > 0 } scaled && quantity.Value!.Value.Exponent <= 0 && next.Unit.Kind == UnitKind.Money ? ScalePower(text, next) : 0;
                    found[i] = quantity with { Unit = next.Unit, Value = quantity.Value!.Value.Scaled(power + next.Unit.Power), SharesUnit = false, Rule = "shared-unit" };
                }
                else
                {
                    others.Add(new(quantity.Span, "no unit"));
                    found.RemoveAt(i);
                }
            }
            // 3217.9亿、2471.3亿和1940.7亿元: each has its scale, the last the unit.
            else if (adjacent && quantity is { Unit.Code: "1", Rule: "scaled" or "implied" } && next!.Unit.Kind is UnitKind.Money or UnitKind.Physical or UnitKind.People or UnitKind.Count)
                found[i] = quantity with { Unit = next.Unit };
            else if (adjacent && quantity.Unit.Code == "{个}" && next!.Unit.Code is "pp" or "bp")
                found[i] = quantity with { Unit = next.Unit };
        }
        if (others.Count > count)
            others.Sort(from, others.Count - from, ByPlace);
    }

    static int ScalePower(ReadOnlySpan<char> text, Quantity quantity)
    {
        var power = 0;
        foreach (var c in text[quantity.Span.Start..quantity.UnitEnd])
            power += c switch { '百' => 2, '千' => 3, '万' => 4, '亿' => 8, _ => 0 };
        return power;
    }
}

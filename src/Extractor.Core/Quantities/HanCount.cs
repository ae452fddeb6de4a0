using System.Buffers;
using Extractor.Core.Numbers;
using Extractor.Core.Text;

namespace Extractor.Core.Quantities;

/// <summary>Tells amounts in Chinese characters that count (三千户, 两成) from 一 as an article and from small numbers in passing.</summary>
static class HanCount
{
    const string SmallCounters = "家户名起所座辆例艘架";

    static readonly SearchValues<char> SmallShares = SearchValues.Create("占近约超逾过足到达有为");

    /// <summary>Whether an amount in Chinese numerals counts at all: 一 rarely does, small ones only where things are counted one by one.</summary>
    public static bool Counts(ReadOnlySpan<char> text, int at, NumberToken number, Unit unit, int unitEnd, out string reason)
    {
        reason = "no number";
        if (number.Bare && !(at > 0 && text[at - 1] is '近' or '超' or '约' or '逾' or '过' or '破' or '达' or '在') && !(unitEnd < text.Length && text[unitEnd..].StartsWith("以上")))
            return false;
        reason = "a";
        if (number.High is not null || number.Vagueness != Vagueness.None)
            return unit.Kind != UnitKind.None;
        if (unit.Kind is UnitKind.Money)
            return true;
        if (unit.Code == "{番}")
            return true;
        // 约占一成, 近一成.
        if (unit.Code == "%" && text[number.End] == '成' && at > 0 && (SmallShares.Contains(text[at - 1]) || number.Value.Approximate > 1))
            return true;
        // 增长近一倍.
        if (unit.Code == "{倍}")
            return true;
        if (text[at] == '一' && number.Value.Digits.IsOne)
            return false;
        reason = "small count in words";
        if (number.Value.Approximate >= 20 || unit.Kind is UnitKind.Proportion && unit.Code is "pp" or "%")
            return true;
        return unitEnd - number.End == 1 && SmallCounters.Contains(text[number.End]) && number.Value.Approximate >= 2
            && (unitEnd < text.Length && Glyph.IsHan(text[unitEnd]) && text[unitEnd] is not ('的' or '人' or '都')) && !(at > 0 && text[at - 1] is '这' or '那' or '每');
    }
}

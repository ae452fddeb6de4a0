using Extractor.Core.Claims;
using Extractor.Core.Numbers;

namespace Extractor.Core.Comparisons;

/// <summary>A stored number held against a pasted one, in the pasted one's unit.</summary>
/// <param name="Printed">How the pasted number is printed.</param>
/// <param name="Difference">The stored less the pasted, of ranges by their middles; null where they are equal.</param>
/// <param name="IsCoarser">Whether the stored one is printed with fewer digits, and the pasted one rounded to them equals it.</param>
sealed record NumberComparison(Closeness Closeness, PrintedNumber Printed, Difference? Difference, bool IsCoarser)
{
    /// <param name="factor">How many of the pasted claim's unit one of the stored claim's is.</param>
    /// <returns>Null where a number cannot be read.</returns>
    public static NumberComparison? Of(Claim pasted, Claim stored, Ratio factor)
    {
        if (Stated.Of(pasted) is not { } one || Stated.Of(stored)?.Times(factor) is not { } other)
            return null;
        var printed = PrintedNumber.Of(pasted);
        var closeness = Close(one, other, printed.Place, AreOpposed(pasted.Qualifier, stored.Qualifier));
        var gap = other.Middle.Minus(one.Middle);
        var difference = gap.Sign == 0 ? null : Difference.Of(one.Middle, gap, pasted.Unit, printed.UnitWords);
        var isCoarser = closeness == Closeness.Different && factor == Ratio.Whole(1) && one.Value is { } value && other.Value is { } known
            && PrintedNumber.Of(stored).Place is { } place && place > printed.Place && value.RoundedHalfUp(place) == known;
        return new(closeness, printed, difference, isCoarser);
    }

    static Closeness Close(Stated pasted, Stated stored, int? place, bool areOpposed)
    {
        var isEqual = pasted.Value is not null ? pasted.Value == stored.Value : stored.Value is null && pasted.Reach == stored.Reach;
        if (isEqual && !areOpposed)
            return Closeness.Equal;
        if (place is { } last && pasted.Value is { } value && stored.Value is { } known && known.RoundedHalfUp(last) == value && !isEqual)
            return Closeness.Rounded;
        return pasted.Covers(stored) || stored.Covers(pasted) ? Closeness.Hedged : Closeness.Different;
    }

    /// <summary>超过500 and 不足500 meet in one point and say the opposite.</summary>
    static bool AreOpposed(Qualifier one, Qualifier other) => Side(one) * Side(other) < 0;

    static int Side(Qualifier qualifier) => qualifier switch
    {
        Qualifier.MoreThan or Qualifier.AtLeast => 1,
        Qualifier.LessThan or Qualifier.AtMost or Qualifier.Nearly => -1,
        _ => 0,
    };
}

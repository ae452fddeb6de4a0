using System.Globalization;
using System.Numerics;
using Extractor.Core.Claims;
using Extractor.Core.Numbers;

namespace Extractor.Core.Checks;

/// <summary>All that a printed figure can stand for. Kept small enough that no arithmetic of the checks overflows.</summary>
readonly record struct Interval(decimal Low, decimal High)
{
    const int SmallestPower = -6, LargestPower = 15;
    const decimal Largest = 1e18m;

    static readonly BigInteger TooLarge = new(Largest);

    /// <summary>The powers of ten, and how many of each there may be.</summary>
    static readonly (decimal Unit, decimal Largest)[] Powers = [.. Enumerable.Range(SmallestPower, LargestPower - SmallestPower + 1).Select(power => power < 0 ? new decimal(1, 0, 0, isNegative: false, (byte)-power) : Whole(power)).Select(unit => (unit, Largest / unit))];

    public decimal Middle => (Low + High) / 2;

    public decimal Half => (High - Low) / 2;

    public bool Overlaps(Interval other) => Low <= other.High && other.Low <= High;

    public Interval Plus(Interval other) => new(Low + other.Low, High + other.High);

    public Interval Minus(Interval other) => new(Low - other.High, High - other.Low);

    /// <summary>
    /// Half a unit of the last printed digit to both sides; a hedge opens the side to which it points: up to the next round
    /// number of its kind (6700余 is under 6800), a round number with one digit (超过500) to the double or the half.
    /// </summary>
    /// <returns>Null for what is no plain number above zero, or too large or fine to compute with.</returns>
    public static Interval? Of(ExactNumber number, Qualifier qualifier)
    {
        if (number.Denominator != 1 || number.Digits.Sign <= 0 || number.Exponent is < SmallestPower or > LargestPower || number.Digits >= TooLarge)
            return null;
        var (unit, largest) = Powers[number.Exponent - SmallestPower];
        var digits = (ulong)number.Digits;
        if (digits > largest)
            return null;
        var value = digits * unit;
        var half = unit / 2;
        var place = unit;
        while (digits % 10 == 0)
        {
            digits /= 10;
            place *= 10;
        }
        var step = digits < 10 || qualifier is Qualifier.AtLeast or Qualifier.AtMost ? value : place;
        return qualifier switch
        {
            Qualifier.Exact => new(value - half, value + half),
            Qualifier.About => new(value * 0.95m - half, value * 1.05m + half),
            Qualifier.Nearly => new(value * 0.9m - half, value + half),
            Qualifier.MoreThan or Qualifier.AtLeast => new(value - half, value + step + half),
            _ => new(value - Math.Min(step, value / 2) - half, value + half),
        };
    }

    static decimal Whole(int power) => Enumerable.Range(0, power).Aggregate(1m, (unit, _) => unit * 10);

    /// <summary>With one digit more than the tolerance needs, and no exponent.</summary>
    public static string Print(decimal value, decimal tolerance)
    {
        var digits = 0;
        while (digits < 6 && tolerance > 0 && tolerance < 10)
        {
            tolerance *= 10;
            digits++;
        }
        return Math.Round(value, digits).ToString("0.######", CultureInfo.InvariantCulture);
    }
}

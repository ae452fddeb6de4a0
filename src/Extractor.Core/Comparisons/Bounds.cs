using Extractor.Core.Claims;
using Extractor.Core.Numbers;

namespace Extractor.Core.Comparisons;

/// <summary>All values that a hedge or a range lets a figure stand for, both ends included.</summary>
readonly record struct Bounds(Ratio Low, Ratio High)
{
    public bool Contains(Ratio value) => Low.CompareTo(value) <= 0 && value.CompareTo(High) <= 0;

    public bool Contains(Bounds other) => Contains(other.Low) && Contains(other.High);

    public Ratio Middle => Low.Plus(High).Over(Ratio.Whole(2));

    public Bounds Times(Ratio factor) => new(Low.Times(factor), High.Times(factor));

    public Bounds Negated() => new(High.Negated(), Low.Negated());

    /// <summary>
    /// How far a hedge reaches, the one place that says so for the fact-check:
    /// <list type="table">
    /// <item><term>约, 左右</term><description>a twentieth to both sides</description></item>
    /// <item><term>近, 接近</term><description>a tenth down: 近1500万 is 1350万 to 1500万</description></item>
    /// <item><term>余, 多, 超过, 以上</term><description>up to the next round number: 43万余 to 44万, 6700余 to 6800; a figure of one digit (超过500) to its double</description></item>
    /// <item><term>不足, 以内</term><description>down to the round number before; a figure of one digit to its half</description></item>
    /// </list>
    /// 以上 and 以内 as thresholds (95%以上, 30天以内) reach to the double and the half. An exact figure reaches nowhere.
    /// </summary>
    public static Bounds? Of(Ratio value, Qualifier qualifier)
    {
        if (qualifier == Qualifier.Exact || value.Sign == 0)
            return null;
        if (value.Sign < 0)
            return Of(value.Negated(), qualifier)!.Value.Negated();
        var step = qualifier is Qualifier.AtLeast or Qualifier.AtMost ? value : Step(value);
        return qualifier switch
        {
            Qualifier.About => new(value.Times(new(95, 100)), value.Times(new(105, 100))),
            Qualifier.Nearly => new(value.Times(new(9, 10)), value),
            Qualifier.MoreThan or Qualifier.AtLeast => new(value, value.Plus(step)),
            _ => new(value.Minus(Smaller(step, value.Over(Ratio.Whole(2)))), value),
        };
    }

    /// <summary>One of the last digit that is not zero; the whole where there is only one such.</summary>
    static Ratio Step(Ratio value)
    {
        var (digits, place) = (value.Numerator, Ratio.Whole(1));
        // Decimals: 6.7 is 67/10 in lowest terms, so it is brought to tenths first. A fraction has no digits.
        for (var rest = value.Denominator; rest > 1;)
        {
            if (!(value.Denominator % 2).IsZero && !(value.Denominator % 5).IsZero || place.Denominator.GetBitLength() > 256)
                return value;
            place = place.Over(Ratio.Whole(10));
            rest = value.Over(place).Denominator;
            digits = value.Over(place).Numerator;
        }
        while ((digits % 10).IsZero)
        {
            digits /= 10;
            place = place.Times(Ratio.Whole(10));
        }
        return digits < 10 ? value : place;
    }

    static Ratio Smaller(Ratio one, Ratio other) => one.CompareTo(other) < 0 ? one : other;
}

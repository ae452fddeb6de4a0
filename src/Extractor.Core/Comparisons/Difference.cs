using Extractor.Core.Numbers;

namespace Extractor.Core.Comparisons;

/// <summary>By how much the stored number is more (or, with a minus, less) than the pasted one.</summary>
/// <param name="Absolute">An exact decimal, or one of six decimals, in <see cref="Unit"/>: -148300.</param>
/// <param name="Relative">In per cent of the pasted number, to two decimals or two digits: -0.99; null where that is zero, and for proportions, whose difference is in points.</param>
/// <param name="Unit">Of the pasted claim; pp where that is %.</param>
/// <param name="Words">少0.99%（−14.83万件）; 高0.6个百分点.</param>
/// <param name="English">0.99% less (−148300 {件}).</param>
public sealed record Difference(string Absolute, string? Relative, string Unit, string Words, string English)
{
    const int Places = 6, WordPlaces = 4;

    internal static Difference Of(Ratio pasted, Ratio gap, string unit, string unitWords)
    {
        var absolute = gap.ToDecimal(Places);
        var size = gap.Magnitude();
        var sign = gap.Sign < 0 ? "−" : "+";
        if (unit is "%" or "pp" or "bp" or "‰")
        {
            var (code, words) = unit switch { "%" or "pp" => ("pp", "个百分点"), "bp" => ("bp", "个基点"), _ => ("‰", "个千分点") };
            var points = size.ToDecimal(WordPlaces);
            return new(absolute, null, code, $"{(gap.Sign < 0 ? "低" : "高")}{points}{words}", $"{points} {code} {(gap.Sign < 0 ? "lower" : "higher")}");
        }
        var printed = $"{sign}{Scaled(size)}{unitWords}";
        if (pasted.Sign == 0)
            return new(absolute, null, unit, $"{(gap.Sign < 0 ? "少" : "多")}{Scaled(size)}{unitWords}", $"{sign}{size.ToDecimal(Places)} {unit}");
        var share = size.Times(Ratio.Whole(100)).Over(pasted.Magnitude());
        var relative = share.ToDecimal(RelativePlaces(share));
        return new(
            absolute, gap.Sign < 0 ? "-" + relative : relative, unit,
            $"{(gap.Sign < 0 ? "少" : "多")}{relative}%（{printed}）", $"{relative}% {(gap.Sign < 0 ? "less" : "more")} ({sign}{size.ToDecimal(Places)} {unit})");
    }

    /// <summary>Two, or as many as show two digits of what is smaller than that.</summary>
    static int RelativePlaces(Ratio share)
    {
        var places = 2;
        while (places < 12 && share.CompareTo(Ratio.PowerOfTen(1 - places)) < 0)
            places++;
        return places;
    }

    /// <summary>14.83万, 1.2亿, 350.</summary>
    static string Scaled(Ratio size)
    {
        foreach (var (power, word) in ((int, string)[])[(8, "亿"), (4, "万")])
            if (size.CompareTo(Ratio.PowerOfTen(power)) >= 0)
                return size.Over(Ratio.PowerOfTen(power)).ToDecimal(WordPlaces) + word;
        return size.ToDecimal(WordPlaces);
    }
}

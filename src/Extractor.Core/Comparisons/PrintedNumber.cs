using Extractor.Core.Claims;
using Extractor.Core.Numbers;
using Extractor.Core.Quantities;
using Extractor.Core.Text;

namespace Extractor.Core.Comparisons;

/// <summary>How a claim's number stands on the page: to which place it is printed, and with which words for its unit.</summary>
/// <param name="Place">The power of ten of the last printed digit in the claim's unit, zeros counted: 4 for 1485万件, 7 for 15.0亿; null for ranges and fractions.</param>
/// <param name="Digits">How many digits are printed, without leading zeros.</param>
/// <param name="UnitWords">件, 元, 公顷; of two units that share a code the one on the page.</param>
readonly record struct PrintedNumber(int? Place, int Digits, string UnitWords)
{
    /// <summary>Of any quote only so much is looked at: a number has at most 64 digits.</summary>
    const int LongestLook = 160;

    static readonly FigureReader Figures = new(UnitLexicon.Default);

    public static PrintedNumber Of(Claim claim)
    {
        var text = Fold(claim.Text);
        var start = text.AsSpan().IndexOfAny(NumberReader.Starts);
        if (start < 0 || !Figures.TryRead(text, start, out var token))
            return new(FromValue(claim.Value), claim.Value?.Count(char.IsAsciiDigit) ?? 0, UnitText.Words(claim.Unit));
        var unit = UnitLexicon.Default.Match(text.AsSpan(Math.Min(token.End, text.Length)), out var read) is > 0 and var length && read.Code == claim.Unit && read.Power == 0
            ? text.Substring(token.End, length)
            : UnitText.Words(claim.Unit);
        // 一半, 三分之一 are printed to no place; 0.6和1.0个百分点 and the cells of a table take their scale from elsewhere, so
        // the place is where the value has the digit that is printed last.
        if (!Ratio.TryParse(claim.Value, out var value) || token.Value.Denominator != 1)
            return new(null, 0, unit);
        var printed = token.Script == Script.Han && token.Value.Exponent == 0 ? HanPlace(text.AsSpan(start, token.End - start)) : token.Value.Exponent;
        var place = value.Sign == 0 || token.Value.Digits.IsZero
            ? printed
            : value.Magnitude().Over(Ratio.Of(token.Value)).AsPowerOfTen() is { } scale ? printed + scale : FromValue(claim.Value);
        return new(place, Width(value, place), unit);
    }

    /// <summary>三百万 is printed as 300万 is, to 万; 三百 to one.</summary>
    static int HanPlace(ReadOnlySpan<char> numeral)
    {
        var place = 0;
        for (var at = numeral.Length - 1; at >= 0 && (Numeral.Scale(numeral[at]) >= 4 || Numeral.IsInnerHedge(numeral[at])); at--)
            place += Numeral.Scale(numeral[at]);
        return place;
    }

    static int? FromValue(string? value) =>
        value is null || value.Contains('/') ? null : value.IndexOf('.') is >= 0 and var point ? point + 1 - value.Length : 0;

    static int Width(Ratio value, int? place)
    {
        if (place is not { } last)
            return 0;
        var digits = 0;
        for (var rest = value.Magnitude().Over(Ratio.PowerOfTen(last)).RoundedHalfUp(0).Numerator; !rest.IsZero; rest /= 10)
            digits++;
        return digits;
    }

    static string Fold(string text)
    {
        var folded = new System.Text.StringBuilder();
        foreach (var c in text)
        {
            if (folded.Length == LongestLook)
                break;
            if (Glyph.Fold(c) is var glyph && glyph != '\n' && !Glyph.IsSpace(glyph))
                folded.Append(glyph);
        }
        return folded.ToString();
    }
}

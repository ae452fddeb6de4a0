using System.Buffers;

namespace Extractor.Core.Numbers;

/// <summary>Reads parts of a whole: 百分之八点五, 三分之二, 3分之1, 1/3, 八成六. Denominators lie between 2 and 1000, behind a slash up to 100.</summary>
static class FractionReader
{
    static readonly SearchValues<char> TakesFraction = SearchValues.Create("的约近占产达到少加为超过足有减了");

    /// <summary>百分之八点五, 千分之3; 三分之二 and 3分之1.</summary>
    /// <param name="denominator">The numeral that stands there; null if none does.</param>
    public static bool TryReadWords(ReadOnlySpan<char> text, int at, HanNumeral? denominator, out NumberToken token)
    {
        token = default;
        if (text[at..].StartsWith("百分之") || text[at..].StartsWith("千分之"))
        {
            var start = at + 3;
            if (start >= text.Length)
                return false;
            if (!ArabicReader.TryReadDigits(text, start, out var value, out var end))
            {
                if (!HanReader.TryReadNumeral(text, start, out var share))
                    return false;
                (value, end) = (share.Value, share.End);
            }
            token = new(end, value, null, Vagueness.None, Script.Percent, text[at] == '百' ? 2 : 3, Bare: false);
            return true;
        }
        if (text[at..].StartsWith("半数") || denominator is not { Value.Digits: var parts, End: var after } || !text[after..].StartsWith("分之"))
            return false;
        if (after + 2 >= text.Length || !HanReader.TryReadNumeral(text, after + 2, out var numerator) || parts < 2 || parts > 1000)
            return false;
        token = new(numerator.End, ExactNumber.Whole(numerator.Value.Digits) with { Denominator = (int)parts }, null, Vagueness.None, Script.Fraction, 0, Bare: false);
        return true;
    }

    /// <summary>3分之1.</summary>
    /// <param name="end">Where the digits of the denominator end.</param>
    public static bool TryReadMixed(ReadOnlySpan<char> text, ExactNumber denominator, int end, out NumberToken token)
    {
        token = default;
        if (!text[end..].StartsWith("分之") || denominator is not { Exponent: 0 } || denominator.Digits < 2 || denominator.Digits > 1000
            || end + 2 >= text.Length || !ArabicReader.TryReadDigits(text, end + 2, out var numerator, out var last) || numerator.Exponent != 0)
            return false;
        token = new(last, numerator with { Denominator = (int)denominator.Digits }, null, Vagueness.None, Script.Fraction, 0, Bare: false);
        return true;
    }

    /// <summary>增产1/5, 约占全国的1/3: a proper fraction behind a word that takes one, never 2020/21 or 066/2018.</summary>
    /// <param name="end">Where the digits of the numerator end that begin at <paramref name="at"/>.</param>
    public static bool TryReadSlash(ReadOnlySpan<char> text, int at, ExactNumber numerator, int end, out NumberToken token)
    {
        token = default;
        if (end >= text.Length || text[end] != '/' || numerator.Exponent != 0
            || end + 1 >= text.Length || !ArabicReader.TryReadDigits(text, end + 1, out var denominator, out var last) || denominator.Exponent != 0 || denominator.Digits > 100 || numerator.Digits >= denominator.Digits || numerator.Digits < 1
            || !(at > 0 && TakesFraction.Contains(text[at - 1])) && !(last < text.Length && text[last] == '的' && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])))
            || last < text.Length && (text[last] is '/' or '.' or '：' || char.IsAsciiLetter(text[last])))
            return false;
        token = new(last, numerator with { Denominator = (int)denominator.Digits }, null, Vagueness.None, Script.Fraction, 0, Bare: false);
        return true;
    }

    /// <summary>八成六, 三成四: tenths and hundredths.</summary>
    public static bool TryReadTenths(ReadOnlySpan<char> text, int at, out NumberToken token)
    {
        token = default;
        if (at + 2 >= text.Length || Numeral.Digit(text[at]) is not (> 0 and var tenths) || text[at + 1] != '成' || Numeral.Digit(text[at + 2]) is not (> 0 and var hundredths))
            return false;
        if (text[at + 2] == '五' && text[(at + 3)..].StartsWith("年") || at + 3 < text.Length && (Numeral.Digit(text[at + 3]) >= 0 || text[at + 3] is '个' or '人' or '家' or '年' or '月' or '到' or '至' or '成' || Numeral.Scale(text[at + 3]) > 0))
            return false;
        token = new(at + 3, ExactNumber.Whole(tenths * 10 + hundredths), null, Vagueness.None, Script.Percent, 2, Bare: false);
        return true;
    }
}

using System.Buffers;
using System.Numerics;

namespace Extractor.Core.Numbers;

/// <summary>
/// Reads numbers out of folded text: 6034.35亿, 1,485.17万, 1亿3千多万, 十五点八万, 数十万, 三四十, 百分之八点五, 三分之二.
/// </summary>
static class NumberReader
{
    const string HanDigits = "零一二三四五六七八九";

    /// <summary>The characters at which a number can begin.</summary>
    public static readonly SearchValues<char> Starts = SearchValues.Create("0123456789〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾数几半上");

    public static bool TryRead(ReadOnlySpan<char> text, int at, Func<int, bool> unitAt, out NumberToken token)
    {
        token = default;
        if (char.IsAsciiDigit(text[at]) && (TryReadArabicFraction(text, at, out token) || TryReadSlashFraction(text, at, out token)))
            return true;
        if (TryReadTenths(text, at, out token))
            return true;
        if (char.IsAsciiDigit(text[at]))
            return TryReadArabic(text, at, unitAt, out token);
        return TryReadPercent(text, at, out token) || TryReadVague(text, at, out token) || TryReadHan(text, at, out token);
    }

    static int HanDigit(char c) => c switch
    {
        '〇' => 0, '两' => 2, '壹' => 1, '贰' => 2, '叁' => 3, '肆' => 4, '伍' => 5, '陆' => 6, '柒' => 7, '捌' => 8, '玖' => 9,
        _ => HanDigits.IndexOf(c),
    };

    static int Scale(char c) => c switch { '十' or '拾' => 1, '百' or '佰' => 2, '千' or '仟' => 3, '万' => 4, '亿' => 8, _ => 0 };

    static bool IsInnerHedge(char c) => c is '余' or '多' or '来';

    /// <summary>Digits, then scale words with a hedge among them, then the next lower group: 2万5千, 1亿3千多万.</summary>
    static bool TryReadArabic(ReadOnlySpan<char> text, int at, Func<int, bool> unitAt, out NumberToken token)
    {
        token = default;
        ExactNumber sum = default;
        var vagueness = Vagueness.None;
        var lastPower = int.MaxValue;
        var power = 0;
        var first = true;
        while (true)
        {
            if (!TryReadDigits(text, at, out var value, out var end))
                break;
            var decimals = value.Exponent < 0;
            // The rest of 1亿2000万 or 3万4000, never a second figure that happens to follow.
            if (!first && (decimals || lastPower < 3))
                break;
            power = ReadScales(text, ref end, unitAt, ref vagueness);
            if (!first && (power >= lastPower || value.Scaled(power).Approximate >= Math.Pow(10, lastPower)
                || power == 0 && (lastPower is not (3 or 4 or 8) || value.Digits < 100 && lastPower != 3)))
                break;
            sum = first ? value.Scaled(power) : sum.Plus(value.Scaled(power));
            at = end;
            if (!first && power == 0 || power < 3 || vagueness != Vagueness.None)
            {
                first = false;
                break;
            }
            lastPower = power;
            first = false;
        }
        if (first)
            return false;
        token = new(at, sum, null, vagueness, Script.Arabic, Math.Max(power, lastPower == int.MaxValue ? 0 : lastPower), Bare: false);
        return true;
    }

    /// <summary>Reads scale words, 多 and 余 among them: 千多万 is 7. A unit that begins with one (千瓦时, 百分点) stops it.</summary>
    static int ReadScales(ReadOnlySpan<char> text, ref int end, Func<int, bool> unitAt, ref Vagueness vagueness)
    {
        var power = 0;
        while (end < text.Length)
        {
            if (Scale(text[end]) is > 1 and var scale && !unitAt(end))
            {
                power += scale;
                end++;
            }
            else if (IsInnerHedge(text[end]) && end + 1 < text.Length && Scale(text[end + 1]) is > 1 && !unitAt(end + 1))
            {
                vagueness = Vagueness.MoreThan;
                end++;
            }
            else
                break;
        }
        return power;
    }

    static bool TryReadDigits(ReadOnlySpan<char> text, int at, out ExactNumber value, out int end)
    {
        value = default;
        end = at;
        var digits = BigInteger.Zero;
        var count = 0;
        var decimals = 0;
        var start = at;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end == start)
            return false;
        var groups = end - start <= 3;
        while (groups && end + 3 < text.Length && text[end] == ',' && AllDigits(text.Slice(end + 1, 3)) && (end + 4 >= text.Length || !char.IsAsciiDigit(text[end + 4])))
            end += 4;
        if (end + 1 < text.Length && text[end] is '.' or '·' && char.IsAsciiDigit(text[end + 1]))
        {
            var point = end++;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            decimals = end - point - 1;
        }
        if (end - start > ExactNumber.LongestNumber * 2)
        {
            // Too long for any figure; the caller sees it as one number and turns it down.
            value = new(BigInteger.Pow(10, ExactNumber.LongestNumber), 0);
            return true;
        }
        for (var i = start; i < end; i++)
            if (char.IsAsciiDigit(text[i]))
            {
                digits = digits * 10 + (text[i] - '0');
                count++;
            }
        value = new(digits, -decimals);
        return true;
    }

    static bool AllDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>百分之八点五, 千分之3; 三分之二 and 3分之1.</summary>
    static bool TryReadPercent(ReadOnlySpan<char> text, int at, out NumberToken token)
    {
        token = default;
        if (text[at..].StartsWith("百分之") || text[at..].StartsWith("千分之"))
        {
            var start = at + 3;
            if (start >= text.Length || !TryReadDigits(text, start, out var value, out var end) && !TryReadHanNumber(text, start, out value, out _, out end, out _))
                return false;
            token = new(end, value, null, Vagueness.None, Script.Percent, text[at] == '百' ? 2 : 3, Bare: false);
            return true;
        }
        if (text[at..].StartsWith("半数"))
            return false;
        if (!TryReadHanNumber(text, at, out var denominator, out _, out var after, out _) || !text[after..].StartsWith("分之"))
            return false;
        if (after + 2 >= text.Length || !TryReadHanNumber(text, after + 2, out var numerator, out _, out var last, out _) || denominator.Digits < 2 || denominator.Digits > 1000)
            return false;
        token = new(last, ExactNumber.Whole(numerator.Digits) with { Denominator = (int)denominator.Digits }, null, Vagueness.None, Script.Fraction, 0, Bare: false);
        return true;
    }

    /// <summary>3分之1.</summary>
    static bool TryReadArabicFraction(ReadOnlySpan<char> text, int at, out NumberToken token)
    {
        token = default;
        if (!TryReadDigits(text, at, out var denominator, out var end) || denominator is not { Exponent: 0 } || denominator.Digits < 2 || denominator.Digits > 1000 || !text[end..].StartsWith("分之")
            || end + 2 >= text.Length || !TryReadDigits(text, end + 2, out var numerator, out var last) || numerator.Exponent != 0)
            return false;
        token = new(last, numerator with { Denominator = (int)denominator.Digits }, null, Vagueness.None, Script.Fraction, 0, Bare: false);
        return true;
    }

    /// <summary>增产1/5, 约占全国的1/3: a proper fraction behind a word that takes one, never 2020/21 or 066/2018.</summary>
    static bool TryReadSlashFraction(ReadOnlySpan<char> text, int at, out NumberToken token)
    {
        token = default;
        if (at == 0 || !TakesFraction.Contains(text[at - 1]) || !TryReadDigits(text, at, out var numerator, out var end) || numerator.Exponent != 0 || end >= text.Length || text[end] != '/'
            || end + 1 >= text.Length || !TryReadDigits(text, end + 1, out var denominator, out var last) || denominator.Exponent != 0 || denominator.Digits > 100 || numerator.Digits >= denominator.Digits || numerator.Digits < 1
            || last < text.Length && (text[last] is '/' or '.' or '：' || char.IsAsciiLetter(text[last])))
            return false;
        token = new(last, numerator with { Denominator = (int)denominator.Digits }, null, Vagueness.None, Script.Fraction, 0, Bare: false);
        return true;
    }

    static readonly SearchValues<char> TakesFraction = SearchValues.Create("的约近占产达到少加为超过足有减了");

    /// <summary>八成六, 三成四: tenths and hundredths.</summary>
    static bool TryReadTenths(ReadOnlySpan<char> text, int at, out NumberToken token)
    {
        token = default;
        if (at + 2 >= text.Length || HanDigit(text[at]) is not (> 0 and var tenths) || text[at + 1] != '成' || HanDigit(text[at + 2]) is not (> 0 and var hundredths))
            return false;
        if (text[at + 2] == '五' && text[(at + 3)..].StartsWith("年") || at + 3 < text.Length && (HanDigit(text[at + 3]) >= 0 || text[at + 3] is '个' or '人' or '家' or '年' or '月' or '到' or '至' or '成' || Scale(text[at + 3]) > 0))
            return false;
        token = new(at + 3, ExactNumber.Whole(tenths * 10 + hundredths), null, Vagueness.None, Script.Percent, 2, Bare: false);
        return true;
    }

    /// <summary>数十万, 几百, 上亿, 十余, 百余, 千多: the power of ten with its hedge.</summary>
    static bool TryReadVague(ReadOnlySpan<char> text, int at, out NumberToken token)
    {
        token = default;
        var start = at;
        var vagueness = text[at] switch { '数' or '几' => Vagueness.MoreThan, '上' => Vagueness.AtLeast, _ => Vagueness.None };
        if (vagueness != Vagueness.None)
            at++;
        var power = 0;
        var end = at;
        while (end < text.Length && Scale(text[end]) is > 0 and var scale)
        {
            power += scale;
            end++;
        }
        if (power == 0)
            return false;
        var bare = vagueness == Vagueness.None;
        if (bare)
        {
            // 十余, 百余, 千多: but 十 alone belongs to the ordinary numerals.
            if (end < text.Length && text[end] is '余' or '多' && (power > 1 || end - at > 1 || text[end] == '余'))
                vagueness = Vagueness.MoreThan;
            else if (text[start] is '十')
                return false;
        }
        else if (text[start] is '上' && power < 2 || start > 0 && text[start] is '数' or '上' && text[start - 1] is '总' or '人' or '次' or '以' or '之' or '户' or '线' or '网' or '海')
            return false;
        if (end < text.Length && HanDigit(text[end]) >= 0 && bare)
            return false;
        token = new(end, new(1, power), null, vagueness, Script.Han, power, bare && vagueness == Vagueness.None);
        return true;
    }

    static bool TryReadHan(ReadOnlySpan<char> text, int at, out NumberToken token)
    {
        token = default;
        if (!TryReadHanNumber(text, at, out var value, out var high, out var end, out var power))
            return false;
        var vagueness = Vagueness.None;
        if (power > 0 && end + 1 < text.Length && IsInnerHedge(text[end]) && Scale(text[end + 1]) >= 4)
        {
            vagueness = Vagueness.MoreThan;
            end++;
            while (end < text.Length && Scale(text[end]) >= 4)
            {
                power = Scale(text[end]);
                value = value.Scaled(power);
                end++;
            }
        }
        token = new(end, value, high, vagueness, Script.Han, power, Bare: false);
        return true;
    }

    /// <summary>A Chinese numeral, with 点 and a range of neighbouring digits (三四十, 七八百).</summary>
    static bool TryReadHanNumber(ReadOnlySpan<char> text, int at, out ExactNumber value, out ExactNumber? high, out int end, out int power)
    {
        (value, high, end, power) = (default, null, at, 0);
        BigInteger total = 0, section = 0, digit = 0;
        var neighbour = -1;
        var digits = 0;
        var pending = false;
        for (; end < text.Length; end++)
        {
            var c = text[end];
            if (HanDigit(c) is >= 0 and var d)
            {
                if (pending && d != 0 && digits > 0 && text[end - 1] is not ('零' or '〇'))
                {
                    // 三四十: neighbours that rise by one. Anything else is a string of digits, 二〇二一, and no amount.
                    if (neighbour >= 0 || d != digit + 1)
                        return false;
                    neighbour = d;
                    continue;
                }
                digit = d;
                pending = true;
                digits++;
            }
            else if (Scale(c) is > 0 and var scale)
            {
                if (end == at && scale != 1)
                    return false;
                power = scale;
                if (neighbour >= 0)
                {
                    var unit = BigInteger.Pow(10, scale);
                    var low = total + section + digit * unit;
                    var top = total + section + neighbour * unit;
                    end++;
                    while (end < text.Length && Scale(text[end]) >= 4)
                    {
                        unit = BigInteger.Pow(10, Scale(text[end++]));
                        (low, top) = (low * unit, top * unit);
                    }
                    (value, high) = (ExactNumber.Whole(low), ExactNumber.Whole(top));
                    return true;
                }
                if (scale < 4)
                    section += (pending ? digit : 1) * BigInteger.Pow(10, scale);
                else
                {
                    var group = section + (pending ? digit : 0);
                    if (scale == 8) (total, section) = ((total + group) * BigInteger.Pow(10, 8), 0);
                    else (total, section) = (total + group * 10000, 0);
                }
                pending = false;
                digit = 0;
            }
            else if (c == '点' && end > at && end + 1 < text.Length && HanDigit(text[end + 1]) >= 0)
            {
                var whole = total + section + (pending ? digit : 0);
                var decimals = 0;
                for (end++; end < text.Length && HanDigit(text[end]) >= 0; end++, decimals++)
                    whole = whole * 10 + HanDigit(text[end]);
                value = new(whole, -decimals);
                while (end < text.Length && Scale(text[end]) >= 2)
                {
                    power = Scale(text[end++]);
                    value = value.Scaled(power);
                }
                return decimals < ExactNumber.LongestNumber;
            }
            else
                break;
        }
        if (end == at || end - at > ExactNumber.LongestNumber)
            return false;
        if (neighbour >= 0)
        {
            (value, high) = (ExactNumber.Whole(total + section + digit), ExactNumber.Whole(total + section + neighbour));
            return true;
        }
        value = ExactNumber.Whole(total + section + (pending ? digit : 0));
        return true;
    }
}

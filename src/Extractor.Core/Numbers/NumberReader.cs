using System.Buffers;

namespace Extractor.Core.Numbers;

/// <summary>Whether a unit begins at a place: 千 in 千瓦时 is no scale word.</summary>
delegate bool UnitAt(ReadOnlySpan<char> text, int at);

/// <summary>
/// Reads numbers out of folded text: 6034.35亿, 1,485.17万, 1亿3千多万, 十五点八万, 数十万, 三四十, 百分之八点五, 三分之二.
/// </summary>
static class NumberReader
{
    /// <summary>The characters at which a number can begin.</summary>
    public static readonly SearchValues<char> Starts = SearchValues.Create("0123456789〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾数几半上");

    public static bool TryRead(ReadOnlySpan<char> text, int at, UnitAt unitAt, out NumberToken token)
    {
        token = default;
        // Most of these begin other words: a scale word behind them makes a number.
        if (text[at] is '数' or '几' or '上' or '半' && !(at + 1 < text.Length && Numeral.Scale(text[at + 1]) > 0))
            return false;
        if (ArabicReader.TryReadDigits(text, at, out var digits, out var end))
            return FractionReader.TryReadMixed(text, digits, end, out token) || FractionReader.TryReadSlash(text, at, digits, end, out token) || ArabicReader.TryRead(text, at, unitAt, out token);
        if (FractionReader.TryReadTenths(text, at, out token))
            return true;
        HanNumeral? numeral = HanReader.TryReadNumeral(text, at, out var read) ? read : null;
        if (FractionReader.TryReadWords(text, at, numeral, out token) || HanReader.TryReadVague(text, at, out token))
            return true;
        if (numeral is not { } words)
            return false;
        token = HanReader.WithHedge(text, words);
        return true;
    }
}

using Extractor.Core.Numbers;

namespace Extractor.Core.Quantities;

/// <summary>Reads the number of a quantity: as <see cref="NumberReader"/> does, with 一半, and with units that begin like a scale word left whole.</summary>
sealed class FigureReader(UnitLexicon units)
{
    /// <summary>百分点, 千瓦时, 兆瓦: their first character is no scale word.</summary>
    readonly UnitAt _isUnitAt = (text, at) => text[at] is '百' or '千' or '兆' && units.Match(text[at..], out _) > 1;

    /// <summary>Of any number only so much is looked at.</summary>
    const int LongestLook = 80;

    public bool TryRead(ReadOnlySpan<char> text, int at, out NumberToken number)
    {
        // 半 opens 一半 only; 上 and 数 need a scale word: left to the reader.
        if (text[at] == '一' && at + 1 < text.Length && text[at + 1] == '半' && (at + 2 >= text.Length || text[at + 2] is not ('天' or '年' or '夜' or '路' or '会')))
        {
            number = new(at + 2, ExactNumber.Whole(1) with { Denominator = 2 }, null, Vagueness.None, Script.Fraction, 0, Bare: false);
            return true;
        }
        // 占1/3, 066/2018: what stands before a number tells whether a slash makes a fraction of it.
        var from = Math.Max(0, at - 1);
        var copy = text.Length - from > LongestLook ? text.Slice(from, LongestLook) : text[from..];
        if (!NumberReader.TryRead(copy, at - from, _isUnitAt, out number))
            return false;
        number = number with { End = number.End + from };
        while (number.Script == Script.Arabic && !number.IsScaled && number.End < text.Length && char.IsAsciiDigit(text[number.End]))
            number = number with { End = number.End + 1 };
        return true;
    }
}

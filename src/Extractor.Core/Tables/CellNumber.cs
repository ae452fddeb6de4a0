using System.Buffers;
using Extractor.Core.Layouts;

namespace Extractor.Core.Tables;

/// <summary>A number as a cell prints it: with a sign, with a mark of a note behind it, negative in brackets.</summary>
static class CellNumber
{
    const int LongestPhrase = 16;

    static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.,");

    /// <summary>Whether a cell holds a figure: a bare number, or one with its unit (12.3亿元, 增长5%).</summary>
    public static bool IsFigure(ReadOnlySpan<char> cell) => TableCells.IsNumber(Bare(cell, out _)) || IsPhrase(cell);

    /// <summary>A figure with words: 12.3亿元, 约30万人.</summary>
    public static bool IsPhrase(ReadOnlySpan<char> cell)
    {
        if (cell.Length is < 2 or > LongestPhrase || !(char.IsAsciiDigit(cell[0]) || cell[0] is '约' or '近' or '超' or '+' or '-' || IsMove(cell)) || TableWords.IsPeriod(cell) || cell.IndexOfAny('：', '（', '—') >= 0 || cell.EndsWith("个月") || cell.EndsWith("以内") || cell.EndsWith("以上") || cell.EndsWith("以下") || TableCells.IsNumber(cell))
            return false;
        var digits = cell.IndexOfAnyInRange('0', '9');
        if (digits < 0)
            return false;
        var end = cell[digits..].IndexOfAnyExcept(Digits);
        return end > 0 && !cell[(digits + end)..].ContainsAnyInRange('0', '9') && !(cell[(digits + end)..] is ['年' or '月' or '日', ..]);
    }

    /// <summary>增加1.91个百分点, 下降3.2%.</summary>
    static bool IsMove(ReadOnlySpan<char> cell) => Rises(cell) || Falls(cell);

    static bool Rises(ReadOnlySpan<char> cell) => cell.StartsWith("增加") || cell.StartsWith("增长") || cell.StartsWith("上升") || cell.StartsWith("提高") || cell.StartsWith("上涨");

    public static bool Falls(ReadOnlySpan<char> cell) => cell.StartsWith("减少") || cell.StartsWith("下降") || cell.StartsWith("降低") || cell.StartsWith("下跌") || cell.StartsWith("回落");

    /// <summary>The number without the mark of a note behind it and without brackets.</summary>
    public static ReadOnlySpan<char> Bare(ReadOnlySpan<char> cell, out bool isBracketed)
    {
        isBracketed = false;
        var bare = cell.TrimEnd("*①②③④⑤ ");
        if (bare is ['（', .., '）'] && bare.Length > 3 && bare[1..^1].Contains('.') && TableCells.IsNumber(bare[1..^1]) || bare is ['（', .., '）'] && bare.Contains(',') && TableCells.IsNumber(bare[1..^1]))
        {
            isBracketed = true;
            bare = bare[1..^1];
        }
        return bare;
    }
}

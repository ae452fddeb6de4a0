using System.Numerics;

namespace Extractor.Core.Numbers;

/// <summary>What single characters of numerals stand for, in everyday and in banking script.</summary>
static class Numeral
{
    static readonly BigInteger[] Powers = [1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000];

    /// <summary>Ten to the power of a scale word.</summary>
    public static BigInteger Power(int scale) => Powers[scale];

    /// <summary>0 to 9; -1 for what is no digit.</summary>
    public static int Digit(char c) => c switch
    {
        '零' or '〇' => 0, '一' or '壹' => 1, '二' or '两' or '贰' => 2, '三' or '叁' => 3, '四' or '肆' => 4,
        '五' or '伍' => 5, '六' or '陆' => 6, '七' or '柒' => 7, '八' or '捌' => 8, '九' or '玖' => 9,
        _ => -1,
    };

    /// <summary>The power of ten of 十 to 亿; 0 for what is no scale word.</summary>
    public static int Scale(char c) => c switch { '十' or '拾' => 1, '百' or '佰' => 2, '千' or '仟' => 3, '万' => 4, '亿' => 8, _ => 0 };

    /// <summary>余, 多 and 来 may stand before the last scale word: 3千多万.</summary>
    public static bool IsInnerHedge(char c) => c is '余' or '多' or '来';
}

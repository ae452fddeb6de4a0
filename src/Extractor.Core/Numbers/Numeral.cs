namespace Extractor.Core.Numbers;

/// <summary>What single characters of numerals stand for, in everyday and in banking script.</summary>
static class Numeral
{
    const string Digits = "零一二三四五六七八九";

    /// <summary>0 to 9; -1 for what is no digit.</summary>
    public static int Digit(char c) => c switch
    {
        '〇' => 0, '两' => 2, '壹' => 1, '贰' => 2, '叁' => 3, '肆' => 4, '伍' => 5, '陆' => 6, '柒' => 7, '捌' => 8, '玖' => 9,
        _ => Digits.IndexOf(c),
    };

    /// <summary>The power of ten of 十 to 亿; 0 for what is no scale word.</summary>
    public static int Scale(char c) => c switch { '十' or '拾' => 1, '百' or '佰' => 2, '千' or '仟' => 3, '万' => 4, '亿' => 8, _ => 0 };

    /// <summary>余, 多 and 来 may stand before the last scale word: 3千多万.</summary>
    public static bool IsInnerHedge(char c) => c is '余' or '多' or '来';
}

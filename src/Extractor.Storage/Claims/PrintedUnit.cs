using System.Buffers;

namespace Extractor.Storage.Claims;

/// <summary>The unit as it stands on the page, with its scale word: 6034.35亿元 → 亿元, 43万余名 → 万名, 三家 → 家.</summary>
static class PrintedUnit
{
    static readonly SearchValues<char> Digits = SearchValues.Create("0123456789０１２３４５６７８９");

    static readonly SearchValues<char> Numerals = SearchValues.Create("〇零一二三四五六七八九十百千万亿两几数壹贰叁肆伍陆柒捌玖拾佰仟");

    static readonly string[] TrailingHedges = ["及以上", "及以下", "以上", "以下", "以内", "左右", "上下"];

    public static string Of(string quote)
    {
        var text = string.Concat(quote.Where(c => !char.IsWhiteSpace(c)));
        var last = text.AsSpan().LastIndexOfAny(Digits);
        if (last < 0)
            last = text.AsSpan().LastIndexOfAny(Numerals);
        var unit = text[(last + 1)..];
        foreach (var hedge in TrailingHedges)
            if (unit.EndsWith(hedge, StringComparison.Ordinal))
                unit = unit[..^hedge.Length];
        return string.Concat(unit.Where(c => c is not ('余' or '多')));
    }
}

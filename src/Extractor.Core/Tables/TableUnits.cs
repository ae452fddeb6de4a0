using Extractor.Core.Quantities;

namespace Extractor.Core.Tables;

/// <summary>Units as captions, headings and unit columns print them, with their scale words.</summary>
sealed class TableUnits(UnitLexicon units)
{
    const int LongestUnit = 10;

    /// <summary>「单位：亿元」, «（单位:万吨、%）»: the first unit is the table's.</summary>
    public (Unit Unit, int Power)? Line(ReadOnlySpan<char> line)
    {
        var at = line.IndexOf('：');
        var words = at >= 0 ? line[(at + 1)..] : line.IndexOf("单位") is >= 0 and var named ? line[(named + 2)..] : line;
        return Scaled(words.Trim("（） []"));
    }

    /// <summary>«年末数（万人）», «比重（%）», «表2 主要指标（单位：亿元）».</summary>
    public (Unit Unit, int Power)? Bracketed(ReadOnlySpan<char> words)
    {
        for (var end = words.Length; end > 0;)
        {
            var open = words[..end].LastIndexOf('（');
            if (open < 0)
                break;
            var inner = words[(open + 1)..end];
            var close = inner.IndexOf('）');
            if (close >= 0)
                inner = inner[..close];
            if (inner.LastIndexOf('：') is >= 0 and var colon)
                inner = inner[(colon + 1)..];
            if (Scaled(inner.Trim(' ').TrimStart("±+-")) is { } unit)
                return unit;
            // 居民消费价格指数（上年=100）
            if (inner.EndsWith("=100"))
                return (Unit.One, 0);
            end = open;
        }
        // «产量，万吨», «营业收入/亿元».
        return words.LastIndexOfAny('，', '/', ',') is > 0 and var comma && words[(comma + 1)..].IndexOfAny('）', '（') < 0 && words[comma..].Length > 1 ? Scaled(words[(comma + 1)..].Trim(' ')) : null;
    }

    /// <summary>«万吨», «亿元、%», «元/吨»; null where the words are no unit, or more than one.</summary>
    public (Unit Unit, int Power)? Scaled(ReadOnlySpan<char> words)
    {
        if (words.StartsWith("百分点"))
            return units.Match("个百分点", out var points) > 0 ? (points, 0) : null;
        var power = 0;
        var length = units.Match(words, out var unit);
        while (length == 0 && words.Length > 1 && words[0] is '百' or '千' or '万' or '亿' or '十')
        {
            power += words[0] switch { '十' => 1, '百' => 2, '千' => 3, '万' => 4, _ => 8 };
            words = words[1..];
            length = units.Match(words, out unit);
        }
        if (length == 0)
            return null;
        return length == words.Length || words[length] is '、' or '，' or ',' or '/' or ' ' or '；' or '）' or '（' or '|' or '\n' || words[length..].StartsWith("币种") ? (unit, power) : null;
    }

    /// <summary>Whether a cell is a unit and nothing else.</summary>
    public bool IsUnit(ReadOnlySpan<char> cell) => cell.Length is > 0 and <= LongestUnit && Scaled(cell) is not null;
}

using Extractor.Core.Claims;
using Extractor.Core.Indicators;
using Extractor.Core.Text;

namespace Extractor.Core.Quantities;

/// <summary>Reads the hedges around a figure: 约 and 近 before it, 以上 and 左右 behind its unit.</summary>
sealed class HedgeReader(QualifierLexicon qualifiers)
{
    const int LongestClass = 14;

    static readonly WordList Reaches = WordList.Embedded("Quantities.reaches.tsv");

    /// <summary>Where the hedge before a figure at <paramref name="at"/> begins, or <paramref name="at"/>; sets the qualifier if there is one.</summary>
    public int Lead(ReadOnlySpan<char> text, int from, int at, ref Qualifier qualifier)
    {
        var before = text[from..at];
        if (before.EndsWith("了") || before.EndsWith("达"))
        {
            var inner = qualifiers.MatchLeading(before[..^1], out var found);
            if (inner > 0)
            {
                qualifier = found;
                return at - 1 - inner;
            }
        }
        var length = qualifiers.MatchLeading(before, out var direct);
        if (length > 0)
            qualifier = direct;
        else if (before[(before.LastIndexOfAny('，', '。', '；') + 1)..] is var clause && (clause.LastIndexOf("约占") >= 0 || clause.LastIndexOf("约为") >= 0) && !clause.ContainsAnyInRange('0', '9'))
            qualifier = Qualifier.About; // 约占总量的77%
        return at - length;
    }

    /// <summary>The hedge right behind a unit; its length, or 0.</summary>
    public int Trailing(ReadOnlySpan<char> text, int end, out Qualifier qualifier) =>
        qualifiers.MatchTrailing(text[end..], out qualifier) is > 0 and var hedge && !IsWordGoingOn(text, end, hedge) ? hedge : 0;

    // «3家多数», «5%起步»: the hedge is the head of another word.
    static bool IsWordGoingOn(ReadOnlySpan<char> text, int end, int hedge)
    {
        var word = text.Slice(end, hedge);
        var next = end + hedge < text.Length ? text[end + hedge] : '。';
        return word is "多" && next is '数' or '年' or '次' or '种' or '元' or '层' or '地' or '家' or '个' || word is "余" && next is '额' or '名' or '下'
            || word is "起" && next is not ('，' or '。' or '、' or '；' or '）');
    }

    static bool HasFigure(ReadOnlySpan<char> noun)
    {
        var end = 0;
        while (end < Math.Min(noun.Length, LongestClass) && Glyph.IsHan(noun[end])) end++;
        return end > 0 && end < noun.Length && char.IsAsciiDigit(noun[end]);
    }

    /// <summary>规模以上, 5万元以上大案, 35岁及以下: a bound that names a class.</summary>
    public static bool IsThreshold(ReadOnlySpan<char> text, int from, int at, int unitEnd, int hedge, Unit unit)
    {
        var word = text.Slice(unitEnd, hedge);
        if (word is "及以上" or "及以下")
            return true;
        if (word is not ("以上" or "以下" or "以内" or "之内") || unit.Kind == UnitKind.Proportion || unitEnd + hedge >= text.Length)
            return false;
        var next = text[unitEnd + hedge];
        if (!Glyph.IsHan(next) && next != '（')
            return false;
        var rest = text[(unitEnd + hedge)..].TrimStart('的');
        // 完成500万元以上固定资产投资126亿元: what is bounded has a figure of its own.
        if (HasFigure(rest))
            return true;
        // 打造100个以上典型场景, 投入500亿元以上的资金: so many of them.
        if (unit.Kind == UnitKind.Count || unit.Kind == UnitKind.Money && IndicatorWords.Funds.MatchStart(rest, out _) > 0)
            return false;
        var before = text[from..at];
        if (Reaches.Ends(before))
            return next is '的';
        return !(next is '的' && IndicatorWords.Verbs.MatchEnd(before, out _) > 1);
    }
}

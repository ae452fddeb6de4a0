using Extractor.Core.Text;

namespace Extractor.Core.Scopes;

/// <summary>Reads townships, villages and communities, which no gazetteer lists, by the last character of their names: at most six characters.</summary>
static class Township
{
    internal const int LongestName = 6;

    static readonly WordList Generic = Words("generic"), Bare = Words("bare"), Openers = Words("opener");

    /// <summary>No name of a township holds them.</summary>
    static readonly CharacterSet NotInNames = new(c => !Glyph.IsHan(c) || c is '的' or '在' or '有' or '了' or '各' or '和' or '市' or '县' or '全' or '等' or '农' or '行' or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '驻');

    /// <summary>Whether a township without a place before it can begin behind a character.</summary>
    public static bool MayBegin(char before) => !Glyph.IsHan(before) || before is '的' or '里' or '在';

    /// <summary>阿羌乡普鲁村, or 博斯坦乡有: a township that no known place precedes.</summary>
    public static bool IsBare(string text, int at, TextSpan within, out int end)
    {
        end = at;
        if (at > within.Start && !MayBegin(text[at - 1]))
            return false;
        if (!TryRead(text, at, within.End, out end) || end - at is < 3 or > 5)
            return false;
        if (Bare.Ends(text.AsSpan(at, end - at)))
            return false;
        return text[end - 1] is '乡' or '镇' && TryRead(text, end, within.End, out _) || end < within.End && text[end] is '有' or '共'
            // 吉尔孟乡位于…, and 吉尔孟乡 on a line of its own.
            || at == within.Start && (end == within.End || text[end] == '\n' || Openers.Starts(text.AsSpan(end, within.End - end)));
    }

    /// <summary>A township, village or community right behind a place: 尼木县[卡如乡][赤朗村].</summary>
    public static bool TryRead(string text, int at, int limit, out int end)
    {
        for (end = at; end < Math.Min(at + LongestName, limit); end++)
        {
            var c = text[end];
            if (NotInNames.Contains(c) || end == at && c is '乡' or '镇' or '村' or '区' or '道' or '几' or '数' or '个')
                return false;
            if (c is '乡' or '镇' or '村' && end - at >= 1 || c == '区' && text[end - 1] == '社' && end - at >= 3 || c == '道' && text[end - 1] == '街' && end - at >= 3)
            {
                end++;
                // 常住人口城镇化率, 特色小镇: a kind of place, and nobody's name.
                if (Generic.MatchEnd(text.AsSpan(at, end - at)) is > 0 and var kind && end - at - kind != 1)
                    return false;
                // 弄岗村村民, 弄岗村村委会.
                if (text[end - 1] == '村' && end + 1 < limit && text[end] == '村' && text[end + 1] is '民' or '委' or '党' or '支' or '两' or '干' or '集')
                    return true;
                // 乡村振兴, 乡镇企业, 村集体 are words of their own.
                return !(end < limit && text[end] is '村' or '镇' or '级' or '民' or '委' or '集' or '企') || text[end - 1] is '镇' or '村' && text[end] is '民' or '委' or '集';
            }
        }
        return false;
    }

    static WordList Words(string kind) => WordList.Embedded("Scopes.townships.tsv", kind, "generic", "bare", "opener");
}

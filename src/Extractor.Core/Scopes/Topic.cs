using Extractor.Core.Text;

namespace Extractor.Core.Scopes;

/// <summary>Whether a name stands where it is what its clause is about, told from the words before and behind it.</summary>
static class Topic
{
    /// <summary>What a clause can open behind; of most characters that is all there is to ask.</summary>
    static readonly CharacterSet Openers = new("，。；：、\n ！？）年月日末底来前初】〕使中度—－-");

    /// <summary>Whether there are texts that end in the character and behind which a clause opens.</summary>
    public static bool MayOpen(char before) => Openers.Contains(before);

    /// <summary>Whether a clause opens here, a time, 在 or 据 before it aside.</summary>
    public static bool Opens(ReadOnlySpan<char> before)
    {
        if (!before.IsEmpty && !Openers.Contains(before[^1]))
            return false;
        if (!before.IsEmpty && before[^1] is '—' or '－' or '-')
            before = before.TrimEnd("—－-");
        return before.IsEmpty || before[^1] is '，' or '。' or '；' or '：' or '、' or '\n' or ' ' or '！' or '？' or '）' or '年' or '月' or '日' or '末' or '底' or '来' or '前' or '初' or '】' or '〕' || before.EndsWith("其中") || before.EndsWith("季度") || before.EndsWith("上半年") || before.EndsWith("使");
    }

    /// <summary>在景宁畲族自治县，…: a place set before its sentence.</summary>
    public static bool IsPlaced(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        before.EndsWith("在") && (Opens(before[..^1]) || before.Length > 1 && before[^2] is '—') && after.StartsWith("，");
}

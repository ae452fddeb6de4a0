namespace Extractor.Core.Quantities;

/// <summary>Tells numbers that only name something (第四次, 12309, 国道318线, 2”类) from numbers that count.</summary>
static class Naming
{
    static readonly string[] Before =
    [
        "第", "国道", "省道", "县道", "乡道", "铁路", "高速", "北纬", "东经", "南纬", "西经", "电话", "热线", "邮编", "编号", "证号", "文号", "型号", "总第", "版本",
        "〔", "No.", "NO.", "+", "×", "=", "Q", "QQ", "房号", "门牌", "T", "G", "S", "K", "D", "Z",
    ];

    static readonly string[] After =
    [
        "号", "届", "版", "后", "路", "街", "室", "线", "次列车", "次特快", "次航班", "航班", "工程", "高地", "医院", "中队", "师", "旅", "式",
        "周年", "岁生日", "强", "网", "热线", "+", "×", "大", "世纪", "年代", "型", "系列", "频道", "次会议", "次全会", "次全体会议", "中全会", "次代表大会",
    ];

    public static string? Reason(ReadOnlySpan<char> text, int start, int end)
    {
        var before = text[..start];
        var after = text[end..];
        if (before.Length > 0 && (char.IsAsciiLetter(before[^1]) || before[^1] is '.' or '/' or '_' or '@'))
            return "code";
        foreach (var word in Before)
            if (before.EndsWith(word))
                return word is "第" ? "ordinal" : "name";
        if (after.Length > 0 && char.IsAsciiLetter(after[0]) && !IsUnitLetter(after))
            return "code";
        foreach (var word in After)
            if (after.StartsWith(word))
                return word is "周年" or "届" ? "ordinal" : "name";
        if (after.Length > 1 && after[0] is '：' or '∶' or ':' && char.IsAsciiDigit(after[1]) || before.Length > 1 && before[^1] is '：' or '∶' or ':' && char.IsAsciiDigit(before[^2]))
            return "ratio";
        if (after.Length > 1 && after[0] == '-' && char.IsAsciiLetterOrDigit(after[1]) && before.Length > 0 && before[^1] == '-')
            return "code";
        return null;
    }

    static bool IsUnitLetter(ReadOnlySpan<char> after) => UnitLexicon.Default.Match(after, out _) > 1;

    /// <summary>«前三名», «居第3位», «排名前10位»: a rank.</summary>
    public static bool IsRank(ReadOnlySpan<char> before, ReadOnlySpan<char> unit) =>
        unit is "位" or "名" or "强" && (before.EndsWith("前") || before.EndsWith("居") || before.EndsWith("列") || before.EndsWith("第"));

    /// <summary>每10股派发12元, 1美元兑6.9元人民币: what the figure behind is counted per.</summary>
    public static bool IsPer(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        before.EndsWith("每") || after.StartsWith("兑") || after.StartsWith("折合") && !before.EndsWith("约");

    /// <summary>这3家, 上述3家, 该4名 point back.</summary>
    public static bool PointsBack(ReadOnlySpan<char> before) =>
        before.EndsWith("这") || before.EndsWith("那") || before.EndsWith("上述") || before.EndsWith("该");
}

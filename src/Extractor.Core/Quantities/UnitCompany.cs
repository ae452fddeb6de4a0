using System.Buffers;
using Extractor.Core.Numbers;
using Extractor.Core.Text;

namespace Extractor.Core.Quantities;

/// <summary>What the words around a unit make of it: 成, 级, 位, 升 and 方 are units only in the right company.</summary>
static class UnitCompany
{
    static readonly SearchValues<char> BracketCounters = SearchValues.Create("套个件人次台头只户家枚处名期场种类组份");

    /// <summary>Some unit words are units only in the right company: 成, 级, 位, 升, 方.</summary>
    public static bool IsUnit(ReadOnlySpan<char> text, int at, int from, NumberToken number, ReadOnlySpan<char> unit, ReadOnlySpan<char> after)
    {
        var before = text[from..at];
        return unit switch
        {
            // 超八成分布在…, 近九成为…: a hedge before it makes it a share.
            "成" => !number.IsScaled && number.Value.Approximate <= 10 && (after.IsEmpty || !before.IsEmpty && before[^1] is '超' or '近' or '约' or '逾' or '有' || after[0] is not ('为' or '立' or '功' or '员' or '果' or '绩' or '本' or '套' or '品' or '就' or '分' or '效' or '都' or '熟' or '交' or '长')),
            "级" => before.Length > 0 && (before[^Math.Min(8, before.Length)..].Contains("震", StringComparison.Ordinal) || after.StartsWith("地震") || after.StartsWith("左右地震")),
            "升" or "方" or "立方" => number.IsScaled || after.IsEmpty || !Glyph.IsHan(after[0]),
            "次" => !after.StartsWith("产业") && !after.StartsWith("列车") && !after.StartsWith("会议"),
            "组" => !before.EndsWith("村") && !before.EndsWith("社") && !before.EndsWith("队"),
            "面" => !after.StartsWith("积"),
            "人" => !after.StartsWith("民币") && !after.StartsWith("大") || after.StartsWith("大学") || after.StartsWith("大关"),
            "个" => !after.StartsWith("人"),
            "家" => !after.StartsWith("庭"),
            "毛" => after.IsEmpty || after[0] is not ('利' or '收' or '重' or '入' or '猪' or '竹' or '巾' or '衣'),
            "分" => (number.Value.Exponent < 0 || IsPrice(before)) && (after.IsEmpty || after[0] is not ('钟' or '之' or '钱' or '米' or '别')),
            "口" => !after.StartsWith("岸"),
            "年" or "日" or "天" or "周" => true,
            "本" => !after.StartsWith("报") && !after.StartsWith("级"),
            "名" => !after.StartsWith("列") && !after.StartsWith("单"),
            "元" => !after.StartsWith("旦") && !after.StartsWith("素"),
            "门" => !after.StartsWith("口"),
            "度" => number.IsScaled && (after[..Math.Min(after.Length, 5)].Contains('电') || (after.IsEmpty || !Glyph.IsHan(after[0]) || after[0] is '左' or '以') && before[^Math.Min(before.Length, 24)..].Contains('电')),
            "期" => !after.StartsWith("投资") && !after.StartsWith("工程") && !after.StartsWith("项目") && !after.StartsWith("建设") && !after.StartsWith("占地"),
            "台" => !after.StartsWith("湾") && !after.StartsWith("阶"),
            "村" or "乡" or "镇" => number.Script == Script.Arabic && number.Value.Exponent == 0,
            "起" => after.IsEmpty || !after.StartsWith("来") && !after.StartsWith("步"),
            _ => true,
        };
    }

    /// <summary>托市价为每斤1.18元，较上年提高6分: small money.</summary>
    public static bool IsPrice(ReadOnlySpan<char> before) => before[^Math.Min(before.Length, 24)..].Contains('价');

    /// <summary>台（套）, 万人（次）: the length of another counter in brackets; 0 if there is none.</summary>
    public static int Bracket(ReadOnlySpan<char> after)
    {
        if (after.IsEmpty || after[0] != '（')
            return 0;
        for (var i = 1; i < Math.Min(after.Length, 5); i++)
        {
            if (after[i] == '）')
                return i > 1 && i <= 4 && after[1..i].IndexOfAnyExcept(BracketCounters) < 0 ? i + 1 : 0;
        }
        return 0;
    }
}

using Extractor.Core.Text;

namespace Extractor.Core.Articles;

/// <summary>«在同城快递业务中，国有企业平均单价为…»: what the whole sentence is about, as a prefix to its indicators.</summary>
static class Frame
{
    const int Longest = 16;

    static readonly string[] NoFrames = ["过程", "工作", "活动", "建设", "发展", "实践", "斗争", "大会", "会议", "改革", "行动", "其", "当", "服务", "治理", "心目"];

    public static TextSpan? Read(string text, TextSpan sentence)
    {
        var head = text.AsSpan(sentence.Start, Math.Min(sentence.Length, Longest + 4));
        if (!head.StartsWith("在"))
            return null;
        var end = head.IndexOf("中，");
        if (end is < 3 or > Longest)
            return null;
        var words = head[1..end];
        foreach (var c in words)
            if (!Glyph.IsHan(c))
                return null;
        foreach (var word in NoFrames)
            if (words.EndsWith(word))
                return null;
        return new(sentence.Start + 1, sentence.Start + end);
    }
}

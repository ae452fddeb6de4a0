using Extractor.Core.Text;

namespace Extractor.Core.Articles;

/// <summary>«在同城快递业务中，国有企业平均单价为…»: what the sentence is about from there on, as a prefix to its indicators.</summary>
static class Frame
{
    const int Longest = 16;

    static readonly WordList NoFrames = WordList.Embedded("Articles.no-frames.tsv");

    /// <summary>The last frame that opens a clause of the sentence up to a figure; null if there is none.</summary>
    public static TextSpan? Read(string text, TextSpan before)
    {
        var words = before.In(text);
        var end = words.LastIndexOf("中，");
        if (end < 3)
            return null;
        var start = words[..end].LastIndexOf('在');
        if (start < 0 || end - start - 1 is < 2 or > Longest || start > 0 && words[start - 1] is not ('，' or '。' or '；' or '：'))
            return null;
        var frame = words[(start + 1)..end];
        foreach (var c in frame)
            if (!Glyph.IsHan(c))
                return null;
        return NoFrames.Ends(frame) ? null : new(before.Start + start + 1, before.Start + end);
    }
}

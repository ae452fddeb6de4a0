using Extractor.Core.Text;

namespace Extractor.Core.Articles;

/// <summary>Cuts a paragraph into sentences at 。！？ outside brackets; a closing quote belongs to its sentence.</summary>
static class SentenceReader
{
    const int LongestSentence = 4000;

    public static List<TextSpan> Read(string text, TextSpan paragraph)
    {
        var sentences = new List<TextSpan>();
        var start = paragraph.Start;
        for (var at = start; at < paragraph.End; at++)
        {
            if (text[at] is not ('。' or '！' or '？' or '\n') && at - start < LongestSentence)
                continue;
            var end = at + 1;
            while (end < paragraph.End && text[end] is '”' or '）' or '。') end++;
            sentences.Add(new(start, end));
            start = end;
            at = end - 1;
        }
        if (start < paragraph.End)
            sentences.Add(new(start, paragraph.End));
        return sentences;
    }
}

using System.Buffers;
using Extractor.Core.Text;

namespace Extractor.Core.Articles;

/// <summary>Cuts a paragraph into sentences at 。！？ outside brackets; a closing quote belongs to its sentence.</summary>
static class SentenceReader
{
    const int LongestSentence = 4000;

    static readonly SearchValues<char> Stops = SearchValues.Create("。！？\n");

    public static List<TextSpan> Read(string text, TextSpan paragraph)
    {
        var sentences = new List<TextSpan>();
        var start = paragraph.Start;
        while (text.AsSpan(start, paragraph.End - start) is { IsEmpty: false } rest)
        {
            var stop = rest[..Math.Min(rest.Length, LongestSentence)].IndexOfAny(Stops);
            if (stop < 0 && rest.Length <= LongestSentence)
                break;
            var end = start + (stop < 0 ? LongestSentence : stop) + 1;
            while (end < paragraph.End && text[end] is '”' or '）' or '。') end++;
            sentences.Add(new(start, end));
            start = end;
        }
        if (start < paragraph.End)
            sentences.Add(new(start, paragraph.End));
        return sentences;
    }
}

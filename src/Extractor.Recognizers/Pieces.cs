using System.Buffers;
using Extractor.Core.Text;

namespace Extractor.Recognizers;

/// <summary>
/// Cuts a text into pieces that the library can be asked about: its time grows with the square of the length and worse,
/// so what has no end of sentence is cut at a comma or line end, and at last anywhere.
/// </summary>
static class Pieces
{
    static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。！？；");

    public static IEnumerable<TextSpan> Of(string text, int longest)
    {
        for (var start = 0; start < text.Length;)
        {
            var ahead = text.AsSpan(start, Math.Min(longest, text.Length - start));
            var length = ahead.IndexOfAny(SentenceEnds) + 1;
            if (length == 0 && ahead.Length < longest)
                length = ahead.Length;
            if (length == 0)
                length = ahead.LastIndexOfAny('，', '、', '\n') + 1;
            if (length == 0)
                length = ahead.Length;
            yield return new(start, start + length);
            start += length;
        }
    }
}

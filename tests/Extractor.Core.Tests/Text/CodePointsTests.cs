using Extractor.Core.Text;

namespace Extractor.Core.Tests.Text;

public sealed class CodePointsTests
{
    /// <summary>Text, a span of UTF-16 code units, the same span in code points.</summary>
    public static TheoryData<string, int, int, int, int> Examples => new()
    {
        // no pairs: the same
        { "共5人", 1, 3, 1, 3 },
        { "", 0, 0, 0, 0 },
        // a pair before, inside, behind
        { "𠮷共5人", 3, 5, 2, 4 },
        { "5𠮷人", 0, 4, 0, 3 },
        { "5人𠮷", 0, 2, 0, 2 },
        { "😀😀5人", 4, 6, 2, 4 },
        // lone halves count for themselves
        { "\ud8005人", 1, 3, 1, 3 },
        { "\udc00\ud8005人", 2, 4, 2, 4 },
    };

    [Theory, MemberData(nameof(Examples))]
    public void Counts_code_points(string text, int start, int end, int pointStart, int pointEnd) =>
        Assert.Equal(new TextSpan(pointStart, pointEnd), new CodePoints(text).Convert(new(start, end)));
}

using Extractor.Cli.Evaluations;

namespace Extractor.Cli.Tests.Evaluations;

public sealed class TrimmedSpanTests
{
    /// <summary>A span in brackets of its own kind, and what is left of it.</summary>
    public static TheoryData<string, string> Examples => new()
    {
        // nothing to trim
        { "43万名", "43万名" },
        { "", "" },
        // white space
        { " \u3000\n43万名\t ", "43万名" },
        { "\u001c43万名\u0085", "43万名" },
        // hedges before and behind, several, and white space between them
        { "约43万名", "43万名" },
        { "超过 43万名以上", "43万名" },
        { "大约近5家左右多", "5家" },
        { "约共43", "43" },
        // an inner hedge stays
        { "43万余名", "43万余名" },
        { "20万左右户", "20万左右户" },
        // a hedge alone is no hedge
        { "约", "约" },
        { "以上", "以上" },
        // the bracket of a unit
        { "118件（套）", "118件" },
        { "118件(套)以上", "118件" },
        { "118件（𠮷𠮷套）", "118件" },
        { "118件（１２a）", "118件" },
        // no such bracket
        { "118件（四个字的）", "118件（四个字的）" },
        { "118件（）", "118件（）" },
        { "118件（a-b）", "118件（a-b）" },
        { "（套）", "（套）" },
        { "118（套）件", "118（套）件" },
    };

    [Theory, MemberData(nameof(Examples))]
    public void Outer_white_space_hedges_and_brackets_go(string text, string left)
    {
        const int start = 100;
        var points = text.EnumerateRunes().Count();

        var span = TrimmedSpan.Of(new(start, start + points), text);

        Assert.Equal(left, string.Concat(text.EnumerateRunes().Skip(span.Start - start).Take(span.Length)));
    }
}

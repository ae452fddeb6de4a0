using Extractor.Core.Text;

namespace Extractor.Core.Quantities;

/// <summary>Indices have no unit; what they are, and that they moved, is told by the words before the number.</summary>
static class IndexFigure
{
    const int LongestDate = 8;

    const string ReachedWords = "仅为达到是报收升降至回落了约分别提高将下增加减少仍";

    static readonly WordList Names = WordList.Embedded("Quantities.indices.tsv", "index", "move"), Moves = WordList.Embedded("Quantities.indices.tsv", "move", "index");

    /// <summary>售价指数报394.8, 基尼系数为0.47: a figure whose kind has no unit.</summary>
    public static bool EndsIn(ReadOnlySpan<char> before) => Names.Ends(Bare(before[(before.LastIndexOfAny('，', '。', '；') + 1)..]));

    /// <summary>倍差从2013年的1.76缩小到1.61: without the verb and the time between the name and its figure.</summary>
    static ReadOnlySpan<char> Bare(ReadOnlySpan<char> clause)
    {
        clause = clause.TrimEnd(ReachedWords);
        if (clause.EndsWith("的") && clause[..^1].EndsWith("年") is var isDated && isDated && clause.LastIndexOfAny('从', '由') is > 0 and var dated && clause.Length - dated <= LongestDate)
            clause = clause[..dated];
        return clause.TrimEnd("从由").TrimEnd(ReachedWords);
    }

    /// <summary>收入倍差1.92，比上年缩小0.01: the index moved.</summary>
    public static bool Moved(ReadOnlySpan<char> before) => Moves.Ends(before.TrimEnd("到至了为"));
}

using Extractor.Core.Text;

namespace Extractor.Core.Tests.Text;

public sealed class GlyphTests
{
    public static TheoryData<string, string> Examples => new()
    {
        // full width to ASCII
        { "１２３．５％", "123.5%" },
        { "ＡＢｃ", "ABc" },
        // ASCII punctuation to Chinese, where sentences and clauses end
        { "(5);6:7!8?", "（5）；6：7！8？" },
        { "（），；：", "（），；：" },
        // traditional to simplified
        { "億萬港幣貸款餘額", "亿万港币贷款余额" },
        // dashes, tildes, quotes
        { "5–6―7～8", "5—6—7~8" },
        { "「甲」『乙』", "“甲”“乙”" },
        // what needs no folding
        { "0.5亿元，增长3%。", "0.5亿元，增长3%。" },
    };

    [Theory, MemberData(nameof(Examples))]
    public void Folds(string text, string expected) => Assert.Equal(expected, string.Concat(text.Select(Glyph.Fold)));

    [Fact]
    public void Digits_and_Chinese_punctuation_stand_for_themselves()
    {
        foreach (var c in "0123456789，。、；：！？（）“”—~%.+")
            Assert.Equal(c, Glyph.Fold(c));
    }

    [Fact]
    public void Surrogates_and_line_ends_are_never_touched()
    {
        foreach (var c in Enumerable.Range(0xd800, 0x800).Append('\n').Append('\r').Append('\t'))
            Assert.Equal((char)c, Glyph.Fold((char)c));
    }
}

using Extractor.Core.Text;

namespace Extractor.Core.Tests.Text;

public sealed class WordListTests
{
    static readonly WordList List = WordList.Read(new("words.tsv", ["# kind\twords", "a\t在|均在", "b\t已"]), "a", "b");

    [Theory, InlineData("均在5%", 2, 0), InlineData("增速均在", 0, 2), InlineData("在", 1, 1), InlineData("已", 0, 0), InlineData("", 0, 0)]
    public void The_longest_word_matches(string text, int start, int end)
    {
        Assert.Equal(start, List.MatchStart(text));
        Assert.Equal(end, List.MatchEnd(text));
        Assert.Equal((start > 0, end > 0), (List.Starts(text), List.Ends(text)));
    }

    [Theory, InlineData("增速均在5%", true), InlineData("现在", true), InlineData("已有", false)]
    public void Words_are_found_anywhere(string text, bool expected) => Assert.Equal(expected, List.IsIn(text));

    [Fact]
    public void Words_keep_the_order_of_the_file() => Assert.Equal(["在", "均在"], List.Words);

    [Theory]
    [InlineData("words.tsv(1): “c” is none of b, a.", "c\t在")]
    [InlineData("words.tsv(2): “在” stands twice.", "a\t在", "a\t均|在")]
    [InlineData("words.tsv(1): “” can never match.", "a\t在||均")]
    [InlineData("words.tsv(1): “在 ” can never match.", "a\t在 ")]
    [InlineData("words.tsv(1): expected 2 columns, found 1.", "a")]
    public void A_broken_row_names_file_line_and_reason(string message, params string[] lines) =>
        Assert.Equal(message, Assert.Throws<LexiconException>(() => WordList.Read(new("words.tsv", lines), "a", "b")).Message);
}

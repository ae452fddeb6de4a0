using Extractor.Web.Exports;

namespace Extractor.Cli.Tests.Output;

public sealed class ClaimCsvTests
{
    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("@x", "'@x")]
    [InlineData("\n+1", "'\n+1")]
    [InlineData("贷款余额", "贷款余额")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void Text_that_a_spreadsheet_would_run_is_defused(string? text, string? cell) => Assert.Equal(cell, CellText.Defused(text));

    [Theory]
    [InlineData("今\n\n年 4\u001b[31m", "今 年 4 [31m")]
    [InlineData("\u202e亿元\u200b", "亿元")]
    public void Text_of_a_page_cannot_command_the_terminal(string text, string line) => Assert.Equal(line, Terminal.OneLine(text));
}

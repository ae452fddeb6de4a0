using System.Text;
using Extractor.Core.Text;
using Extractor.Worker.Ingestion;

namespace Extractor.Worker.Tests.Ingestion;

public sealed class TextBytesTests
{
    const string Text = "截至2021年底，全区党员总数43万余名。";

    static TextBytesTests() => SourceText.Decode([]);

    static string Decode(byte[] bytes, TextFormat format = TextFormat.Plain, string? charset = null) => TextBytes.Decode(bytes, charset, format, "page");

    public static TheoryData<string, bool> Charsets => new()
    {
        { "utf-8", false }, { "utf-8", true }, { "gb18030", false }, { "gbk", false },
        { "utf-16le", false }, { "utf-16le", true }, { "utf-16be", false }, { "utf-16be", true },
    };

    [Theory, MemberData(nameof(Charsets))]
    public void A_page_in_any_charset_is_the_same_text(string charset, bool bom)
    {
        var encoding = Encoding.GetEncoding(charset);
        foreach (var text in (string[])[Text, "党员四十三万余名。", "GDP 5.6\n", Text + "\n" + Text])
            Assert.Equal(text, Decode([.. bom ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)]));
    }

    [Theory]
    [InlineData("hello world, this is plain \0 text")]
    [InlineData("all lower case letters\u0001that look like han when paired")]
    [InlineData("字\0字")]
    public void Text_with_a_stray_control_character_is_no_UTF_16(string text) =>
        Assert.Equal(text.Replace('\0', '\uFFFD'), Decode(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("gb2312", "gb18030")]
    [InlineData("GBK", "gb18030")]
    [InlineData("big5", "big5")]
    [InlineData("utf-8", "utf-8")]
    // One that is not so is found out
    [InlineData("utf-8", "gb18030")]
    [InlineData("klingon", "gb18030")]
    public void A_page_is_read_in_the_charset_that_it_declares(string declared, string real)
    {
        foreach (var meta in (string[])[$"<meta charset=\"{declared}\">", $"<META http-equiv=Content-Type content='text/html; charset={declared}'>"])
        {
            var text = $"<html><head>{meta}</head>一萬二千三百件</html>";
            Assert.Equal(text, Decode(Encoding.GetEncoding(real).GetBytes(text), TextFormat.Html));
        }
    }

    [Fact]
    public void What_is_no_text_is_refused()
    {
        byte[] zeros = [.. Encoding.ASCII.GetBytes("ELF"), .. new byte[4096]];
        foreach (var (bytes, charset) in (ReadOnlySpan<(byte[], string?)>)[(zeros, null), ([0xE5, 0xFF, 0xFE, 0x81, 0xFF], null), ([0xC0, 0x80], "utf-8"), ([65], "utf-7")])
        {
            byte[] copy = bytes;
            Assert.Equal(InputFault.Charset, Assert.Throws<InputException>(() => Decode(copy, charset: charset)).Fault);
        }
    }
}

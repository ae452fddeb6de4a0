using System.Text;
using Extractor.Core.Text;

namespace Extractor.Core.Tests.Text;

public sealed class SourceTextTests
{
    const string News = "全县粮食总产量达12.5万吨。";

    /// <summary>How the bytes are written, whether a mark stands before them, and what the reader is told.</summary>
    public static TheoryData<string, bool, string?> Charsets => new()
    {
        // told by nobody
        { "utf-8", false, null },
        { "utf-8", true, null },
        { "utf-16", true, null },
        { "utf-16BE", true, null },
        { "gb18030", false, null },
        // declared
        { "utf-8", true, "utf-8" },
        { "utf-16", true, "utf-16" },
        { "utf-16BE", false, "utf-16be" },
        { "gb18030", false, "gb18030" },
        { "gb18030", false, "gbk" },
        { "gb18030", false, "GB2312" },
    };

    static SourceTextTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory, MemberData(nameof(Charsets))]
    public void Decodes(string written, bool marked, string? declared)
    {
        var encoding = Encoding.GetEncoding(written);
        byte[] bytes = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(News)];

        Assert.Equal(News, SourceText.Decode(bytes, declared));
    }

    [Fact]
    public void Big5_is_read_where_it_is_declared()
    {
        const string traditional = "特區政府預留經費三億元。";

        Assert.Equal(traditional, SourceText.Decode(Encoding.GetEncoding("big5").GetBytes(traditional), "big5"));
    }

    [Fact]
    public void Characters_beyond_the_first_plane_survive_in_GB18030() =>
        Assert.Equal("𠮷林5人", SourceText.Decode(Encoding.GetEncoding("gb18030").GetBytes("𠮷林5人")));

    [Fact]
    public void Only_one_mark_is_taken_away() =>
        Assert.Equal("\uFEFF5人", SourceText.Decode([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, (byte)'5', 0xE4, 0xBA, 0xBA]));

    [Fact]
    public void Carriage_returns_tabs_and_markup_stay() =>
        Assert.Equal("<p>1\r\n\t2</p> ", SourceText.Decode("<p>1\r\n\t2</p> "u8));

    [Fact]
    public void NUL_becomes_the_replacement_character_one_for_one() =>
        Assert.Equal("1\uFFFD\uFFFD2", SourceText.Decode("1\0\02"u8));

    [Fact]
    public void Nothing_is_the_empty_text() => Assert.Equal("", SourceText.Decode([]));

    [Fact]
    public void An_unknown_charset_is_named_with_those_that_are_known()
    {
        var error = Assert.Throws<CharsetException>(() => SourceText.Decode("1"u8.ToArray(), "klingon-8"));

        Assert.Equal("unknown charset “klingon-8”; use utf-8, utf-16, gb18030, gbk or big5", error.Message);
    }

    [Fact]
    public void Bytes_that_do_not_fit_the_declared_charset_are_placed()
    {
        var error = Assert.Throws<CharsetException>(() => SourceText.Decode([(byte)'a', (byte)'b', 0xFF, (byte)'c'], "utf-8"));

        Assert.Equal("byte 2 is not valid utf-8; name the right charset with --charset", error.Message);
    }

    [Fact]
    public void Bytes_that_fit_no_charset_say_what_to_do()
    {
        var error = Assert.Throws<CharsetException>(() => SourceText.Decode([0x81, 0x20, 0x81]));

        Assert.Contains("--charset", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_character_of_UTF_16_is_refused() =>
        Assert.Throws<CharsetException>(() => SourceText.Decode([0xFF, 0xFE, 0x35, 0x00, 0x36]));
}

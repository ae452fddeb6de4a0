using System.IO.Compression;
using System.Text;
using static Extractor.Cli.Tests.BadInputs.PageCase;

namespace Extractor.Cli.Tests.BadInputs;

/// <summary>What is ingested by one command and read by one worker, side by side with all the others.</summary>
static class PageCases
{
    static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    public static IReadOnlyList<PageCase> All { get; } =
    [
        // Charsets
        Of("utf-8.txt", "一号页。" + Sentence, values: Value),
        In("utf-8", "utf-8-bom.txt", "二号页。" + Sentence, bom: true),
        In("gb18030", "gb18030.txt", "三号页。" + Sentence),
        In("utf-16le", "utf-16le-bom.txt", "四号页。" + Sentence, bom: true),
        In("utf-16be", "utf-16be-bom.txt", "五号页。" + Sentence, bom: true),
        In("utf-16le", "utf-16le-bare.txt", "六号页。" + Sentence),
        In("utf-16be", "utf-16be-bare.txt", "七号页。" + Sentence),
        In("gb18030", "declared-gb2312.html", $"<html><head><meta charset=gb2312></head><p>八号页。{Sentence}</p></html>"),
        In("big5", "declared-big5.html", "<html><head><meta charset=big5></head><p>2021年，快遞業務量1500萬件。</p></html>"),
        In("gb18030", "declared-wrongly.html", $"<html><head><meta charset=utf-8></head><p>九号页。{Sentence}</p></html>"),
        new("no-charset.txt", [0xE5, 0xFF, 0xFE, 0x81, 0xFF], "charset"),
        new("overlong.txt", [.. "2021"u8, 0xC0, 0x80, .. "年"u8, 0xC0, 0xAF], "charset"),
        new("cut-in-a-character.txt", [.. Encoding.UTF8.GetBytes("十号页。" + Sentence + "全")[..^1], 0xFF], "charset"),
        new("surrogates-in-utf-8.txt", [.. Encoding.UTF8.GetBytes("字"), 0xED, 0xA0, 0x80, 0xED, 0xFF], "charset"),
        new("lone-surrogate.txt", [0xFF, 0xFE, 0x57, 0x5B, 0x00, 0xD8, 0x57, 0x5B], "charset"),
        new("odd-utf-16.txt", [0xFF, 0xFE, 0x57, 0x5B, 0x57], "charset"),
        new("program.txt", [0x7F, .. "ELF"u8, .. new byte[4096]], "charset"),
        new("picture.txt", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 0x0D, .. "IHDR"u8, 0xFF, 0xFE, 0xFF, .. new byte[64]], "charset"),
        new("archive.txt", Gzip(Encoding.UTF8.GetBytes(Sentence)), "charset"),

        // Characters that are not seen
        new("nul.txt", Encoding.UTF8.GetBytes("字\0字。" + Sentence), "new", Value, "字\uFFFD字。" + Sentence),
        Of("bom-inside.txt", "字\uFEFF字。" + Sentence, values: Value),
        Of("zero-width.txt", "2021年，全区快递业\u200b务量1500万件。"),
        Of("zero-width-in-a-number.txt", "2021年，全区快递业务量15\u200b00万件。"),
        Of("soft-hyphen.txt", "2021年，全区快递\u00ad业务量1500万件。"),
        Of("bidi.txt", "2021年，全区快递业务量\u202e1500\u202c万件。"),
        Of("variation.txt", "2021年，全区快递\uFE00业务量1500万件。"),
        Of("control.txt", "\u0001\u0007\u001b[31m" + Sentence, values: Value),
        Of("astral.txt", "𠮷𠮷👨‍👩‍👧。" + Sentence, values: Value),
        Of("private-use.txt", "\ue000字。" + Sentence, values: Value),
        Of("replacement.txt", "\uFFFD字。" + Sentence, values: Value),

        // Numbers
        Of("ten-thousand-digits.txt", $"2021年，全区快递业务量{new string('9', 10_000)}件。"),
        Of("million-digits.txt", $"2021年，全区快递业务量{new string('7', 1_000_000)}件。"),
        Of("overflow.txt", "2021年，全区快递业务量9999万亿亿亿亿件。"),
        Of("beyond-decimal.txt", $"2021年，全区快递业务量1{new string('0', 30)}件。"),
        Of("long-fraction.txt", $"2021年，全区快递业务量1.{new string('3', 60)}件。"),
        Of("full-width.txt", "2021年，全区快递业务量１５００万件。", values: Value),
        Of("arabic-indic.txt", "2021年，全区快递业务量٣件。", values: ""),
        Of("split-number.txt", "2021年，全区快递业务量1\n500万件。"),
        Of("year-zero.txt", "0000年，全区快递业务量1500万件。"),
        Of("thirty-second.txt", "2021年13月32日，全区快递业务量1500万件。"),
        Of("division-by-zero.txt", "2021年，全区快递业务量的1/0，0分之1。"),

        // Repetition and size
        Of("digits.txt", Repeat("1", 200_000), values: ""),
        Of("commas.txt", Repeat("1,", 200_000)),
        Of("spaces.txt", "2021年" + new string(' ', 500_000) + Sentence),
        Of("spaced-digits.txt", Repeat("字 1", 10_000)),
        Of("spaced-cells.txt", Repeat("字 1 ", 10_000) + "。"),
        Of("brackets.txt", Repeat("（", 200_000) + Sentence),
        Of("quotes.txt", Repeat("“", 200_000) + Sentence),
        Of("percents.txt", Repeat("5%", 10_000)),
        Of("han-digits.txt", Repeat("一二三", 100_000)),
        Of("scales.txt", "3" + Repeat("万亿", 100_000) + "件"),
        Of("line-breaks.txt", Repeat("\n", 500_000) + Sentence, values: Value),
        Of("pipes.txt", Repeat("|", 200_000)),
        Of("long-indicator.txt", "2021年，" + Repeat("快递", 5_000) + "业务量1500万件。"),
        Of("many-claims.txt", Repeat("2021年，全区快递业务量1500万件，增长5%。\n", 3_000)),
        new("nine-mebibytes.txt", Encoding.UTF8.GetBytes(new string('x', 9 << 20)), "too_large"),

        // Markup
        Of("nested.html", Repeat("<div>", 100_000) + Sentence, values: Value),
        Of("nested-head.html", "<head>" + Repeat("<b>", 100_000) + "<meta name=PubDate content=2024-03-01></head>" + Sentence),
        Of("huge-attribute.html", $"<p title=\"{new string('x', 1_000_000)}\">{Sentence}</p>"),
        Of("never-closed.html", "<p" + Repeat(" a=\"", 50_000) + Sentence),
        Of("laughs.html", "<!DOCTYPE html [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>" + Repeat("&b;", 50_000) + Sentence),
        Of("wrong-meta.html", $"<head><meta name=PubDate content=昨天></head><p>{Sentence}</p>", values: Value),
        Of("deep-yaml.md", $"---\na: {Repeat("[", 8_000)}\n---\n{Sentence}", "facts"),
        Of("laughs.md", $"---\na: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n---\n十一号页。{Sentence}", values: Value),

        // Facts
        Of("wrong-date.md", $"---\npublished: 2021-02-30\n---\n{Sentence}", "facts"),
        Of("far-date.md", $"---\npublished: 9999-12-31\n---\n{Sentence}", "facts"),
        Of("no-yaml.md", $"---\npublication: [\n---\n{Sentence}", "facts"),
        Of("control-fact.md", $"---\npublication: \"a\\u0000b\"\n---\n{Sentence}", "facts"),
        Of("long-fact.md", $"---\npublication: {new string('长', 300)}\n---\n{Sentence}", "facts"),
        Of("wrong-sidecar.txt", "十二号页。" + Sentence, "facts"),
        Of("sql-fact.md", $"---\npublication: \"'; drop table claims; --\"\nregion: \"<script>alert(1)</script>\"\n---\n{Sentence}", values: Value),

        // Text and names that are commands somewhere else
        Of("sql.txt", $"'; drop table documents; -- $$ \\copy {Sentence}"),
        Of("script.txt", $"<script>alert(1)</script><img src=x onerror=alert(1)>\n{Sentence}"),
        Of("template.txt", "{{7*7}} ${7*7} %s %n %x {0} \n" + Sentence),
        Of("'; drop table documents; --.txt", "十三号页。" + Sentence, values: Value),
        Of("=cmd|' /C calc'!A0.txt", "十四号页。" + Sentence, values: Value),
        Of("two\nlines 2024-03-01 error forged.txt", "十五号页。" + Sentence, values: Value),
        new("forged\nextractor: all is well\u001b[2K.txt", [0xE5, 0xFF, 0xFE, 0x81, 0xFF], "charset"),
        Of("%2e%2e%2fetc%2fpasswd.txt", "十六号页。" + Sentence, values: Value),
        Of("-rf.txt", "十七号页。" + Sentence, values: Value),
        Of(new string('长', 80) + ".txt", "十八号页。" + Sentence, values: Value),

        // Hardly anything
        new("empty.txt", [], "new", ""),
        Of("blank.txt", " \n\t\r\n\u3000", values: ""),
        new("only-bom.txt", [0xEF, 0xBB, 0xBF], "new", "", ""),
        Of("carriage-returns.txt", "十九号页。\r" + Sentence + "\r", values: Value),
    ];
}

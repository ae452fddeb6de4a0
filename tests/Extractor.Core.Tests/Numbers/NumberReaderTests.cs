using System.Globalization;
using System.Text;
using Extractor.Core.Numbers;
using Extractor.Core.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Extractor.Core.Tests.Numbers;

public sealed class NumberReaderTests
{
    /// <summary>Number words and their value; ranges as low..high, a hedge of their own behind.</summary>
    public static TheoryData<string, string> Examples => new()
    {
        // Arabic
        { "7", "7" }, { "007", "7" }, { "12.50", "12.50" }, { "0.05", "0.05" },
        // thousands separators
        { "1,485", "1485" }, { "1,234,567.8", "1234567.8" },
        // full width
        { "１２．５", "12.5" }, { "３，２１０", "3" },
        // scale words
        { "6034.35亿", "603435000000" }, { "1485.17万", "14851700" }, { "3百", "300" }, { "5千", "5000" }, { "1.2万亿", "1200000000000" },
        // a lower group behind
        { "3亿5000万", "350000000" }, { "2万5千", "25000" }, { "1万2345", "12345" },
        // hedges among the scale words
        { "1亿3千多万", "130000000 MoreThan" }, { "5千余万", "50000000 MoreThan" },
        // Chinese numerals
        { "十", "10" }, { "十五", "15" }, { "二十", "20" }, { "一百零八", "108" }, { "两千三百", "2300" }, { "一万零五十", "10050" }, { "三亿五千万", "350000000" },
        // with a point
        { "十五点八万", "158000" }, { "三点一四", "3.14" }, { "零点五", "0.5" },
        // banker's numerals
        { "叁佰", "300" }, { "伍拾万", "500000" },
        // traditional
        { "三億", "300000000" }, { "五萬", "50000" },
        // neighbours make a range
        { "三四十", "30..40" }, { "七八百", "700..800" }, { "五六", "5..6" }, { "两三千", "2000..3000" }, { "二三十万", "200000..300000" },
        // parts
        { "百分之八点五", "8.5" }, { "百分之三十", "30" }, { "百分之12.5", "12.5" }, { "千分之三", "3" }, { "三分之二", "2/3" }, { "5分之1", "1/5" },
        // vague ones stand for their power of ten
        { "数十万", "100000 MoreThan" }, { "几百", "100 MoreThan" }, { "上百", "100 AtLeast" }, { "上千万", "10000000 AtLeast" }, { "百余", "100 MoreThan" }, { "十余", "10 MoreThan" },
        // strings of digits are no amounts
        { "二〇二一", "" }, { "一九四九", "" },
        // no numbers
        { "数", "" }, { "上", "" }, { "几", "" },
    };

    /// <summary>Words to their whole length; a shorter read is no reading, but for a second figure behind a comma.</summary>
    [Theory, MemberData(nameof(Examples))]
    public void Reads(string words, string expected) => Assert.Equal(expected, Read(words));

    static string Read(string words)
    {
        var text = string.Concat(words.Select(Glyph.Fold));
        if (!NumberReader.TryRead(text, 0, (_, _) => false, out var token))
            return "";
        var value = token.High is { } high ? $"{token.Value}..{high}" : token.Value.ToString();
        return token.Vagueness == Vagueness.None ? value : $"{value} {token.Vagueness}";
    }

    [Theory, InlineData("9"), InlineData("1,"), InlineData("九"), InlineData("亿"), InlineData("十"), InlineData("万"), InlineData("百分之"), InlineData("9."), InlineData("三点")]
    public void Ten_thousand_digits_crash_nothing(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 10_000))[..10_000];

        _ = NumberReader.TryRead(text, 0, (_, _) => false, out _);
        _ = ClaimExtractor.Default.Extract($"总量达{text}元。", new("long"));
    }

    [Fact]
    public void Nobody_counts_further_than_64_digits()
    {
        Assert.Single(ClaimExtractor.Default.Extract($"产量达{new string('9', 64)}吨。", new("long")).Claims);
        Assert.Empty(ClaimExtractor.Default.Extract($"产量达{new string('9', 65)}吨。", new("long")).Claims);
    }

    [Fact]
    public void A_number_in_Chinese_numerals_reads_back() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            ArbMap.Default.ArbFor<long>().Filter(n => n > 0).MapFilter(n => n % 10_000_000_000_000, n => n > 0),
            n => Read(Numeral(n)) == n.ToString(CultureInfo.InvariantCulture)));

    [Fact]
    public void Every_number_up_to_twenty_thousand_reads_back()
    {
        for (var n = 1; n <= 20_000; n++)
            Assert.Equal($"{n}", Read(Numeral(n)));
    }

    [Fact]
    public void An_Arabic_number_reads_back_with_its_printed_zeros() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            ArbMap.Default.ArbFor<decimal>().Filter(n => n >= 0),
            n => Read(n.ToString(CultureInfo.InvariantCulture)) == n.ToString(CultureInfo.InvariantCulture)
                && Read(n.ToString("#,##0.0#", CultureInfo.InvariantCulture)) == n.ToString("0.0#", CultureInfo.InvariantCulture)));

    /// <summary>As one writes it: 一万零五十, 十五, 三亿零二千.</summary>
    static string Numeral(long n)
    {
        var words = new StringBuilder();
        var gap = false;
        foreach (var (power, name) in ((long, string)[])[(1_0000_0000, "亿"), (1_0000, "万"), (1, "")])
        {
            var group = n / power % (power == 1_0000_0000 ? 10_0000_0000_0000 : 1_0000);
            if (group == 0)
            {
                gap |= words.Length > 0;
                continue;
            }
            if (words.Length > 0 && (gap || group < 1000))
                words.Append('零');
            words.Append(group >= 1_0000 ? Numeral(group) : Group((int)group, isFirst: words.Length == 0)).Append(name);
            gap = false;
        }
        return words.ToString();
    }

    static string Group(int n, bool isFirst)
    {
        var words = new StringBuilder();
        var gap = false;
        foreach (var (power, name) in ((int, string)[])[(1000, "千"), (100, "百"), (10, "十"), (1, "")])
        {
            var digit = n / power % 10;
            if (digit == 0)
            {
                gap |= words.Length > 0;
                continue;
            }
            if (gap)
                words.Append('零');
            if (!(isFirst && power == 10 && digit == 1 && words.Length == 0))
                words.Append("零一二三四五六七八九"[digit]);
            words.Append(name);
            gap = false;
        }
        return words.ToString();
    }
}

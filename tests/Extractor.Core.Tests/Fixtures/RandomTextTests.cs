using Extractor.Core.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace Extractor.Core.Tests.Fixtures;

public sealed class RandomTextTests
{
    static readonly string[] Pieces =
    [
        // digits and numerals
        "0", "7", "12", "3.5", "1,234", "９９", "00000000", "一", "十", "三四", "百分之", "分之", "半", "数十", "上百", "零", "〇",
        // scale words, units, hedges
        "万", "亿", "千", "百", "元", "亿元", "%", "‰", "个百分点", "成", "倍", "番", "吨", "千瓦时", "公里", "人", "人次", "户", "家", "元/吨", "年", "个月",
        "约", "近", "超过", "不低于", "余", "多", "以上", "左右", "及以下", "（套）",
        // words of claims
        "同比增长", "下降", "比年初增加", "占", "由", "增加到", "分别达", "其中", "预计", "力争", "累计", "的", "贷款余额", "粮食产量", "公司", "全区", "我市", "那曲市", "阿里地区日土县", "香港",
        "今年", "去年", "2021年", "1—9月", "3月末", "截至目前", "前三季度", "十八大以来", "“十四五”", "第", "12时30分",
        // punctuation and lay-out
        "，", "。", "、", "；", "：", "（", "）", "“", "”", "—", "-", "~", "/", ".", ",", "∶", "+", " ", "　", "\n", "\r\n", "\n\n", "\t", "|", "……",
        // markup
        "<p>", "</p>", "<", ">", "<!--", "-->", "&nbsp;", "&", "**", "# ", "[", "](http://a.cn/1)", "| --- |", "<td>",
        // beyond the first plane, halves, noise
        "😀", "𠮷", "\ud83d", "\ude00", "\ufffd", "\ufeff", "\u200b", "\0", "e\u0301", "億", "萬",
    ];

    static readonly DocumentFacts Facts = new("random", "西藏日报", "西藏自治区", new(2023, 11, 30));

    static Gen<string> Texts => Gen.ListOf(Gen.Elements(Pieces)).Select(string.Concat);

    [Fact]
    public void Every_mixture_of_pieces_keeps_the_invariants() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(60), Prop.ForAll(Texts.ToArbitrary(), KeepsInvariants));

    [Fact]
    public void Every_string_keeps_the_invariants() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null), KeepsInvariants));

    public static TheoryData<string> Names => Fixture.Names;

    [Theory, MemberData(nameof(Names))]
    public void Every_prefix_of_a_page_keeps_the_invariants(string document)
    {
        var fixture = Fixture.Named(document);
        // A step that shares no factor with common line lengths ends prefixes everywhere.
        for (var length = 0; length < fixture.Text.Length; length += 37)
            _ = Invariant.Check(fixture.Text[..length], ClaimExtractor.Default.Extract(fixture.Text[..length], fixture.Facts));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_page_with_pieces_thrown_in_keeps_the_invariants(string document)
    {
        var fixture = Fixture.Named(document);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(30), Prop.ForAll(
            Gen.Choose(0, fixture.Text.Length).Zip(Texts).ToArbitrary(),
            at => KeepsInvariants(fixture.Text.Insert(at.Item1, at.Item2))));
    }

    /// <summary>Pieces that once broke a page.</summary>
    [Theory]
    // a divided heading of more columns than any line below it has
    [InlineData("sichuan-company.txt", 353, "公里&nbsp;零\u3000家\u0009萬1,234预计数十12时30分户[人次公里；人\ufeff1,234,那曲市十上百多/>同比增长元〇| --- |三四 亿元公司截至目前（余分别达|香港倍去年那曲市分别达# 元/吨零阿里地区日土县全区0占“十四五”")]
    public void A_page_with_this_piece_in_it_keeps_the_invariants(string document, int at, string piece) =>
        KeepsInvariants(Fixture.Named(document).Text.Insert(at, piece));

    /// <summary>Whole pages, cut down to what broke them.</summary>
    [Theory]
    // the same heading, where no line has a figure of its own
    [InlineData("标|单位|产\n1|0")]
    // a caption that is nothing but a number
    [InlineData("表1\n占\t单位：\t番|4|5|5")]
    // two figures with one hedge between them
    [InlineData("十億左右约萬人次")]
    public void A_page_that_broke_once_keeps_the_invariants(string page) => KeepsInvariants(page);

    [Fact]
    public void Facts_may_all_be_missing() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            _ = Invariant.Check(text, ClaimExtractor.Default.Extract(text, new("bare")));
        }));

    static void KeepsInvariants(string text) => Invariant.Check(text, ClaimExtractor.Default.Extract(text, Facts));
}

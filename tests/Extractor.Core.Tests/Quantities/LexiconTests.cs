using Extractor.Core.Claims;
using Extractor.Core.Quantities;
using Extractor.Core.Text;

namespace Extractor.Core.Tests.Quantities;

public sealed class LexiconTests
{
    /// <summary>Surfaces that are units only in company, each in a sentence that gives it.</summary>
    static readonly Dictionary<string, string> Company = new()
    {
        // durations, where they are the statistic
        ["小时"] = "平均等待时间为25小时。",
        ["个小时"] = "平均等待时间为25个小时。",
        ["钟头"] = "平均等待时间为25钟头。",
        ["分钟"] = "平均等待时间为25分钟。",
        ["秒"] = "平均等待时间为25秒。",
        ["秒钟"] = "平均等待时间为25秒钟。",
        ["天"] = "平均等待时间为25天。",
        ["个月"] = "平均等待时间为25个月。",
        ["个多月"] = "平均等待时间为25个多月。",
        ["周"] = "平均等待时间为25周。",
        ["星期"] = "平均等待时间为25星期。",
        ["年"] = "平均等待时间为25年。",
        ["岁"] = "平均等待时间为25岁。",
        ["周岁"] = "平均等待时间为25周岁。",
        // a tenth, up to ten
        ["成"] = "牧业收入占3成。",
        // of earthquakes
        ["度"] = "用电量达到25万度。",
        ["级"] = "当地发生5级地震。",
        // of marks, with decimals
        ["分"] = "平均得分为92.5分。",
    };

    /// <summary>Surfaces that never end a claim alone: anniversaries are none, and 25日 is a date; what they are paid by, they are.</summary>
    static readonly string[] Never = ["周年", "日"];

    public static TheoryData<string> Surfaces => [.. UnitLexicon.Default.Surfaces.Except(Never).Order(StringComparer.Ordinal)];

    public static TheoryData<string, string, string> Qualifiers
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var row in LexiconFile.Embedded("Quantities.qualifiers.tsv").Rows(columns: 3))
                foreach (var surface in row.Surfaces(2).Where(surface => !surface.StartsWith('及')))
                    rows.Add(row[0], row[1], surface);
            return rows;
        }
    }

    [Theory, MemberData(nameof(Surfaces))]
    public void Every_unit_is_recognised_after_a_number(string surface)
    {
        var text = Company.GetValueOrDefault(surface, $"总量达到25{surface}。");
        Assert.True(UnitLexicon.Default.Match(string.Concat(surface.Select(Glyph.Fold)), out var unit) > 0);

        var claim = Assert.Single(CompactClaim.Read(text));

        Assert.Contains(surface, claim.Text, StringComparison.Ordinal);
        Assert.Equal(unit.Code, claim.Unit);
    }

    [Theory, InlineData("日", "CNY/d"), InlineData("周年", "CNY/a")]
    public void Every_other_unit_is_one_behind_a_slash(string surface, string code)
    {
        Assert.Contains(surface, Never);
        Assert.Equal(code, Assert.Single(CompactClaim.Read($"保管费为25元/{surface}。")).Unit);
    }

    [Theory, MemberData(nameof(Qualifiers))]
    public void Every_hedge_says_what_its_row_says(string qualifier, string place, string surface)
    {
        var text = place == "leading" ? $"产量{surface}25万吨。" : $"产量25万吨{surface}。";

        var claim = Assert.Single(CompactClaim.Read(text));

        Assert.Equal(qualifier == "none" ? Qualifier.Exact.Code() : qualifier, claim.Qualifier.Code());
        Assert.Equal(place == "leading" ? "25万吨" : "25万吨" + surface, claim.Text);
    }

    [Theory, InlineData("及以上"), InlineData("及以下")]
    public void A_hedge_with_及_names_a_class(string surface) => Assert.Empty(CompactClaim.Read($"产量25万吨{surface}。"));
}

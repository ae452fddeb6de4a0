using Extractor.Core.Scopes;
using Extractor.Core.Text;

namespace Extractor.Core.Tests.Scopes;

public sealed class CountryTests
{
    /// <summary>Every name of every row, with the usual name that it stands for.</summary>
    public static TheoryData<string, string> Names
    {
        get
        {
            var names = new TheoryData<string, string>();
            foreach (var row in LexiconFile.Embedded("Scopes.countries.tsv").Rows(columns: 5).Where(row => row[1] != "none"))
                foreach (var name in row.Surfaces(4).Append(row[2]).Append(row[3]).Distinct())
                    names.Add(name, row[2]);
            return names;
        }
    }

    public static TheoryData<string> Others =>
        [.. LexiconFile.Embedded("Scopes.countries.tsv").Rows(columns: 5).Where(row => row[1] == "none").SelectMany(row => row.Surfaces(4).Append(row[2]))];

    [Theory, MemberData(nameof(Names))]
    public void Every_name_stands_for_the_usual_one(string name, string usual)
    {
        Assert.Equal(usual, CountryLexicon.Default.Find(name)?.Name);

        var folded = string.Concat(name.Select(Glyph.Fold));
        Assert.Equal(name.Length, CountryLexicon.Default.Match(folded + "。", out var country));
        Assert.Equal(usual, country.Name);
    }

    [Theory, MemberData(nameof(Others))]
    public void Words_that_begin_like_a_country_are_none(string word)
    {
        Assert.Equal(0, CountryLexicon.Default.Match(word, out _));
        Assert.Equal(word.Length, CountryLexicon.Default.MatchOther(word));
    }

    /// <summary>The start of a text, the country there and how much of it is its name.</summary>
    [Theory]
    [InlineData("美国失业率为4.1%", "美国", "US", 2)]
    [InlineData("几内亚比绍人口", "几内亚比绍", "GW", 5)]
    [InlineData("刚果（金）产铜", "刚果（金）", "CD", 5)]
    [InlineData("前苏联解体", "苏联", "SUHH", 3)]
    [InlineData("印尼盾", "印度尼西亚", "ID", 2)]
    [InlineData("东盟国家", "东盟", null, 4)]
    [InlineData("“一带一路”沿线国家", "共建“一带一路”国家", null, 10)]
    public void The_longest_name_wins(string text, string name, string? code, int length)
    {
        Assert.Equal(length, CountryLexicon.Default.Match(text, out var country));
        Assert.Equal((name, code), (country.Name, country.Code));
    }

    [Theory]
    [InlineData("中国")]
    [InlineData("香港")]
    [InlineData("臺灣")]
    [InlineData("德")]
    [InlineData("国")]
    public void Divisions_and_single_characters_are_no_countries(string name) => Assert.Null(CountryLexicon.Default.Find(name));

    [Fact]
    public void Traditional_script_is_folded() => Assert.Equal("法国", CountryLexicon.Default.Find("法國")?.Name);

    [Theory]
    [InlineData("words.tsv(1): “empire” is no kind of country.", "FR\tempire\t法国\t法兰西\t")]
    [InlineData("words.tsv(1): “F” is no code of a country.", "F\tcountry\t法国\t法兰西\t")]
    [InlineData("words.tsv(1): “EU” is no code of a group.", "EU\tgroup\t欧盟\t欧洲联盟\t")]
    [InlineData("words.tsv(1): FR lacks a name.", "FR\tcountry\t法国\t\t")]
    [InlineData("words.tsv(2): code FR stands twice.", "FR\tcountry\t法国\t法兰西\t", "FR\tcountry\t德国\t德意志\t")]
    [InlineData("words.tsv(2): “法国” stands twice.", "FR\tcountry\t法国\t法兰西\t", "DE\tcountry\t德国\t德意志\t法国")]
    public void A_broken_row_names_file_line_and_reason(string message, params string[] lines) =>
        Assert.Equal(message, Assert.Throws<LexiconException>(() => _ = new CountryLexicon(new("words.tsv", lines))).Message);
}

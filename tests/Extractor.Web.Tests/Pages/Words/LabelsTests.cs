using System.Text.RegularExpressions;
using Extractor.Web.Pages.Words;

namespace Extractor.Web.Tests.Pages.Words;

public sealed partial class LabelsTests
{
    [GeneratedRegex("\\{[0-9]\\}")]
    private static partial Regex Hole { get; }

    [GeneratedRegex("(?:visit\\[|visit\\.Say\\(|Parts\\.Nothing\\(visit, |Fields\\.Text\\(visit, \"[a-z]+\", |Count\\(visit, |Row\\(visit, )\"([a-z_.]+\\.[a-z_0-9.]+)\"")]
    private static partial Regex Use { get; }

    [Fact]
    public void Both_languages_fill_in_the_same() => Assert.All(Labels.Keys, key =>
        Assert.Equal(Holes(Labels.In(Language.Chinese, key)), Holes(Labels.In(Language.English, key))));

    // Which words a page needs depends on what it shows; not all of it is in a test's database.
    [Fact]
    public void Every_word_that_a_page_asks_for_has_a_row()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Extractor.sln")))
            folder = folder.Parent;
        var used = Directory.EnumerateFiles(Path.Combine(folder.FullName, "src", "Extractor.Web", "Pages"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Use.Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct().ToList();
        Assert.True(used.Count > 50);
        Assert.All(used, key => Assert.True(Labels.Has(key), key));
    }

    [Theory]
    [InlineData("CNY/t", "元/吨", "yuan/tonnes")]
    [InlineData("{台套}", "台套", "台套")]
    [InlineData("1", "", "")]
    public void A_unit_reads_as_people_write_it(string code, string chinese, string english) =>
        Assert.Equal((chinese, english), (UnitNames.In(Language.Chinese, code), UnitNames.In(Language.English, code)));

    static List<string> Holes(string label) => [.. Hole.Matches(label).Select(match => match.Value).Distinct().Order()];
}

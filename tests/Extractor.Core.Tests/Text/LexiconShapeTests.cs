using Extractor.Core.Text;

namespace Extractor.Core.Tests.Text;

public sealed class LexiconShapeTests
{
    /// <summary>Tables of another shape, whose own readers and tests check them.</summary>
    static readonly string[] Others =
    [
        "Text.traditional.tsv", "Claims.reliability.tsv", "Catalogues.indicators.tsv", "Checks.partitions.tsv", "Quantities.names.tsv", "Scopes.countries.tsv", "Scopes.places.tsv",
    ];

    public static TheoryData<string> Names =>
    [
        .. typeof(LexiconFile).Assembly.GetManifestResourceNames().Select(name => name["Extractor.Core.".Length..])
            .Where(name => name.EndsWith(".tsv", StringComparison.Ordinal)).Except(Others).Order(StringComparer.Ordinal),
    ];

    [Theory, MemberData(nameof(Names))]
    public void Every_word_can_match_and_stands_once(string name)
    {
        Assert.StartsWith("# ", LexiconFile.Embedded(name).Lines[0], StringComparison.Ordinal);
        var rows = Lexicon.Rows(name).ToList();

        Assert.NotEmpty(rows);
        Assert.DoesNotContain(rows, row => row.Word.Length == 0 || row.Word.Any(char.IsWhiteSpace));
        Assert.Empty(rows.GroupBy(row => row).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    /// <summary>Text is folded before it is read, so that a word in another script or width would stand there in vain.</summary>
    [Theory, MemberData(nameof(Names))]
    public void Every_word_is_folded(string name) =>
        Assert.DoesNotContain(Lexicon.Rows(name), row => string.Concat(row.Word.Select(Glyph.Fold)) != row.Word);
}

using Extractor.Core.Measures;
using Extractor.Core.Quantities;
using Extractor.Core.Statuses;
using Extractor.Core.Text;

namespace Extractor.Core.Tests.Text;

public sealed class LexiconFileTests
{
    static LexiconFile File(params string[] lines) => new("words.tsv", lines);

    [Fact]
    public void Comments_and_blank_lines_are_no_rows()
    {
        var rows = File("# unit", "", "t\t吨|公吨\r", "# end").Rows(columns: 2).ToList();

        var row = Assert.Single(rows);
        Assert.Equal(3, row.Line);
        Assert.Equal("t", row[0]);
        Assert.Equal(["吨", "公吨"], row.Surfaces(1));
    }

    [Fact]
    public void A_row_with_a_missing_column_names_file_and_line() =>
        Expect("words.tsv(2): expected 2 columns, found 1.", () => _ = File("a\tb", "c").Rows(columns: 2).ToList());

    [Fact]
    public void A_unit_of_no_kind_names_file_and_line() =>
        Expect("words.tsv(2): “mass” is no kind of unit.", () => _ = new UnitLexicon(File("# units", "t\tmass\t0\t吨")));

    [Fact]
    public void A_unit_without_a_power_names_file_and_line() =>
        Expect("words.tsv(1): “x” is no power of ten.", () => _ = new UnitLexicon(File("t\tphysical\tx\t吨")));

    [Fact]
    public void A_surface_of_two_units_names_both() =>
        Expect("words.tsv(2): “吨” already names t.", () => _ = new UnitLexicon(File("t\tphysical\t0\t吨", "kg\tphysical\t0\t公斤|吨")));

    [Fact]
    public void A_hedge_of_no_qualifier_names_file_and_line() =>
        Expect("words.tsv(1): “maybe” is no qualifier.", () => _ = new QualifierLexicon(File("maybe\tleading\t或许")));

    [Fact]
    public void A_hedge_that_stands_twice_names_file_and_line() =>
        Expect("words.tsv(2): “约” stands twice, or after the number without a qualifier.", () => _ = new QualifierLexicon(File("about\tleading\t约", "nearly\tleading\t约")));

    [Fact]
    public void A_word_of_no_status_names_file_and_line() =>
        Expect("words.tsv(1): “wished” is no status.", () => _ = new StatusReader(File("wished\t希望")));

    [Fact]
    public void A_change_without_direction_names_file_and_line() =>
        Expect("words.tsv(1): “moves sideways” is no kind of change with a direction.", () => _ = new MeasureReader(File("moves\tsideways\t横移"), File()));

    static void Expect(string message, Action action) => Assert.Equal(message, Assert.Throws<LexiconException>(action).Message);
}

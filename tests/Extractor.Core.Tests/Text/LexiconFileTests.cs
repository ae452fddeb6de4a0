using Extractor.Core.Indicators;
using Extractor.Core.Measures;
using Extractor.Core.Quantities;
using Extractor.Core.Scopes;
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

    [Fact]
    public void A_word_of_status_that_stands_twice_names_file_and_line() =>
        Expect("words.tsv(2): “拟” stands twice.", () => _ = new StatusReader(File("planned\t拟", "forecast\t拟")));

    [Fact]
    public void A_change_that_stands_twice_names_file_and_line() =>
        Expect("words.tsv(2): “降” stands twice.", () => _ = new MeasureReader(File("moves\tdown\t降", "rate\tdown\t降"), File()));

    [Fact]
    public void A_basis_of_no_kind_names_file_and_line() =>
        Expect("words.tsv(1): “weekly” is no basis.", () => _ = new MeasureReader(File(), File("weekly\t周环比")));

    [Fact]
    public void A_short_name_of_two_organisations_names_file_and_line() =>
        Expect("words.tsv(2): “工行” stands twice.", () => _ = File("中国工商银行\t工行", "工业银行\t工行").Names());

    [Fact]
    public void A_word_that_points_to_no_level_names_file_and_line() =>
        Expect("words.tsv(1): “street” is no level.", () => _ = new AnaphoraLexicon(File("street\t街\t本街")));

    [Fact]
    public void A_naming_without_a_side_names_file_and_line() =>
        Expect("words.tsv(1): “name above” is no reason with a side.", () => _ = Naming.Read(File("name\tabove\t国道"), "before"));

    [Fact]
    public void A_stop_of_another_kind_names_file_and_line() =>
        Expect("words.tsv(1): “perhaps” is none of yes, no.", () => _ = IndicatorWords.Rows(File("perhaps\t有"), "yes", "no").ToList());

    static void Expect(string message, Action action) => Assert.Equal(message, Assert.Throws<LexiconException>(action).Message);
}

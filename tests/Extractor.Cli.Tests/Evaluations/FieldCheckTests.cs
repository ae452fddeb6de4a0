using Extractor.Cli.Evaluations;
using Extractor.Core.Claims;

namespace Extractor.Cli.Tests.Evaluations;

public sealed class FieldCheckTests
{
    static bool Right(Field field, Func<GoldClaim, GoldClaim>? gold = null, Func<Claim, Claim>? claim = null)
    {
        var (row, found) = (Rows.Gold(0, "43万名"), Rows.Claim(0, "43万名"));
        return FieldCheck.Right(field, gold?.Invoke(row) ?? row, Prediction.Of("a.txt", claim?.Invoke(found) ?? found));
    }

    [Fact]
    public void What_agrees_is_right_in_every_field() => Assert.All(Fields.All, field => Assert.True(Right(field)));

    [Theory]
    [InlineData("12.50", "12.5", true)]
    [InlineData("1E3", "1000", true)]
    [InlineData("0.00", "0", true)]
    [InlineData("-0.5", "-.5", true)]
    [InlineData("1/3", "1/3", true)]
    [InlineData("1/3", "2/6", false)]
    [InlineData("0.5", "1/2", false)]
    [InlineData("5", "-5", false)]
    [InlineData(null, null, true)]
    [InlineData(null, "5", false)]
    [InlineData("5", null, false)]
    public void Values_are_compared_as_numbers(string? gold, string? found, bool right) =>
        Assert.Equal(right, Right(Field.Value, row => row with { Value = gold }, claim => claim with { Value = found }));

    [Theory]
    [InlineData("6", "8.0", null, true)]
    [InlineData("6", "8.0", "7", true)]
    [InlineData("6", "9", null, false)]
    [InlineData(null, "8", null, false)]
    public void Of_a_range_both_ends_count_and_the_value_does_not(string? low, string? high, string? value, bool right) =>
        Assert.Equal(right, Right(Field.Value, row => row with { Value = null, Low = "6", High = "8" }, claim => claim with { Value = value, Low = low, High = high }));

    [Theory]
    [InlineData("{名}", "{person}", true)]
    [InlineData("{口}", "{位}", true)]
    [InlineData("{person}", "{household}", false)]
    [InlineData("CNY", "CNY", true)]
    [InlineData("%", "pp", false)]
    public void Units_are_codes_and_people_are_people(string gold, string found, bool right) =>
        Assert.Equal(right, Right(Field.Unit, row => row with { Unit = gold }, claim => claim with { Unit = found }));

    [Fact]
    public void Qualifiers_are_equal_or_not()
    {
        Assert.True(Right(Field.Qualifier, row => row with { Qualifier = "more_than" }, claim => claim with { Qualifier = Qualifier.MoreThan }));
        Assert.False(Right(Field.Qualifier, claim: claim => claim with { Qualifier = Qualifier.About }));
    }

    [Theory]
    // a core, whatever quotes, brackets, commas, spaces and 的 it carries
    [InlineData("党员总数", true)]
    [InlineData("“党员”的 总数", true)]
    // holds a core and runs through the widest phrase, gaps allowed
    [InlineData("全区党员总数", true)]
    [InlineData("全区中共党员总数", true)]
    // holds a core and says more than the widest phrase, or in another order
    [InlineData("党员总数全区", false)]
    [InlineData("全国党员总数", false)]
    // holds no core
    [InlineData("党员", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_indicator_is_a_core_or_lies_between_core_and_whole(string? indicator, bool right) =>
        Assert.Equal(right, Right(Field.Indicator, claim: claim => claim with { Indicator = indicator }));

    [Fact]
    public void Without_a_widest_phrase_only_cores_are_right_and_a_star_takes_anything()
    {
        Assert.False(Right(Field.Indicator, row => row with { Within = [] }, claim => claim with { Indicator = "全区党员总数" }));
        Assert.True(Right(Field.Indicator, row => row with { Indicator = null }, claim => claim with { Indicator = null }));
    }

    [Fact]
    public void A_level_alone_has_neither_direction_nor_basis()
    {
        Assert.False(Right(Field.Measure, claim: claim => claim with { Direction = Direction.Up }));
        Assert.False(Right(Field.Measure, claim: claim => claim with { Basis = "yoy" }));
        Assert.True(Right(Field.Measure, row => row with { Measure = ["level", "growth"] }, claim => claim with { Basis = "yoy" }));
    }

    [Fact]
    public void Direction_and_basis_must_agree_where_they_are_annotated()
    {
        static GoldClaim Growth(GoldClaim row) => row with { Measure = ["growth"], Direction = "up", Basis = "yoy" };
        static Claim Grown(Claim claim) => claim with { Measure = Measure.Growth, Direction = Direction.Up, Basis = "yoy" };
        Assert.True(Right(Field.Measure, Growth, Grown));
        Assert.False(Right(Field.Measure, Growth, claim => Grown(claim) with { Direction = Direction.Down }));
        Assert.False(Right(Field.Measure, Growth, claim => Grown(claim) with { Direction = null }));
        Assert.False(Right(Field.Measure, Growth, claim => Grown(claim) with { Basis = null }));
        Assert.False(Right(Field.Measure, Growth, claim => Grown(claim) with { Measure = Measure.Change }));
        Assert.True(Right(Field.Measure, row => Growth(row) with { Direction = null, Basis = null }, claim => Grown(claim) with { Direction = Direction.Down, Basis = "mom" }));
    }

    [Fact]
    public void Periods_scopes_and_statuses_are_lists_of_what_is_right()
    {
        Assert.True(Right(Field.Period, row => row with { Period = [null, new("2021", Period.Year(2021))] }));
        Assert.True(Right(Field.Period, row => row with { Period = [null] }, claim => claim with { Period = null }));
        Assert.True(Right(Field.Period, row => row with { Period = null }, claim => claim with { Period = null }));
        Assert.False(Right(Field.Period, claim: claim => claim with { Period = Period.Point(new(2021, 12, 31)) }));
        Assert.True(Right(Field.Scope, row => row with { Scope = ["西藏", "“西藏”自治区"] }));
        Assert.True(Right(Field.Scope, row => row with { Scope = [null] }, claim => claim with { Scope = null }));
        Assert.True(Right(Field.Scope, row => row with { Scope = null }));
        Assert.False(Right(Field.Scope, claim: claim => claim with { Scope = null }));
        Assert.True(Right(Field.Status, row => row with { Status = ["planned", "actual"] }));
        Assert.True(Right(Field.Status, row => row with { Status = null }, claim => claim with { Status = Status.Forecast }));
        Assert.False(Right(Field.Status, claim: claim => claim with { Status = Status.Planned }));
    }
}

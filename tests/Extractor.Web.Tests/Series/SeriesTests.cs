using System.Text.Json;
using Dapper;
using Extractor.Tests;

namespace Extractor.Web.Tests.Series;

[Collection(typeof(ReadingTests))]
public sealed class SeriesTests(TestServer server, ServedFixtures fixtures)
{
    static string Word(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    [Fact]
    public async Task The_points_of_a_series_come_in_the_order_of_their_periods_with_what_the_digits_allow()
    {
        var points = (await fixtures.Http.AskAsync("/api/v1/series?indicator=快递业务量&scope=540000&measure=level&status=actual")).Items;
        Assert.Equal(points.Select(point => Word(point.GetProperty("period"), "end")).Order(), points.Select(point => Word(point.GetProperty("period"), "end")));
        var last = points[^1];
        Assert.Equal(("14851700", "14851650", "14851750"), (Word(last, "value"), Word(last, "lower_bound"), Word(last, "upper_bound")));
        var series = await fixtures.Http.AllAsync("/api/v1/indicators/express-volume/series?limit=1");
        Assert.Equal(points.Count, series.Where(row => (Word(row, "measure"), Word(row, "status")) == ("level", "actual") && row.GetProperty("scope_code").GetString() == "540000").Sum(row => row.GetProperty("points").GetInt32()));
        Assert.Equal(series.Count, series.Select(row => Word(row.GetProperty("links"), "points")).Distinct().Count());
    }

    // The same value within its digits and hedges is no conflict; the same text under two names counts once.
    [Fact]
    public async Task Documents_that_differ_by_more_than_their_digits_are_a_conflict_and_duplicates_are_none()
    {
        await using var served = await ServedDatabase.StartAsync(server, null,
            Samples.Document("a", "2021年，西藏自治区快递业务量完成1485.17万件。"),
            Samples.Document("b", "2021年，西藏自治区快递业务量达1485万件。"),
            Samples.Document("c", "2021年，西藏自治区快递业务量约1500万件。"),
            Samples.Document("d", "2020年，西藏自治区快递业务量完成1300万件。"),
            Samples.Document("e", "2020年，西藏自治区快递业务量完成1300万件。"));
        Assert.Empty((await served.Http.AskAsync("/api/v1/conflicts")).Items);
        await ServedDatabase.ReadAsync(served.Db,
            Samples.Document("f", "2021年，西藏自治区快递业务量完成1600万件。"),
            Samples.Document("g", "2020年，西藏自治区快递业务量完成1200万件。"));
        var conflicts = await served.Http.AllAsync("/api/v1/conflicts?limit=1");
        Assert.Equal(["2021-12-31: 14850000–16000000, 4", "2020-12-31: 12000000–13000000, 2"], conflicts.Select(conflict =>
            $"{Word(conflict.GetProperty("period"), "end")}: {Word(conflict, "least")}–{Word(conflict, "greatest")}, {conflict.GetProperty("statements").GetArrayLength()}"));
        Assert.Equal(2, (await served.Http.AskAsync("/api/v1/conflicts?indicator=express-volume&scope=西藏自治区")).Items.Count);
        Assert.Empty((await served.Http.AskAsync("/api/v1/conflicts?scope=那曲市")).Items);
    }

    [Theory]
    [InlineData("1485.17万件", "14851700", "exact", "14851650", "14851750")]
    [InlineData("1500", "1500", "exact", "1499.5", "1500.5")]
    [InlineData("１，５００", "1500", "exact", "1499.5", "1500.5")]
    [InlineData("三百万", "3000000", "exact", "2500000", "3500000")]
    [InlineData("1亿2000万", "120000000", "exact", "115000000", "125000000")]
    [InlineData("12.50", "12.50", "exact", "12.495", "12.505")]
    [InlineData("6700余", "6700", "more_than", "6699.5", "6800.5")]
    [InlineData("500", "500", "more_than", "499.5", "1000.5")]
    [InlineData("100", "100", "about", "94.5", "105.5")]
    [InlineData("0", "0", "exact", "-0.5", "0.5")]
    [InlineData("-0.2", "-0.2", "exact", "-0.25", "-0.15")]
    public async Task What_a_printed_figure_can_stand_for(string quote, string value, string qualifier, string low, string high)
    {
        await using var connection = await fixtures.Served.Db.OpenConnectionAsync(TestContext.Current.CancellationToken);
        Assert.Equal($"{low} {high}", await connection.ExecuteScalarAsync<string>(
            "select trim_scale(lower(b)) || ' ' || trim_scale(upper(b)) from (select claim_bounds(@quote, @qualifier::claim_qualifier, exact_value(@value), null, null) as b) x",
            new { quote, value, qualifier }));
    }
}

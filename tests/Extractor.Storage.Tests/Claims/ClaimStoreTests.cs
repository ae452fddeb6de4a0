using Dapper;
using Extractor.Core.Claims;
using Extractor.Storage.Claims;
using Extractor.Storage.Documents;
using Extractor.Tests;
using Npgsql;

namespace Extractor.Storage.Tests.Claims;

public sealed class ClaimStoreTests(TestServer server)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static Extraction Read(Document document) => Samples.Numbers(document.Text, document.Facts);

    static Task<Stored?> LiveAsync(NpgsqlDataSource db, Document document) => Generations.LiveAsync(db, "r1", document, Read(document));

    [Fact]
    public async Task Only_differences_are_written_and_nothing_is_deleted()
    {
        await using var db = await server.MigratedAsync();
        Assert.Equal(new Stored(3, 0), await LiveAsync(db, Samples.Document("a", "1 2 3")));
        Assert.Equal(Stored.Nothing, await LiveAsync(db, Samples.Document("a", "1 2 3")));
        var page = Samples.Document("a", "1 2 3");
        Assert.Equal(Stored.Nothing, await Generations.NextAsync(db, "r2", page, Read(page)));
        Assert.Equal(new Stored(1, 1), await LiveAsync(db, Samples.Document("a", "1 7 3")));
        Assert.Equal(["1:1-", "2:1-3", "3:1-", "7:3-"], await Generations.RowsAsync(db));
        // Corrected, and corrected back, within one run.
        Assert.Equal(new Stored(1, 1), await LiveAsync(db, Samples.Document("a", "1 2 3")));
        Assert.Equal(new Stored(1, 1), await LiveAsync(db, Samples.Document("a", "1 7 3")));
        Assert.Equal(["1:1-", "2:1-3", "2:3-3", "3:1-", "7:3-"], await Generations.RowsAsync(db));
    }

    [Fact]
    public async Task Readers_see_a_reextraction_when_it_is_published_and_not_before()
    {
        await using var db = await server.MigratedAsync();
        var page = Samples.Document("a", "1 2");
        await LiveAsync(db, page);
        var run = await Generations.BeginAsync(db, "r2");
        Assert.Equal(new Stored(1, 2), await Generations.BesideAsync(db, run, page, new([], [Samples.Claim("1", 0, "10")], [])));
        Assert.Equal(["1", "2"], await Generations.SeenAsync(db));
        Assert.Equal(Stored.Nothing, await Generations.BesideAsync(db, run, page, new([], [Samples.Claim("1", 0, "10")], []))); // its job once more
        await Generations.PublishAsync(db, run);
        Assert.Equal(["1"], await Generations.SeenAsync(db));
        Assert.Null(await Generations.BesideAsync(db, run, page, Read(page))); // too late
    }

    [Fact]
    public async Task A_page_corrected_during_a_reextraction_is_shown_at_once_and_stands_after_it()
    {
        await using var db = await server.MigratedAsync();
        var (old, corrected) = (Samples.Document("a", "1 2"), Samples.Document("a", "1 7"));
        await LiveAsync(db, old);
        var run = await Generations.BeginAsync(db, "r2");
        await Generations.BesideAsync(db, run, old, new([], [Samples.Claim("2", 2, "20")], []));
        Assert.Equal(new Stored(1, 1), await Generations.LiveAsync(db, "r2", corrected, Read(corrected)));
        Assert.Equal(["1", "7"], await Generations.SeenAsync(db));
        await Generations.PublishAsync(db, run);
        Assert.Equal(["1", "7"], await Generations.SeenAsync(db));
        Assert.Equal(["1:1-", "2:1-1", "7:1-"], await Generations.RowsAsync(db)); // what the run had made of the old text is gone
    }

    [Fact]
    public async Task A_page_that_an_older_program_reads_during_a_reextraction_is_left_to_it_too()
    {
        await using var db = await server.MigratedAsync();
        await LiveAsync(db, Samples.Document("a", "1"));
        var run = await Generations.BeginAsync(db, "r2");
        var fresh = Samples.Document("b", "5");
        await Generations.LiveAsync(db, "r1", fresh, Read(fresh));
        await using var connection = await db.OpenConnectionAsync(Ct);
        Assert.Equal(2, await connection.ExecuteScalarAsync<int>("select count(*)::int from jobs where of_run = @run and state = 'ready'", new { run = run.Id }));
        await Generations.LiveAsync(db, "r2", Samples.Document("c", "6"), Samples.Numbers("6", Samples.Document("c", "6").Facts));
        Assert.Equal(2, await connection.ExecuteScalarAsync<int>("select count(*)::int from jobs where of_run = @run", new { run = run.Id }));
    }

    [Fact]
    public async Task A_version_that_is_no_longer_current_is_not_stored()
    {
        await using var db = await server.MigratedAsync();
        var (old, current) = (Samples.Document("a", "1"), Samples.Document("a", "2"));
        await LiveAsync(db, current);
        Assert.Null(await Generations.LiveAsync(db, "r1", old, Read(old), put: false));
        Assert.Equal(["2:1-"], await Generations.RowsAsync(db));
    }

    [Fact]
    public async Task A_claim_that_only_became_surer_keeps_its_key()
    {
        await using var db = await server.MigratedAsync();
        var page = Samples.Document("a", "15件");
        var claim = Samples.Claim("15件", 0, "15");
        await Generations.LiveAsync(db, "r1", page, new([], [claim], []));
        await Generations.NextAsync(db, "r2", page, new([], [claim with { Confidence = 0.9m }], []));
        await using var connection = await db.OpenConnectionAsync(Ct);
        Assert.Equal((1, 2), await connection.QuerySingleAsync<(int, int)>(
            "select count(distinct claim_key)::int, count(*)::int from claims"));
    }

    [Fact]
    public async Task A_claim_that_a_later_catalogue_knows_keeps_its_key()
    {
        await using var db = await server.MigratedAsync();
        var page = Samples.Document("a", "15件");
        var claim = Samples.Claim("15件", 0, "15");
        await Generations.LiveAsync(db, "r1", page, new([], [claim], []));
        await Generations.NextAsync(db, "r2", page, new([], [claim with { IndicatorId = "express-volume" }], []));
        await using var connection = await db.OpenConnectionAsync(Ct);
        Assert.Equal((1, 2, "express-volume"), await connection.QuerySingleAsync<(int, int, string)>(
            "select count(distinct claim_key)::int, count(*)::int, max(indicator_id) filter (where retired_run is null) from claims"));
    }

    [Fact]
    public async Task Every_field_comes_back_as_it_was()
    {
        await using var db = await server.MigratedAsync();
        var digits = string.Concat(Enumerable.Repeat("1234567890", 6)) + "1234";
        var text = $"𠮷1/3、6%—8%、-5.40%、{digits}件";
        Claim At(string quote, string? value) => Samples.Claim(quote, text.IndexOf(quote, StringComparison.Ordinal) - 1, value);
        var full = At("-5.40%", "-5.40") with
        {
            Qualifier = Qualifier.AtLeast, Measure = Measure.Growth, Direction = Direction.Down, Status = Status.Forecast,
            Basis = "since:2012-01-01", Period = new(new(2021, 1, 1), new(2021, 12, 31)), Scope = "西藏自治区", ScopeCode = "540000",
            Sentence = new(0, 9), IndicatorSpan = new(0, 1), PeriodSpan = new(1, 2), ScopeSpan = new(2, 3),
        };
        await Generations.LiveAsync(db, "r1", Samples.Document("a", text), new([new(new(0, 9), new(0, 2))],
            [At("1/3", "1/3"), At("6%—8%", null) with { Low = "6", High = "8" }, full, At(digits + "件", digits)], []));

        await using var connection = await db.OpenConnectionAsync(Ct);
        var rows = (await connection.QueryAsync<string>("""
            select concat_ws('|', quote, value::text, low, high, qualifier, measure, direction, status, basis, period_start, period_end,
                             scope, scope_code, indicator_start, period_from, scope_end, array_to_string(rules, '+'), confidence)
            from published_claims order by span_start
            """)).ToList();
        Assert.Equal("1/3|0.33333333333333333333|exact|level|actual|test-rule+other-rule|0.50", rows[0]);
        Assert.Equal("6%—8%|6|8|exact|level|actual|test-rule+other-rule|0.50", rows[1]);
        Assert.Equal("-5.40%|-5.40|at_least|growth|down|forecast|since:2012-01-01|2021-01-01|2021-12-31|西藏自治区|540000|0|1|3|test-rule+other-rule|0.50", rows[2]);
        Assert.StartsWith($"{digits}件|{digits}|", rows[3], StringComparison.Ordinal);
        Assert.True(await connection.ExecuteScalarAsync<bool>(
            "select bool_and(substring(text from span_start + 1 for span_end - span_start) = quote) from claims join document_versions using (document_id, version)"));
    }

    [Theory]
    [InlineData("quote", "15")] // not as long as its span
    [InlineData("value", "1e3")]
    [InlineData("value", "1/0")]
    [InlineData("value", null)] // and no range either
    public async Task The_database_refuses_what_is_no_claim(string field, string? value)
    {
        await using var db = await server.MigratedAsync();
        var claim = Samples.Claim("15件", 0, "15");
        claim = field == "quote" ? claim with { Text = value! } : claim with { Value = value };
        await Assert.ThrowsAsync<PostgresException>(() => Generations.LiveAsync(db, "r1", Samples.Document("a", "15件"), new([], [claim], [])));
    }
}

using Dapper;
using Extractor.Core.Claims;
using Extractor.Storage.Claims;
using Extractor.Storage.Documents;
using Extractor.Storage.Runs;
using Extractor.Tests;
using Npgsql;

namespace Extractor.Storage.Tests.Claims;

public sealed class ClaimStoreTests(TestServer server)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static async Task<Stored?> StoreAsync(NpgsqlDataSource db, Run run, Document document, Extraction extraction, bool put = true)
    {
        await using var connection = await db.OpenConnectionAsync(Ct);
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        if (put)
            await DocumentStore.PutAsync(transaction, document, Ct);
        var stored = await ClaimStore.PutAsync(transaction, run, document.Id, document.Version, extraction, Ct);
        await transaction.CommitAsync(Ct);
        return stored;
    }

    static Task<Stored?> StoreAsync(NpgsqlDataSource db, Run run, Document document) =>
        StoreAsync(db, run, document, Samples.Numbers(document.Text, document.Facts));

    static async Task<IEnumerable<string>> RowsAsync(NpgsqlDataSource db)
    {
        await using var connection = await db.OpenConnectionAsync(Ct);
        return await connection.QueryAsync<string>(
            "select quote || ':' || first_run || '-' || coalesce(retired_run::text, '') from claims order by 1");
    }

    [Fact]
    public async Task Only_differences_are_written_and_nothing_is_deleted()
    {
        await using var db = await server.MigratedAsync();
        var runs = new RunStore(db);
        var first = await runs.OpenAsync("r1", Ct);
        Assert.Equal(new Stored(3, 0), await StoreAsync(db, first, Samples.Document("a", "1 2 3")));
        Assert.Equal(Stored.Nothing, await StoreAsync(db, first, Samples.Document("a", "1 2 3")));

        var second = await runs.OpenAsync("r2", Ct);
        Assert.Equal(Stored.Nothing, await StoreAsync(db, second, Samples.Document("a", "1 2 3")));
        Assert.Equal(new Stored(1, 1), await StoreAsync(db, second, Samples.Document("a", "1 7 3")));
        Assert.Equal(["1:1-", "2:1-2", "3:1-", "7:2-"], await RowsAsync(db));
        // Corrected, and corrected back, within one run.
        Assert.Equal(new Stored(1, 1), await StoreAsync(db, second, Samples.Document("a", "1 2 3")));
        Assert.Equal(new Stored(1, 1), await StoreAsync(db, second, Samples.Document("a", "1 7 3")));
        Assert.Equal(["1:1-", "2:1-2", "2:2-2", "3:1-", "7:2-"], await RowsAsync(db));
        Assert.Null(await StoreAsync(db, first, Samples.Document("a", "9")));
    }

    [Fact]
    public async Task A_version_that_is_no_longer_current_is_not_stored()
    {
        await using var db = await server.MigratedAsync();
        var run = await new RunStore(db).OpenAsync("r1", Ct);
        var (old, current) = (Samples.Document("a", "1"), Samples.Document("a", "2"));
        await StoreAsync(db, run, current);
        Assert.Null(await StoreAsync(db, run, old, Samples.Numbers("1", old.Facts), put: false));
        Assert.Equal(["2:1-"], await RowsAsync(db));
    }

    [Fact]
    public async Task A_claim_that_only_became_surer_keeps_its_key()
    {
        await using var db = await server.MigratedAsync();
        var runs = new RunStore(db);
        var page = Samples.Document("a", "15件");
        var claim = Samples.Claim("15件", 0, "15");
        await StoreAsync(db, await runs.OpenAsync("r1", Ct), page, new([], [claim], []));
        await StoreAsync(db, await runs.OpenAsync("r2", Ct), page, new([], [claim with { Confidence = 0.9m }], []));
        await using var connection = await db.OpenConnectionAsync(Ct);
        Assert.Equal((1, 2), await connection.QuerySingleAsync<(int, int)>(
            "select count(distinct claim_key)::int, count(*)::int from claims"));
    }

    [Fact]
    public async Task A_claim_that_a_later_catalogue_knows_keeps_its_key()
    {
        await using var db = await server.MigratedAsync();
        var runs = new RunStore(db);
        var page = Samples.Document("a", "15件");
        var claim = Samples.Claim("15件", 0, "15");
        await StoreAsync(db, await runs.OpenAsync("r1", Ct), page, new([], [claim], []));
        await StoreAsync(db, await runs.OpenAsync("r2", Ct), page, new([], [claim with { IndicatorId = "express-volume" }], []));
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
        await StoreAsync(db, await new RunStore(db).OpenAsync("r1", Ct), Samples.Document("a", text), new([new(new(0, 9), new(0, 2))],
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
        var run = await new RunStore(db).OpenAsync("r1", Ct);
        var claim = Samples.Claim("15件", 0, "15");
        claim = field == "quote" ? claim with { Text = value! } : claim with { Value = value };
        await Assert.ThrowsAsync<PostgresException>(() => StoreAsync(db, run, Samples.Document("a", "15件"), new([], [claim], [])));
    }
}

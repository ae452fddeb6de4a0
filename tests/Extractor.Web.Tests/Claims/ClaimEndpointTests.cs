using System.Net;
using System.Text.Json;
using Dapper;
using Extractor.Tests;

namespace Extractor.Web.Tests.Claims;

[Collection(typeof(ReadingTests))]
public sealed class ClaimEndpointTests(TestServer server, ServedFixtures fixtures)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    // Every filter against the same question in SQL over the published view.
    public static TheoryData<string, string> Filters => new()
    {
        { "", "true" },
        { "indicator=express-volume", "indicator_id = 'express-volume'" },
        { "indicator=快递业务量", "indicator_id = 'express-volume' or indicator = '快递业务量'" },
        { "indicator=营业网点", "indicator = '营业网点'" },
        { "scope=西藏自治区", "scope = '西藏自治区'" },
        { "scope=540000", "scope_code = '540000'" },
        { "unit=CNY", "unit = 'CNY'" },
        { "unit=件", "unit = '{件}'" },
        { "from=2021-01-01&to=2021-12-31", "period_end between '2021-01-01' and '2021-12-31'" },
        { "publication=中華日報", "publication = '中華日報'" },
        { "source=fixtures&status=planned", "status = 'planned'" },
        { "measure=growth", "measure = 'growth'" },
        { "min_confidence=0.9", "confidence >= 0.9" },
        { "document=finance.txt", "document = 'finance.txt'" },
        { "q=快递", "indicator like '%快递%' or scope like '%快递%'" },
        { "q=快递 业务", "(indicator like '%快递%' or scope like '%快递%') and (indicator like '%业务%' or scope like '%业务%')" },
        { "q=款", "indicator like '%款%' or scope like '%款%'" },
        { "q=100%25_", "false" },
        { "indicator=' or true --", "false" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_finds_what_the_same_question_in_SQL_does(string query, string sql)
    {
        await using var connection = await fixtures.Served.Db.OpenConnectionAsync(Ct);
        var expected = await connection.QueryAsync<string>($"select claim_key::text from published_claims where {sql}");
        var found = await fixtures.Http.AllAsync($"/api/v1/claims?limit=500&{query}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Select(claim => claim.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));
        // A page of its own size ends nowhere else.
        Assert.Equal(found.Select(claim => claim.GetRawText()), (await fixtures.Http.AllAsync($"/api/v1/claims?limit=7&{query}")).Select(claim => claim.GetRawText()));
    }

    [Theory]
    [InlineData("limit=0", "limit is 0")]
    [InlineData("limit=501", "limit is 501")]
    [InlineData("limit=x", "limit cannot be “x”")]
    [InlineData("after=x", "after is not one that this list gave out")]
    [InlineData("from=2021-13-01", "from cannot be “2021-13-01”")]
    [InlineData("status=done", "use one of actual, planned, forecast")]
    [InlineData("indicater=x", "there is no parameter indicater")]
    [InlineData("q=%00", "NUL")]
    public async Task What_cannot_be_asked_is_refused_with_the_remedy(string query, string detail) =>
        (await fixtures.Http.AskAsync($"/api/v1/claims?{query}")).Refused(HttpStatusCode.BadRequest, detail);

    [Fact]
    public async Task A_claim_has_its_fields_its_sentence_and_links_that_lead_back()
    {
        var claim = (await fixtures.Http.AskAsync("/api/v1/claims?indicator=express-volume&measure=level&from=2021-12-31")).Items[0];
        Assert.Equal(("1485.17万件", "14851700", "{件}"), (Word(claim, "text"), Word(claim, "value"), Word(claim, "unit")));
        Assert.Equal(("2021-01-01", "2021-12-31"), (Word(claim.GetProperty("period"), "start"), Word(claim.GetProperty("period"), "end")));
        Assert.Contains("1485.17万件", Word(claim, "sentence_text"), StringComparison.Ordinal);
        var links = claim.GetProperty("links");
        Assert.Equal(claim.GetRawText(), (await fixtures.Http.AskAsync(Word(links, "self"))).Json.GetRawText());
        Assert.Contains((await fixtures.Http.AskAsync(Word(links, "series"))).Items, point => Word(point, "claim_id") == Word(claim, "id"));
    }

    [Fact]
    public async Task The_newest_periods_come_first_where_asked()
    {
        var ends = (await fixtures.Http.AllAsync("/api/v1/claims?order=newest&limit=9"))
            .ConvertAll(claim => claim.GetProperty("period") is { ValueKind: JsonValueKind.Object } period ? Word(period, "end") : "");
        Assert.Equal(ends.OrderByDescending(end => end, StringComparer.Ordinal), ends);
        Assert.Equal((await fixtures.Http.AllAsync("/api/v1/claims")).Count, ends.Count);
    }

    [Fact]
    public async Task Paging_while_documents_come_in_repeats_nothing_and_skips_nothing_that_was_there()
    {
        await using var served = await ServedDatabase.StartAsync(server, null, [.. Enumerable.Range(0, 12).Select(i => Samples.Document($"{i}", $"西藏自治区有{i + 5}个县，{i + 7}家企业。"))]);
        var before = (await served.Http.AllAsync("/api/v1/claims")).ConvertAll(Address);
        // One between any two pages, and others at any time.
        var (more, isDone) = (100, false);
        Task BringAsync()
        {
            var number = Interlocked.Increment(ref more);
            return ServedDatabase.ReadAsync(served.Db, Samples.Document($"{number}", $"那曲市有{number}家企业。"));
        }
        async Task BringOnAsync()
        {
            while (!Volatile.Read(ref isDone))
                await BringAsync();
        }
        var writing = BringOnAsync();
        var paged = (await served.Http.AllAsync("/api/v1/claims?limit=3", BringAsync)).ConvertAll(Address);
        Volatile.Write(ref isDone, true);
        await writing;
        Assert.Equal(paged.Count, paged.Distinct().Count());
        Assert.Empty(before.Except(paged));
        Assert.NotEmpty(before);
    }

    static string Address(JsonElement claim) => Word(claim.GetProperty("links"), "self");

    static string Word(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}

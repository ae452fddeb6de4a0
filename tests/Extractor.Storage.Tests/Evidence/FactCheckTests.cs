using System.Globalization;
using System.Text;
using System.Text.Json;
using Dapper;
using Extractor.Core;
using Extractor.Core.Comparisons;
using Extractor.Storage.Documents;
using Extractor.Storage.Evidence;
using Extractor.Tests;
using Npgsql;

namespace Extractor.Storage.Tests.Evidence;

/// <summary>Sentences held against pages of our own.</summary>
public sealed class FactCheckTests(TestServer server, FactCheckTests.Stored stored) : IClassFixture<FactCheckTests.Stored>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    Task<CheckedText> CheckAsync(string text, string? region = "西藏自治区", NpgsqlDataSource? db = null) =>
        new FactCheck(db ?? stored.Db).RunAsync(text, new(2022, 6, 1), region, Ct);

    /// <summary>A sentence, the verdict of its first claim, and the documents of its evidence, the closest first.</summary>
    public static TheoryData<string, string, string> Examples => new()
    {
        { "西藏2021年快递业务量达1500万件", "differs", "post country" },
        { "西藏2021年快递业务量达1485万件", "rounds", "post country" },
        { "西藏2021年快递业务量达1485.17万件", "agrees", "post country" },
        { "2021年，全区快递业务量近1500万件", "rounds", "post country" },
        { "去年，全区快递业务量1485.17万件", "agrees", "post country" },
        { "截至2021年底，全区党员总数43万余名", "rounds", "party" },
        { "2021年底，全区党员人数43.4万名", "agrees", "party" },
        { "2021年，那曲市草场面积15万亩", "agrees", "land" },
        { "2021年，那曲市草场面积16万亩", "differs", "land" },
        // growth speaks of growth
        { "2021年，西藏快递业务量增长12.3%", "agrees", "post" },
        { "2021年，西藏快递业务量增长13.3%", "differs", "post" },
        { "2021年，西藏快递业务量增长1485.17万件", "none", "" },
        // another place or time
        { "2020年，西藏快递业务量达1485.17万件", "none", "" },
        { "2021年，青海省快递业务量达1485.17万件", "none", "country" },
        { "2021年，全国快递业务量达1485.17万件", "differs", "country post" },
        { "2021年，拉萨市快递业务量达1485.17万件", "none", "post country" },
        { "2021年，全区草场面积15万亩", "none", "land" },
        // names that are only alike
        { "2021年，全区草原生态补助奖励资金23.45亿元", "agrees", "grants" },
        { "2021年，全区草原生态补助奖励资金3亿元", "none", "grants" },
        { "2021年，全区牦牛存栏23.45万头", "none", "" },
        // sources that contradict each other; a figure said twice in one is one
        { "2021年，全区地区生产总值2080.17亿元", "agrees", "gdp-again gdp-final gdp-first" },
        { "2021年，全区地区生产总值2099亿元", "differs", "gdp-again gdp-final gdp-first" },
    };

    [Theory, MemberData(nameof(Examples))]
    public async Task Checks(string text, string verdict, string documents)
    {
        var claim = (await CheckAsync(text)).Claims[0];
        Assert.Equal((text, verdict, documents), (text, claim.Judgement.Verdict.Code(), string.Join(' ', claim.Evidence.Select(evidence => evidence.Stored.Document))));
    }

    [Fact]
    public async Task A_dispute_among_sources_is_said()
    {
        var claim = Assert.Single((await CheckAsync("2021年，全区地区生产总值2080.17亿元")).Claims);
        Assert.Equal((Verdict.Agrees, 2), (claim.Judgement.Verdict, claim.Judgement.Decided));
        Assert.EndsWith("；另有2条依据数值不同", claim.Judgement.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_is_the_contracts()
    {
        using var buffer = new MemoryStream();
        await using (var json = new Utf8JsonWriter(buffer))
            FactCheckJson.Write(json, await CheckAsync("西藏2021年快递业务量达1500万件", region: null));
        using var answer = JsonDocument.Parse(buffer.ToArray());
        Assert.Equal(["claims"], answer.RootElement.EnumerateObject().Select(property => property.Name));
        var claim = Assert.Single(answer.RootElement.GetProperty("claims").EnumerateArray());
        string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
        Assert.Equal(("differs", "15000000", "1500万件", 13), (Text(claim, "verdict"), Text(claim, "value"), Text(claim, "text"), claim.GetProperty("start").GetInt32()));
        var difference = claim.GetProperty("difference");
        Assert.Equal(("-148300", "-0.99", "{件}", "少0.99%（−14.83万件）"), (Text(difference, "absolute"), Text(difference, "relative"), Text(difference, "unit"), Text(difference, "words")));
        var evidence = claim.GetProperty("evidence")[0];
        Assert.Equal(
            ("post", "1485.17万件", "14851700", "{件}", "西藏自治区", "快递业务量", "西藏日报", "2022-03-01", "differs"),
            (Text(evidence, "document"), Text(evidence, "quote"), Text(evidence, "value"), Text(evidence, "unit"), Text(evidence, "scope"), Text(evidence, "indicator"),
                Text(evidence, "publication"), Text(evidence, "published"), Text(evidence, "verdict")));
        Assert.Equal(("2021-01-01", "2021-12-31"), (Text(evidence.GetProperty("period"), "start"), Text(evidence.GetProperty("period"), "end")));
        Assert.Equal(Stored.Pages[0].Text, Text(evidence, "sentence"));
        Assert.Equal($"/documents/{Text(evidence, "document_id")}?start=14&end=23#c-{Text(evidence, "claim")}", Text(evidence, "url"));
        Assert.Equal("1485.17万件", Stored.Pages[0].Text[14..23]);
    }

    [Fact]
    public async Task Duplicates_and_retired_claims_are_no_evidence()
    {
        await using var own = await Stored.FillAsync(server);
        await Stored.PutAsync(own, new("tests", "copy", Stored.Pages[0].Text, new("copy", "西藏日报", "西藏自治区", new(2022, 3, 2))));
        await Stored.PutAsync(own, new("tests", "land", "2021年，那曲市草场面积2万公顷。", new("land", "西藏日报", "西藏自治区", new(2022, 2, 20))));
        Assert.Equal(["post", "country"], (await CheckAsync("西藏2021年快递业务量达1500万件", db: own)).Claims[0].Evidence.Select(evidence => evidence.Stored.Document));
        Assert.Equal(Verdict.Differs, (await CheckAsync("2021年，那曲市草场面积15万亩", db: own)).Claims[0].Judgement.Verdict);
    }

    [Fact]
    public async Task Evidence_is_bounded_and_what_decided_is_among_it()
    {
        await using var own = await Stored.FillAsync(server);
        for (var i = 0; i < FactCheck.MostEvidence + 5; i++)
            await Stored.PutAsync(own, new("tests", $"more-{i}", FormattableString.Invariant($"2021年，西藏快递业务量{1600 + i}万件。"), new($"more-{i}", null, "西藏自治区", new(2023, 1, 1))));
        var claim = Assert.Single((await CheckAsync("西藏2021年快递业务量达1485.17万件", db: own)).Claims);
        Assert.Equal((Verdict.Agrees, FactCheck.MostEvidence), (claim.Judgement.Verdict, claim.Evidence.Count));
        Assert.Equal("post", claim.Evidence[claim.Judgement.Decided!.Value].Stored.Document);
    }

    public static TheoryData<string> Hostile =>
    [
        "", "。", "\0\ud800西藏2021年快递\0业务量\udfff达1500万件\ud83d",
        "'; drop table claims; --1500万件", "2021年，西藏%_\\业务量达1500万件", "2021年，𠮷𠮷𠮷业务量达1500万件",
        new string('9', FactCheck.LongestText),
        string.Concat(Enumerable.Repeat("9,", FactCheck.LongestText / 2)),
        string.Concat(Enumerable.Repeat("快递业务量1件，", FactCheck.LongestText / 8)),
        "2021年，西藏" + new string('业', FactCheck.LongestText - 30) + "量达1500万件",
    ];

    [Theory, MemberData(nameof(Hostile))]
    public async Task Nothing_that_is_pasted_breaks_it(string text)
    {
        var result = await CheckAsync(text);
        Assert.True(result.Claims.Count <= FactCheck.MostClaims);
        Assert.All(result.Claims, claim => Assert.True(claim.Evidence.Count <= FactCheck.MostEvidence));
        await using var connection = await stored.Db.OpenConnectionAsync(Ct);
        Assert.True(await connection.ExecuteScalarAsync<bool>("select count(*) > 0 from claims"));
    }

    [Fact]
    public async Task What_is_too_long_is_refused_and_what_is_left_out_is_said()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => CheckAsync(new string('9', FactCheck.LongestText + 1)));
        await Assert.ThrowsAsync<ArgumentException>(() => CheckAsync("1500万件", new string('县', 101)));
        var text = new StringBuilder();
        for (var i = 0; i < FactCheck.MostClaims + 7; i++)
            text.Append(CultureInfo.InvariantCulture, $"2021年，西藏快递业务量{1000 + i}万件。");
        var result = await CheckAsync(text.ToString());
        Assert.Equal((FactCheck.MostClaims, 7), (result.Claims.Count, result.LeftOut));
    }

    [Fact]
    public async Task An_empty_database_has_nothing_comparable()
    {
        await using var empty = await server.MigratedAsync();
        var claim = Assert.Single((await CheckAsync("西藏2021年快递业务量达1500万件", db: empty)).Claims);
        Assert.Equal((Verdict.None, "没有可比的记录"), (claim.Judgement.Verdict, claim.Judgement.Reason));
    }

    [Fact]
    public async Task The_role_of_the_web_may_check()
    {
        var name = $"login_{Guid.NewGuid():N}";
        await using (var connection = await stored.Db.OpenConnectionAsync(Ct))
            await connection.ExecuteAsync("call create_login(@name, 'extractor_web')", new { name });
        await using var web = Database.Open(new NpgsqlConnectionStringBuilder(stored.Db.ConnectionString) { Username = name }.ToString());
        Assert.Equal(Verdict.Agrees, (await CheckAsync("西藏2021年快递业务量达1485.17万件", db: web)).Claims[0].Judgement.Verdict);
    }

    /// <summary>A database with these pages, read and stored as workers do.</summary>
    public sealed class Stored(TestServer server) : IAsyncLifetime
    {
        internal static readonly (string Name, string? Region, string Published, string Text)[] Pages =
        [
            ("post", "西藏自治区", "2022-03-01", "2021年，西藏快递业务量达1485.17万件，同比增长12.3%。"),
            ("party", "西藏自治区", "2022-01-15", "截至2021年底，全区党员总数434000名。"),
            ("land", "西藏自治区", "2022-02-20", "2021年，那曲市草场面积1万公顷。\n\n2021年，西藏城镇登记失业率为2.5%。"),
            ("country", null, "2022-02-28", "2021年，全国快递业务量1083亿件。"),
            ("grants", "西藏自治区", "2022-04-01", "2021年，全区草原生态保护补助奖励资金23.45亿元。"),
            ("gdp-first", "西藏自治区", "2022-01-20", "2021年，全区地区生产总值2080.17亿元。"),
            ("gdp-final", "西藏自治区", "2022-12-20", "2021年，全区地区生产总值2080.2亿元，居民人均可支配收入24950元。"),
            ("gdp-again", "西藏自治区", "2022-12-21", "2021年，全区地区生产总值2100亿元。\n\n2021年，全区地区生产总值2100亿元，再创新高。"),
        ];

        public NpgsqlDataSource Db { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Db = await FillAsync(server);

        public async ValueTask DisposeAsync() => await Db.DisposeAsync();

        internal static async Task<NpgsqlDataSource> FillAsync(TestServer server)
        {
            var db = await server.MigratedAsync();
            foreach (var (name, region, published, text) in Pages)
                await PutAsync(db, new("tests", name, text, new(name, "西藏日报", region, DateOnly.Parse(published, CultureInfo.InvariantCulture))));
            return db;
        }

        internal static Task PutAsync(NpgsqlDataSource db, Document document) =>
            Generations.LiveAsync(db, ClaimExtractor.Default.Ruleset, document, ClaimExtractor.Default.Extract(document.Text, document.Facts));
    }
}

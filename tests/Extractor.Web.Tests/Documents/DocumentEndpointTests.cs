using System.Net;
using System.Text.Json;
using Extractor.Tests;

namespace Extractor.Web.Tests.Documents;

[Collection(typeof(ReadingTests))]
public sealed class DocumentEndpointTests(TestServer server, ServedFixtures fixtures)
{
    const string Token = "s3cret";

    static readonly WebSettings Writable = new() { Token = Token, MaxBody = 4096 };

    [Fact]
    public async Task A_document_comes_with_its_articles_claims_and_offsets_that_hold()
    {
        foreach (var row in (await fixtures.Http.AskAsync("/api/v1/documents")).Items)
        {
            var document = (await fixtures.Http.AskAsync(row.GetProperty("links").GetProperty("self").GetString()!)).Json;
            var text = document.GetProperty("text").GetString()!;
            var points = text.EnumerateRunes().ToList();
            var claims = document.GetProperty("articles").EnumerateArray().SelectMany(article => article.GetProperty("claims").EnumerateArray()).ToList();
            Assert.Equal(row.GetProperty("claims").GetInt32(), claims.Count);
            Assert.All(claims, claim =>
            {
                var quote = claim.GetProperty("text").GetString();
                Assert.Equal(quote, string.Concat(points[Number(claim, "start")..Number(claim, "end")]));
                Assert.Equal(quote, text[Number(claim.GetProperty("utf16"), "start")..Number(claim.GetProperty("utf16"), "end")]);
            });
        }
    }

    [Fact]
    public async Task What_is_sent_in_is_read_by_a_worker_and_found()
    {
        await using var served = await ServedDatabase.StartAsync(server, Writable);
        // Characters outside the basic plane take two units of UTF-16 and one code point; markup is text.
        const string Text = "𠮷村<script>alert(1)</script>讯：2021年，西藏快递业务量完成1500万件。";
        var body = JsonSerializer.Serialize(new { document = "页.txt", text = Text, publication = "西藏日报", region = "西藏自治区", published = "2022-01-05" });
        var sent = await served.Http.SendAsync(HttpMethod.Post, "/api/v1/documents", body, Token);
        Assert.Equal((HttpStatusCode.Accepted, "new", "ready"), (sent.Status, sent.Json.GetProperty("change").GetString(), sent.Json.GetProperty("job").GetProperty("state").GetString()));
        await ServedDatabase.ReadAsync(served.Db);
        Assert.Equal("done", (await served.Http.AskAsync(sent.Headers.Location!.ToString())).Json.GetProperty("state").GetString());

        var answer = await served.Http.AskAsync("/api/v1/claims?indicator=express-volume");
        var claim = Assert.Single(answer.Items);
        Assert.Equal(("1500万件", "15000000", "西藏日报"), (claim.GetProperty("text").GetString(), claim.GetProperty("value").GetString(), claim.GetProperty("publication").GetString()));
        Assert.Equal(Text.IndexOf("1500", StringComparison.Ordinal), Number(claim.GetProperty("utf16"), "start"));
        Assert.Equal(Number(claim, "start") + 1, Number(claim.GetProperty("utf16"), "start"));
        Assert.DoesNotContain("<script", answer.Text, StringComparison.OrdinalIgnoreCase);

        var again = await served.Http.SendAsync(HttpMethod.Post, "/api/v1/documents", body, Token);
        Assert.Equal((HttpStatusCode.Accepted, "same"), (again.Status, again.Json.GetProperty("change").GetString()));
    }

    static readonly (string Body, string Detail)[] s_refused =
    [
        ("""{"text":"x"}""", "“document” is missing"),
        ("""{"document":"x","text":" "}""", "“text” is missing"),
        ("""{"document":"x","text":"y","published":"2021"}""", "$.published"),
        ("""{"document":"x","text":"y","publisher":"z"}""", "publisher"),
        ("{", "no such JSON object"),
    ];

    [Fact]
    public async Task A_body_that_is_no_document_is_refused()
    {
        await using var served = await ServedDatabase.StartAsync(server, Writable);
        foreach (var (body, detail) in s_refused)
            (await served.Http.SendAsync(HttpMethod.Post, "/api/v1/documents", body, Token)).Refused(HttpStatusCode.BadRequest, detail);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_and_nothing_is_stored()
    {
        await using var served = await ServedDatabase.StartAsync(server, Writable);
        var body = JsonSerializer.Serialize(new { document = "x", text = new string('1', 5000) });
        (await served.Http.SendAsync(HttpMethod.Post, "/api/v1/documents", body, Token)).Refused(HttpStatusCode.RequestEntityTooLarge, "too large");
        Assert.Empty((await served.Http.AskAsync("/api/v1/documents")).Items);
    }

    [Fact]
    public async Task A_parked_job_is_retried_by_whoever_has_the_token()
    {
        await using var served = await ServedDatabase.StartAsync(server, Writable, Samples.Document("a", "有5家企业"));
        await using (var park = served.Db.CreateCommand("update jobs set state = 'parked', error = 'test'"))
            await park.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var job = Assert.Single((await served.Http.AskAsync("/api/v1/jobs?state=parked")).Items);
        var address = $"/api/v1/jobs/{job.GetProperty("id").GetInt64()}/retry";
        (await served.Http.SendAsync(HttpMethod.Post, address)).Refused(HttpStatusCode.Unauthorized, "token");
        Assert.Equal("ready", (await served.Http.SendAsync(HttpMethod.Post, address, null, Token)).Json.GetProperty("state").GetString());
        (await served.Http.SendAsync(HttpMethod.Post, address, null, Token)).Refused(HttpStatusCode.Conflict, "is ready");
        (await served.Http.SendAsync(HttpMethod.Post, "/api/v1/jobs/retry", "{}", Token)).Refused(HttpStatusCode.BadRequest, "say which jobs");
        Assert.Equal(0, (await served.Http.SendAsync(HttpMethod.Post, "/api/v1/jobs/retry", """{"all":true}""", Token)).Json.GetProperty("ready").GetInt32());
    }

    static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Extractor.Storage.Documents;
using Extractor.Tests;

namespace Extractor.Web.Tests.Checks;

/// <summary>POST /api/v1/check, over a real server and database.</summary>
public sealed class CheckTests(TestServer server)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static readonly Document Page = new(
        "tests", "post", "2021年，西藏自治区快递业务量1485.17万件。", new("post.txt", "西藏日报", "西藏自治区", new(2022, 1, 12)));

    static readonly (string Text, string Verdict)[] s_sentences =
    [
        ("西藏2021年快递业务量达1500万件", "differs"),
        ("西藏2021年快递业务量达1485万件", "rounds"),
        ("西藏2021年快递业务量达1485.17万件", "agrees"),
        ("西藏2020年快递业务量达1485.17万件", "none"),
    ];

    [Fact]
    public async Task A_pasted_sentence_gets_its_verdict_with_the_sentence_that_says_so()
    {
        await using var served = await ServedDatabase.StartAsync(server, documents: Page);
        foreach (var (text, verdict) in s_sentences)
        {
            using var answer = await served.Http.PostAsJsonAsync("/api/v1/check", new { text }, Ct);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var claim = Assert.Single((await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("claims").EnumerateArray());
            Assert.Equal((text, verdict), (text, claim.GetProperty("verdict").GetString()));
            if (verdict == "none")
                continue;
            var evidence = claim.GetProperty("evidence")[0];
            Assert.Equal(("post.txt", "1485.17万件", "14851700"), (evidence.GetProperty("document").GetString(), evidence.GetProperty("quote").GetString(), evidence.GetProperty("value").GetString()));
        }
    }

    [Fact]
    public async Task Who_asks_too_often_waits_and_may_go_on_reading()
    {
        await using var served = await ServedDatabase.StartAsync(server, new() { ChecksPerMinute = 2 });
        Task<Answer> AskAsync() => served.Http.SendAsync(HttpMethod.Post, "/api/v1/check", """{"text":"有5家企业"}""");
        for (var times = 0; times < 2; times++)
            Assert.Equal(HttpStatusCode.OK, (await AskAsync()).Status);
        var refused = await AskAsync();
        refused.Refused(HttpStatusCode.TooManyRequests, "try again later");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        // The page asks the same of the server, and is a page when it is refused.
        var page = await served.Http.SendAsync(HttpMethod.Post, "/check", headers: ("Accept", "text/html"));
        Assert.Equal((HttpStatusCode.TooManyRequests, "text/html"), (page.Status, page.Type?.MediaType));
        Assert.Equal(HttpStatusCode.OK, (await served.Http.AskAsync("/api/v1/claims")).Status);
    }

    [Fact]
    public async Task What_is_no_text_or_too_long_is_refused_with_a_problem()
    {
        await using var served = await ServedDatabase.StartAsync(server, documents: Page);
        using var empty = await served.Http.PostAsJsonAsync("/api/v1/check", new { text = " " }, Ct);
        using var large = await served.Http.PostAsJsonAsync("/api/v1/check", new { text = new string('9', 70_000) }, Ct);
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge), (empty.StatusCode, large.StatusCode));
        Assert.Equal("application/problem+json", empty.Content.Headers.ContentType?.MediaType);
    }
}

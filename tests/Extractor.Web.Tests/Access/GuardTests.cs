using System.Net;
using System.Text;
using Extractor.Tests;

namespace Extractor.Web.Tests.Access;

[Collection(typeof(ReadingTests))]
public sealed class GuardTests(TestServer server, ServedFixtures fixtures)
{
    const string Body = """{"document":"x","text":"有5家企业"}""";

    static string Basic(string password) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"anyone:{password}"));

    [Fact]
    public async Task Without_a_token_nobody_writes_and_the_answer_says_how_to_open_it()
    {
        var answer = await fixtures.Http.SendAsync(HttpMethod.Post, "/api/v1/documents", Body, "guess");
        answer.Refused(HttpStatusCode.Unauthorized, "EXTRACTOR_TOKEN");
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task A_closed_server_is_read_with_the_token_only()
    {
        await using var served = await ServedDatabase.StartAsync(server, new() { Token = "s3cret", OpenReads = false });
        foreach (var address in (string[])["/api/v1/claims", "/api/v1/exports/claims.csv", "/api/v1/openapi.json"])
        {
            (await served.Http.AskAsync(address)).Refused(HttpStatusCode.Unauthorized, "token");
            (await served.Http.SendAsync(HttpMethod.Get, address, null, "s3cre")).Refused(HttpStatusCode.Unauthorized, "not the server's");
            Assert.Equal(HttpStatusCode.OK, (await served.Http.SendAsync(HttpMethod.Get, address, null, "s3cret")).Status);
            Assert.Equal(HttpStatusCode.OK, (await served.Http.SendAsync(HttpMethod.Get, address, null, null, ("Authorization", Basic("s3cret")))).Status);
        }
        Assert.Equal(HttpStatusCode.OK, (await served.Http.AskAsync("/alive")).Status);
    }

    [Fact]
    public async Task A_browser_that_sends_a_password_along_writes_from_the_servers_own_pages_only()
    {
        await using var served = await ServedDatabase.StartAsync(server, new() { Token = "s3cret" });
        Task<Answer> From(string? origin) => served.Http.SendAsync(
            HttpMethod.Post, "/api/v1/documents", Body, null, ("Authorization", Basic("s3cret")), ("Origin", origin ?? "null"));
        (await From("https://elsewhere.example")).Refused(HttpStatusCode.Forbidden, "another site");
        (await From(null)).Refused(HttpStatusCode.Forbidden, "another site");
        Assert.Equal(HttpStatusCode.Accepted, (await From(served.Http.BaseAddress!.GetLeftPart(UriPartial.Authority))).Status);
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", HttpStatusCode.NotFound, "openapi.json")]
    [InlineData("GET", "/api/v1/jobs/4711", HttpStatusCode.NotFound, "nothing at this address")]
    [InlineData("GET", "/api/v1/documents/00000000-0000-0000-0000-000000000000", HttpStatusCode.NotFound, "nothing at this address")]
    [InlineData("DELETE", "/api/v1/claims", HttpStatusCode.MethodNotAllowed, "method")]
    public async Task What_is_not_there_is_said_in_a_problem_document(string method, string address, HttpStatusCode status, string detail) =>
        (await fixtures.Http.SendAsync(new(method), address)).Refused(status, detail);

    [Fact]
    public async Task Other_sites_read_only_where_they_are_named()
    {
        static bool IsOpen(Answer answer) => answer.Headers.Contains("Access-Control-Allow-Origin");
        Task<Answer> From(HttpClient http, string origin) => http.SendAsync(HttpMethod.Get, "/api/v1/runs", null, null, ("Origin", origin));
        Assert.False(IsOpen(await From(fixtures.Http, "https://desk.example")));
        await using var served = await ServedDatabase.StartAsync(server, new() { CorsOrigins = ["https://desk.example"] });
        Assert.True(IsOpen(await From(served.Http, "https://desk.example")));
        Assert.False(IsOpen(await From(served.Http, "https://other.example")));
    }
}

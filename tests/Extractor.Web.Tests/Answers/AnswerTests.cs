using System.Net;
using Extractor.Tests;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Extractor.Web.Tests.Answers;

[Collection(typeof(ReadingTests))]
public sealed class AnswerTests(TestServer server, ServedFixtures fixtures)
{
    [Fact]
    public async Task Who_has_an_answer_already_gets_304_until_it_changes()
    {
        await using var served = await ServedDatabase.StartAsync(server, null, Samples.Document("a", "那曲市有5家企业。"));
        var first = await served.Http.AskAsync("/api/v1/claims");
        var tag = first.Headers.ETag!.ToString();
        Task<Answer> Again(string known) => served.Http.SendAsync(HttpMethod.Get, "/api/v1/claims", null, null, ("If-None-Match", known));
        var same = await Again(tag);
        Assert.Equal((HttpStatusCode.NotModified, 0, tag), (same.Status, same.Bytes.Length, same.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, (await Again($"\"other\", W/{tag}")).Status);
        await ServedDatabase.ReadAsync(served.Db, Samples.Document("b", "那曲市有6家企业。"));
        var changed = await Again(tag);
        Assert.Equal((HttpStatusCode.OK, first.Items.Count + 1), (changed.Status, changed.Items.Count));
    }

    [Fact]
    public async Task Every_answer_says_that_it_is_no_page_and_no_script()
    {
        var answer = await fixtures.Http.AskAsync("/api/v1/overview");
        Assert.StartsWith("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task A_database_that_is_away_is_an_answer_to_come_back_later()
    {
        await using var served = await ServedDatabase.StartAsync(server);
        await served.Db.DisposeAsync();
        await using var away = await WebServer.StartAsync(
            Storage.Database.Open("Host=127.0.0.1;Port=1;Database=none;Timeout=2"), new() { Urls = ["http://127.0.0.1:0"] },
            Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new(away.Addresses.First()) };
        var answer = await http.AskAsync("/api/v1/claims");
        answer.Refused(HttpStatusCode.ServiceUnavailable, "try again later");
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Fact]
    public void A_client_that_sends_slowly_or_holds_many_connections_is_bounded()
    {
        var kestrel = new KestrelServerOptions();
        Limits.Set(kestrel, new());
        var limits = kestrel.Limits;
        Assert.Equal((240d, TimeSpan.FromSeconds(5)), (limits.MinRequestBodyDataRate!.BytesPerSecond, limits.MinRequestBodyDataRate.GracePeriod));
        Assert.True(limits.RequestHeadersTimeout <= TimeSpan.FromSeconds(30));
        Assert.NotNull(limits.MaxConcurrentConnections);
        Assert.True(limits.MaxRequestBodySize <= 1024 * 1024);
        Assert.False(kestrel.AddServerHeader);
    }
}

using System.IO.Compression;
using System.Text;
using Dapper;
using Extractor.Storage.Feeds;
using Extractor.Worker.Feeds;
using Npgsql;

namespace Extractor.Worker.Tests.Feeds;

public sealed class FeedPollerTests(TestServer server) : IAsyncLifetime
{
    const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml; charset=utf-8";

    readonly FeedServer _http = new();
    readonly FeedClient _client = new(allowPrivate: true);
    NpgsqlDataSource _db = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _db = await server.MigratedAsync();

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        _http.Dispose();
        return _db.DisposeAsync();
    }

    static string Rss(params string[] titles) =>
        $"<rss><channel>{string.Concat(titles.Select((title, i) => $"<item><title>{title}</title><link>https://example.org/{i}</link></item>"))}</channel></rss>";

    async Task<FeedReport> PollAsync(string path, FeedClient? client = null)
    {
        await new FeedStore(_db).AddAsync(new("频道", _http.Url(path), null, null, TimeSpan.FromMinutes(15)), Ct);
        return (await new FeedPoller(_db, new DatabaseWork(), client ?? _client).PollAsync("频道", Ct))!;
    }

    async Task<string> AskAsync(string question)
    {
        await using var connection = await _db.OpenConnectionAsync(Ct);
        return (await connection.ExecuteScalarAsync<string>(question))!;
    }

    [Fact]
    public async Task Entries_come_in_once_and_corrected_ones_as_new_versions()
    {
        _http.Answer("/rss", Ok, Rss("甲1件", "乙2件"));
        var first = await PollAsync("/rss");
        Assert.Equal((2, 0, 0, 2), (first.Intake.New, first.Intake.Changed, first.Intake.Known, first.Intake.Queued));
        _http.Answer("/rss", Ok, Rss("甲1件", "乙3件", "<![CDATA[<b></b>]]>"));
        var second = await PollAsync("/rss");
        Assert.Equal((0, 1, 1), (second.Intake.New, second.Intake.Changed, second.Intake.Known));
        Assert.Equal("频道: entry 3: no text", Assert.Single(second.Skipped));
        Assert.Equal("频道 甲1件, 频道 乙3件", await AskAsync(
            "select string_agg(d.source || ' ' || v.text, ', ' order by v.text desc) from documents d join document_versions v using (document_id, version)"));
    }

    [Fact]
    public async Task An_unchanged_feed_is_answered_304_to_what_the_server_itself_had_said()
    {
        _http.Answers["/rss"] = request => request.Contains("If-None-Match: W/\"e1\"", StringComparison.Ordinal)
            && request.Contains("If-Modified-Since: Fri, 01 Mar 2024 00:00:00 GMT", StringComparison.Ordinal)
                ? ("HTTP/1.1 304 Not Modified", [])
                : ($"{Ok}\r\nETag: W/\"e1\"\r\nLast-Modified: Fri, 01 Mar 2024 00:00:00 GMT", Encoding.UTF8.GetBytes(Rss("甲1件")));
        Assert.False((await PollAsync("/rss")).Unchanged);
        Assert.True((await PollAsync("/rss")).Unchanged);
        Assert.True((await PollAsync("/rss")).Unchanged);
        Assert.Equal(3, _http.Requests.Count);
        Assert.DoesNotContain(_http.Requests, request => request.Contains("Cookie", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_feed_that_could_not_be_read_is_not_asked_conditionally()
    {
        _http.Answer("/rss", $"{Ok}\r\nETag: \"broken\"", "<rss><channel>");
        Assert.Contains("no XML", (await PollAsync("/rss")).Error, StringComparison.Ordinal);
        await PollAsync("/rss");
        Assert.DoesNotContain("If-None-Match", _http.Requests[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("429 Too Many Requests", "Retry-After: 7200", "120", "429")]
    [InlineData("503 Service Unavailable", "Retry-After: 3600", "60", "503")]
    [InlineData("503 Service Unavailable", "X: y", "15", "503")]
    [InlineData("500 Internal Server Error", "Retry-After: 7200", "15", "500")]
    [InlineData("404 Not Found", "X: y", "15", "404")]
    [InlineData("204 No Content", "X: y", "15", "204")]
    public async Task A_server_that_asks_to_be_left_alone_is(string status, string header, string minutes, string word)
    {
        _http.Answer("/rss", $"HTTP/1.1 {status}\r\n{header}");
        Assert.Contains(word, (await PollAsync("/rss")).Error, StringComparison.Ordinal);
        Assert.Equal(minutes, await AskAsync("select round(extract(epoch from due_at - polled_at) / 60)::text from feeds"));
    }

    [Fact]
    public async Task Redirects_are_followed_three_times_and_not_to_another_scheme()
    {
        _http.Answer("/0", "HTTP/1.1 301 Moved Permanently\r\nLocation: /1");
        _http.Answer("/1", "HTTP/1.1 302 Found\r\nLocation: /2");
        _http.Answer("/2", $"HTTP/1.1 307 Temporary Redirect\r\nLocation: {_http.Url("/3")}");
        _http.Answer("/3", Ok, Rss("甲1件"));
        Assert.Equal(1, (await PollAsync("/0")).Intake.New);
        _http.Answer("/3", "HTTP/1.1 302 Found\r\nLocation: /3");
        Assert.Contains("more than 3 times", (await PollAsync("/0")).Error, StringComparison.Ordinal);
        foreach (var location in (string[])["file:///etc/passwd", "gopher://127.0.0.1/", "ftp://example.org/", "http://me:secret@127.0.0.1/"])
        {
            _http.Answer("/0", $"HTTP/1.1 301 Moved Permanently\r\nLocation: {location}");
            var error = (await PollAsync("/0")).Error!;
            Assert.Contains("address", error, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/rss")]
    [InlineData("http://localhost:{0}/rss")]
    [InlineData("http://[::1]:{0}/rss")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/rss")]
    [InlineData("http://0x7f.1:{0}/rss")]
    [InlineData("http://2130706433:{0}/rss")]
    [InlineData("http://0:{0}/rss")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    public async Task Addresses_of_closed_networks_are_refused_before_anything_is_sent(string url)
    {
        var port = new Uri(_http.Url("/")).Port.ToString();
        using var client = new FeedClient(allowPrivate: false);
        await new FeedStore(_db).AddAsync(new("频道", url.Replace("{0}", port, StringComparison.Ordinal), null, null, TimeSpan.FromMinutes(15)), Ct);
        var report = (await new FeedPoller(_db, new DatabaseWork(), client).PollAsync("频道", Ct))!;
        Assert.Contains("not of the public internet", report.Error, StringComparison.Ordinal);
        Assert.Empty(_http.Requests);
    }

    [Fact]
    public async Task A_packed_feed_is_unpacked_and_a_bomb_is_not()
    {
        static byte[] Packed(byte[] bytes)
        {
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
                gzip.Write(bytes);
            return packed.ToArray();
        }
        _http.Answers["/rss"] = _ => ($"{Ok}\r\nContent-Encoding: gzip", Packed(Encoding.UTF8.GetBytes(Rss("甲1件"))));
        Assert.Equal(1, (await PollAsync("/rss")).Intake.New);
        _http.Answers["/rss"] = _ => ($"{Ok}\r\nContent-Encoding: gzip", Packed(new byte[64 << 20]));
        Assert.Contains("100 times", (await PollAsync("/rss")).Error, StringComparison.Ordinal);
        _http.Answers["/rss"] = _ => ($"{Ok}\r\nContent-Encoding: gzip", [1, 2, 3]);
        Assert.Contains("not packed as it says", (await PollAsync("/rss")).Error, StringComparison.Ordinal);
        _http.Answers["/rss"] = _ => ($"{Ok}\r\nContent-Encoding: br", [1, 2, 3]);
        Assert.Contains("not asked for", (await PollAsync("/rss")).Error, StringComparison.Ordinal);
        _http.Answers["/rss"] = _ => (Ok, new byte[(8 << 20) + 1]);
        Assert.Contains("8 MiB", (await PollAsync("/rss")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_follows_the_path_of_an_address_is_never_told()
    {
        _http.Answer("/rss?token=hush", "HTTP/1.1 403 Forbidden");
        var error = (await PollAsync("/rss?token=hush")).Error!;
        Assert.Contains("/rss answers 403", error, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", error, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", await AskAsync("select last_error from feeds"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Due_feeds_are_polled_each_once_and_one_that_fails_stops_no_other()
    {
        var store = new FeedStore(_db);
        _http.Answer("/good", Ok, Rss("甲1件"));
        foreach (var path in (string[])["/good", "/bad", "/later"])
            await store.AddAsync(new(path, _http.Url(path), null, null, TimeSpan.FromMinutes(15)), Ct);
        await AskAsync("update feeds set due_at = now() + interval '1 hour' where name = '/later' returning name");
        var poller = new FeedPoller(_db, new DatabaseWork(), _client);
        Assert.Equal(["/bad 404", "/good "], (await poller.PollDueAsync(Ct)).Select(report => $"{report.Feed} {report.Error?.Split(' ')[2]}").Order());
        Assert.Empty(await poller.PollDueAsync(Ct));
    }

    [Fact]
    public async Task A_server_that_never_ends_its_answer_is_given_up()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        using var client = new FeedClient(FeedConnection.NewHandler(allowPrivate: true), new ManualTime(out var clock));
        var feed = new Feed(1, "频道", $"http://{listener.LocalEndpoint}/rss", null, null, null, null);
        var fetching = client.FetchAsync(feed, Ct);
        using var _ = await listener.AcceptTcpClientAsync(Ct);
        clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Contains("did not answer", (await Assert.ThrowsAsync<FeedException>(() => fetching)).Message, StringComparison.Ordinal);
    }
}

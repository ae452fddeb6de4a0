using Dapper;
using Extractor.Storage.Feeds;
using Extractor.Tests;
using Npgsql;

namespace Extractor.Storage.Tests.Feeds;

public sealed class FeedStoreTests(TestServer server) : IAsyncLifetime
{
    NpgsqlDataSource _db = null!;
    FeedStore _feeds = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _db = await server.MigratedAsync();
        _feeds = new(_db);
    }

    public ValueTask DisposeAsync() => _db.DisposeAsync();

    Task<bool> AddAsync(string name, string? url = null, int minutes = 15) =>
        _feeds.AddAsync(new(name, url ?? $"https://example.org/{name}", null, null, TimeSpan.FromMinutes(minutes)), Ct);

    async Task<T> AskAsync<T>(string question)
    {
        await using var connection = await _db.OpenConnectionAsync(Ct);
        return (await connection.ExecuteScalarAsync<T>(question))!;
    }

    [Fact]
    public async Task A_name_and_an_address_stand_once_and_go_with_their_feed()
    {
        Assert.True(await AddAsync("a"));
        Assert.False(await AddAsync("a", "https://example.org/b"));
        Assert.False(await AddAsync("b", "https://example.org/a"));
        Assert.Equal("a", Assert.Single(await _feeds.ListAsync(Ct)).Name);
        Assert.True(await _feeds.RemoveAsync("a", Ct));
        Assert.False(await _feeds.RemoveAsync("a", Ct));
    }

    [Fact]
    public async Task Two_pollers_never_take_the_same_feed_and_one_that_died_is_made_up_for()
    {
        foreach (var name in (string[])["a", "b", "c", "d"])
            await AddAsync(name);
        var taken = await Task.WhenAll(_feeds.TakeDueAsync(3, Ct), _feeds.TakeDueAsync(3, Ct));
        Assert.Equal(["a", "b", "c", "d"], taken.SelectMany(feeds => feeds).Select(feed => feed.Name).Order());
        Assert.Empty(await _feeds.TakeDueAsync(3, Ct));
        await AskAsync<int>("update feeds set due_at = due_at - interval '5 minutes'");
        Assert.Equal(4, (await _feeds.TakeDueAsync(9, Ct)).Count);
    }

    [Fact]
    public async Task What_the_server_said_is_kept_until_it_says_otherwise()
    {
        await AddAsync("a");
        var feed = (await _feeds.TakeAsync("a", Ct))!;
        await _feeds.SettleAsync(feed, new FeedOutcome.Read("\"e1\"", "Fri, 01 Mar 2024 00:00:00 GMT"), Ct);
        await _feeds.SettleAsync(feed, new FeedOutcome.Unchanged(), Ct);
        await _feeds.SettleAsync(feed, new FeedOutcome.Failed("503"), Ct);
        feed = (await _feeds.TakeAsync("a", Ct))!;
        Assert.Equal(("\"e1\"", "Fri, 01 Mar 2024 00:00:00 GMT"), (feed.ETag, feed.LastModified));
        var state = Assert.Single(await _feeds.ListAsync(Ct));
        Assert.Equal(("failed", 1, "503"), (state.LastOutcome, state.Failures, state.LastError));
        await _feeds.SettleAsync(feed, new FeedOutcome.Read(null, null), Ct);
        state = Assert.Single(await _feeds.ListAsync(Ct));
        Assert.Equal(("read", 0, null), (state.LastOutcome, state.Failures, state.LastError));
        Assert.Null((await _feeds.TakeAsync("a", Ct))!.ETag);
    }

    [Theory]
    [InlineData(0, null, 15)]
    [InlineData(1, null, 30)]
    [InlineData(3, null, 120)]
    [InlineData(30, null, 24 * 60)]
    [InlineData(0, 60, 60)]
    [InlineData(3, 1, 120)]
    [InlineData(0, 60 * 24 * 365, 7 * 24 * 60)]
    public async Task A_feed_that_fails_is_asked_ever_less_often_and_never_before_its_server_wants(int before, int? wait, int minutes)
    {
        await AddAsync("a");
        await AskAsync<int>($"update feeds set failures = {before}");
        await _feeds.SettleAsync((await _feeds.TakeAsync("a", Ct))!, new FeedOutcome.Failed("x", wait is { } w ? TimeSpan.FromMinutes(w) : null), Ct);
        Assert.Equal(minutes, await AskAsync<int>("select round(extract(epoch from due_at - polled_at) / 60)::int from feeds"));
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_not_due_any_more()
    {
        await AddAsync("a");
        await _feeds.SettleAsync((await _feeds.TakeAsync("a", Ct))!, new FeedOutcome.Failed(new string('长', 3000), IsGone: true), Ct);
        await AskAsync<int>("update feeds set due_at = now()");
        Assert.Empty(await _feeds.TakeDueAsync(9, Ct));
        Assert.False(Assert.Single(await _feeds.ListAsync(Ct)).Enabled);
        // Asked for by name, it gets another chance.
        await _feeds.SettleAsync((await _feeds.TakeAsync("a", Ct))!, new FeedOutcome.Unchanged(), Ct);
        Assert.True(Assert.Single(await _feeds.ListAsync(Ct)).Enabled);
    }

    [Theory]
    [InlineData("insert into feeds (name, url) values ('a', 'file:///etc/passwd')")]
    [InlineData("insert into feeds (name, url) values ('', 'https://example.org')")]
    [InlineData("insert into feeds (name, url, every) values ('a', 'https://example.org', '1 second')")]
    [InlineData("insert into feeds (name, url, last_outcome, polled_at) values ('a', 'https://example.org', 'failed', now())")]
    [InlineData("insert into feeds (name, url, failures) values ('a', 'https://example.org', -1)")]
    public async Task The_table_itself_refuses_what_makes_no_sense(string sql) =>
        Assert.Equal("23514", (await Assert.ThrowsAsync<PostgresException>(() => AskAsync<int>(sql))).SqlState);
}

using System.Text;
using Extractor.Storage.Schedules;
using Extractor.Tests;
using Npgsql;

namespace Extractor.Storage.Tests.Schedules;

public sealed class FiringStoreTests(TestServer server) : IAsyncLifetime
{
    NpgsqlDataSource _db = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    FiringStore Store => new(_db);

    public async ValueTask InitializeAsync() => _db = await server.MigratedAsync();

    public ValueTask DisposeAsync() => _db.DisposeAsync();

    [Fact]
    public async Task A_firing_is_open_until_it_ends_and_ends_once()
    {
        var id = await Store.BeginAsync("夜间", "verify", DateTimeOffset.UnixEpoch, "w1", Ct);
        var open = Assert.Single(await Store.ListAsync(null, 10, Ct));
        Assert.Equal(("夜间", DateTime.UnixEpoch, null, "w1"), (open.Schedule, open.DueAt, open.Outcome, open.Worker));
        await Store.FinishAsync(id, true, "all well", Ct);
        await Store.FinishAsync(id, false, "too late", Ct);
        Assert.Equal(("done", "all well"), (await Store.ListAsync("夜间", 10, Ct)).Select(f => (f.Outcome, f.Summary)).Single());
        Assert.Empty(await Store.ListAsync("other", 10, Ct));
    }

    [Fact]
    public async Task What_was_open_when_its_schedule_fires_again_is_lost_and_no_other()
    {
        var lost = await Store.BeginAsync("a", "verify", DateTimeOffset.UtcNow, "w1", Ct);
        await Store.BeginAsync("b", "verify", DateTimeOffset.UtcNow, "w1", Ct);
        await Store.BeginAsync("a", "verify", DateTimeOffset.UtcNow, "w2", Ct);
        await Store.FinishAsync(lost, true, "it was only slow", Ct);
        Assert.Equal([null, null, "lost"], (await Store.ListAsync(null, 10, Ct)).Select(f => f.Outcome));
        Assert.Equal("w2", (await Store.LatestAsync(["a", "c"], Ct)).Values.Single().Worker);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("错")]
    [InlineData("𠮷")]
    [InlineData("\0")]
    public async Task A_long_summary_is_cut_between_characters(string character)
    {
        var id = await Store.BeginAsync("a", "verify", DateTimeOffset.UtcNow, "w", Ct);
        await Store.FinishAsync(id, false, string.Concat(Enumerable.Repeat(character, 3000)), Ct);
        var summary = (await Store.ListAsync("a", 1, Ct)).Single().Summary!;
        Assert.InRange(Encoding.UTF8.GetByteCount(summary), 2044, 2048);
        Assert.DoesNotContain('\uFFFD', summary);
    }
}

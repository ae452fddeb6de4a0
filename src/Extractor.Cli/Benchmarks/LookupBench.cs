using System.Diagnostics;
using Extractor.Storage.Catalogues;
using Extractor.Storage.Claims;
using Extractor.Storage.Scopes;
using Extractor.Storage.Series;
using Npgsql;

namespace Extractor.Cli.Benchmarks;

/// <summary>How long one kind of question took, in milliseconds.</summary>
/// <param name="Rows">Of the last answer.</param>
sealed record Timing(string Question, int Rows, double P50, double P95, double Most);

/// <summary>What readers ask, each kind many times with other words, through the same stores as the server.</summary>
static class LookupBench
{
    const int WarmUp = 10, Times = 100, Fewest = 12;

    // Of what takes a second, a dozen tell as much as a hundred.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    static readonly string[] Words = ["粮食", "物价", "就业", "旅游", "贷款", "用电"];
    static readonly string[] Long = ["农村粮食增加值", "城镇就业人数", "全社会用电业务量", "高新工业增加值17", "人均消费支出3", "重点投资总额"];
    static readonly string[] Scopes = ["西藏自治区", "那曲市", "540100", "贵州省", "全国", "湄潭县"];
    static readonly string[] Indicators = ["gdp", "express-volume", "贷款余额", "城镇新增就业", "农村粮食产量", "grain-output"];

    public static IReadOnlyList<(string Question, Func<NpgsqlDataSource, int, CancellationToken, Task<int>> Ask)> Questions { get; } =
    [
        Claims("claims of an indicator", i => new() { Indicator = Indicators[i % 6] }),
        Claims("claims of an indicator and scope", i => new() { Indicator = Indicators[i % 6], Scope = Scopes[i % 6] }),
        Claims("claims of an indicator, scope and year", i => new() { Indicator = Indicators[i % 6], Scope = Scopes[i % 6], From = new(2005 + i % 15, 1, 1), To = new(2005 + i % 15, 12, 31) }),
        Claims("claims of a scope", i => new() { Scope = Scopes[i % 6] }),
        Claims("claims by a word of two characters", i => new() { Text = Words[i % 6] }),
        Claims("claims by a long word", i => new() { Text = Long[i % 6] }),
        Claims("claims by two words", i => new() { Text = $"{Words[i % 6]} {Scopes[i % 2]}" }),
        Claims("claims by a word that nobody used", i => new() { Text = $"不存在{i}" }),
        Claims("claims of a unit and year", i => new() { Unit = "件", From = new(2005 + i % 15, 1, 1), To = new(2005 + i % 15, 12, 31) }),
        Claims("claims, the newest of an indicator", i => new() { Indicator = Indicators[i % 6], Scope = Scopes[i % 6] }, ClaimOrder.Newest),
        ("series of an indicator and scope", async (db, i, ct) => (await new SeriesStore(db).PointsAsync(new(Indicators[i % 6], Scopes[i % 6]), null, 50, ct)).Count),
        ("series of an indicator", async (db, i, ct) => (await new SeriesStore(db).PointsAsync(new(Indicators[i % 6]), null, 50, ct)).Count),
        ("indicators by a word of two characters", async (db, i, ct) => (await new IndicatorList(db).FindAsync(Words[i % 6], null, 50, ct)).Count),
        ("scopes by a word", async (db, i, ct) => (await new ScopeList(db).FindAsync("农牧", null, 50, ct)).Count),
        ("conflicts of an indicator and scope", async (db, i, ct) => (await new ConflictStore(db).FindAsync(new(Indicators[i % 2], Scopes[i % 6]), null, 50, ct)).Count),
    ];

    public static async Task<Timing> TakeAsync(
        NpgsqlDataSource db, string question, Func<NpgsqlDataSource, int, CancellationToken, Task<int>> ask, CancellationToken ct)
    {
        var (times, rows) = (new List<double>(), 0);
        var begin = Stopwatch.GetTimestamp();
        for (var i = 0; i < WarmUp + Times && (times.Count < Fewest || Stopwatch.GetElapsedTime(begin) < Patience); i++)
        {
            var start = Stopwatch.GetTimestamp();
            rows = await ask(db, i, ct);
            if (i >= WarmUp)
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        times.Sort();
        return new(question, rows, times[times.Count / 2], times[times.Count * 95 / 100], times[^1]);
    }

    static (string, Func<NpgsqlDataSource, int, CancellationToken, Task<int>>) Claims(string question, Func<int, ClaimFilter> filter, ClaimOrder order = ClaimOrder.Text) =>
        (question, async (db, i, ct) => (await new ClaimSearch(db).FindAsync(filter(i), order, null, 50, ct)).Claims.Count);
}

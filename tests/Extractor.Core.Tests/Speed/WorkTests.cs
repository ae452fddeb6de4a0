using Extractor.Core.Claims;
using Extractor.Core.Tests.Fixtures;

namespace Extractor.Core.Tests.Speed;

/// <summary>The promises of speed, held by counts: what is allocated follows what is done, and is the same on any machine.</summary>
public sealed class WorkTests
{
    /// <summary>On fixtures, whose figures stand twice as close as in a newspaper.</summary>
    const int MostBytesPerCharacter = 200;

    /// <summary>Twice the text may allocate a little more than twice, for lists grow by doubling.</summary>
    const double MostGrowth = 2.6;

    const int Length = 4000;

    [Fact]
    public void Little_is_allocated_for_a_character()
    {
        // Once before, for what is loaded and compiled but once.
        Read();

        var bytes = Allocated(Read);

        var characters = Fixture.All.Sum(fixture => fixture.Text.Length);
        Assert.InRange(bytes / characters, 1, MostBytesPerCharacter);

        static void Read()
        {
            foreach (var fixture in Fixture.All)
                _ = fixture.Extract();
        }
    }

    [Theory]
    [InlineData("1234567890")]
    [InlineData("12,")]
    [InlineData("2012年")]
    [InlineData("年")]
    [InlineData("1月3日至")]
    [InlineData("（")]
    [InlineData("（）")]
    [InlineData("（“《")]
    [InlineData("万")]
    [InlineData("三千五百")]
    [InlineData("三四十")]
    [InlineData("浙江省丽水市青田县")]
    [InlineData("王家村、")]
    [InlineData("全市")]
    [InlineData("有限公司")]
    [InlineData("增长5.5%，")]
    [InlineData("3.2%、")]
    [InlineData("15—20亿元")]
    [InlineData("的")]
    [InlineData("占")]
    [InlineData("在")]
    [InlineData("| 1 ")]
    [InlineData("1 2 3\n")]
    [InlineData("指标\n")]
    public void Twice_the_text_is_twice_the_work(string piece)
    {
        var (once, twice) = (Repeat(piece, Length), Repeat(piece, 2 * Length));
        Extract(twice);
        Extract(once);

        var (less, more) = (Allocated(() => Extract(once)), Allocated(() => Extract(twice)));

        Assert.True(more <= MostGrowth * less, $"{less:N0} bytes for {Length} characters, {more:N0} for twice as many");
    }

    [Fact]
    public void Two_threads_read_what_one_does()
    {
        var alone = Fixture.All.Select(Json).ToList();

        var together = Fixture.All.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(Json).ToList();

        Assert.Equal(alone, together);
    }

    static string Json(Fixture fixture)
    {
        using var bytes = new MemoryStream();
        using (var json = new System.Text.Json.Utf8JsonWriter(bytes, new() { SkipValidation = true }))
            foreach (var claim in fixture.Extract().Claims)
                ClaimJson.Write(json, fixture.Facts.Document, ClaimExtractor.Default.Ruleset, claim);
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    static string Repeat(string piece, int length) => string.Concat(Enumerable.Repeat(piece, length / piece.Length));

    static void Extract(string text) => _ = ClaimExtractor.Default.Extract(text, new("hostile.txt", Region: "浙江省丽水市", Published: new(2024, 3, 1)));

    static long Allocated(Action act)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        act();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}

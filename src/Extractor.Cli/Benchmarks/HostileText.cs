using System.Diagnostics;
using Extractor.Core;

namespace Extractor.Cli.Benchmarks;

/// <summary>Texts made to be slow to read: where some step looks twice as far in a text twice as long, its time grows fourfold.</summary>
/// <param name="Piece">Repeated without a line break or the end of a sentence.</param>
readonly record struct HostileText(string Name, string Piece)
{
    const int Rounds = 3;

    public static IReadOnlyList<HostileText> All { get; } =
    [
        new("digits", "1234567890"), new("years", "2012年"), new("年", "年"), new("brackets", "（（（（）"), new("万", "万"), new("numerals", "三千五百"),
        new("places", "浙江省丽水市青田县"), new("villages", "王家村、"), new("nesting", "（“《"), new("percents", "增长5.5%，"), new("lists", "3.2%、"),
    ];

    /// <summary>Seconds to read n, 2n and 4n characters, the best of three each.</summary>
    public (double One, double Two, double Four) Measure(int characters)
    {
        Read(characters / 4);
        return (Read(characters), Read(2 * characters), Read(4 * characters));
    }

    double Read(int characters)
    {
        var text = string.Concat(Enumerable.Repeat(Piece, characters / Piece.Length));
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            _ = ClaimExtractor.Default.Extract(text, new("hostile", Region: "浙江省丽水市", Published: new(2024, 3, 1)));
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }
        return best;
    }
}

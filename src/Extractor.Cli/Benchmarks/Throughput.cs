using System.Diagnostics;
using Extractor.Core;
using Extractor.Core.Quantities;

namespace Extractor.Cli.Benchmarks;

/// <summary>How fast a corpus is read, the best of some rounds, for other programs take their share of a machine.</summary>
/// <param name="Bytes">Allocated in one round.</param>
readonly record struct Throughput(long Characters, long Claims, double Seconds, long Bytes)
{
    const int Rounds = 12;

    /// <summary>Long enough for the runtime to compile what runs often once more.</summary>
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    static readonly TimeSpan FloorTime = TimeSpan.FromSeconds(1);

    public double CharactersPerSecond => Characters / Seconds;

    /// <summary>
    /// With all recognizers, contexts and checks on; without reading files or writing claims. One thread and two by turns, so
    /// that what else runs on the machine disturbs both alike.
    /// </summary>
    public static (Throughput One, Throughput Two) Measure(IReadOnlyList<LoadDocument> corpus, CancellationToken ct)
    {
        static int Read(LoadDocument document) => ClaimExtractor.Default.Extract(document.Text, document.Facts).Claims.Count;
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < WarmUp; ct.ThrowIfCancellationRequested())
            Pass(corpus, threads: 2, Read);
        var (one, two) = (default(Throughput), default(Throughput));
        for (var round = 0; round < Rounds; round++)
        {
            ct.ThrowIfCancellationRequested();
            one = Better(one, Pass(corpus, threads: 1, Read));
            two = Better(two, Pass(corpus, threads: 2, Read));
        }
        return (one, two);
    }

    /// <summary>A recognizer that reads quantities and nothing else, on one thread and once: it is slow.</summary>
    public static Throughput Measure(IReadOnlyList<LoadDocument> corpus, IQuantityRecognizer recognizer) =>
        Pass(corpus, threads: 1, document => recognizer.Recognize(document.Text).Count);

    /// <summary>What no reader can pass: a loop that looks at every character and counts digits.</summary>
    public static Throughput Floor(IReadOnlyList<LoadDocument> corpus)
    {
        var best = default(Throughput);
        for (var all = Stopwatch.StartNew(); all.Elapsed < FloorTime;)
        {
            var watch = Stopwatch.StartNew();
            var digits = corpus.Sum(document => Digits(document.Text));
            best = Better(best, new(corpus.Sum(document => (long)document.Text.Length), digits, watch.Elapsed.TotalSeconds, 0));
        }
        return best;
    }

    static long Digits(string text)
    {
        var digits = 0L;
        foreach (var c in text)
            if (char.IsAsciiDigit(c))
                digits++;
        return digits;
    }

    static Throughput Better(Throughput best, Throughput next) => best.Characters == 0 || next.Seconds < best.Seconds ? next : best;

    static Throughput Pass(IReadOnlyList<LoadDocument> corpus, int threads, Func<LoadDocument, int> read)
    {
        var (characters, claims) = (0L, 0L);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        Parallel.ForEach(corpus, new ParallelOptions { MaxDegreeOfParallelism = threads }, document =>
        {
            var found = read(document);
            Interlocked.Add(ref claims, found);
            Interlocked.Add(ref characters, document.Text.Length);
        });
        return new(characters, claims, watch.Elapsed.TotalSeconds, GC.GetTotalAllocatedBytes(precise: true) - allocated);
    }
}

using System.Diagnostics;
using Extractor.Core;
using Extractor.Core.Quantities;

namespace Extractor.Cli.Benchmarks;

/// <summary>How fast a corpus is read, the best of some rounds, for other programs take their share of a machine.</summary>
/// <param name="Bytes">Allocated in one round.</param>
readonly record struct Throughput(long Characters, long Claims, double Seconds, long Bytes)
{
    const int Rounds = 5;

    /// <summary>Long enough for the runtime to compile what runs often once more.</summary>
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    public double CharactersPerSecond => Characters / Seconds;

    /// <summary>With all recognizers, contexts and checks on; without reading files or writing claims.</summary>
    public static Throughput Measure(IReadOnlyList<LoadDocument> corpus, int threads, CancellationToken ct) =>
        Measure(corpus, threads, Rounds, document => ClaimExtractor.Default.Extract(document.Text, document.Facts).Claims.Count, ct);

    /// <summary>A recognizer that reads quantities and nothing else.</summary>
    public static Throughput Measure(IReadOnlyList<LoadDocument> corpus, IQuantityRecognizer recognizer, CancellationToken ct) =>
        Measure(corpus, threads: 1, rounds: 1, document => recognizer.Recognize(document.Text).Count, ct);

    static Throughput Measure(IReadOnlyList<LoadDocument> corpus, int threads, int rounds, Func<LoadDocument, int> read, CancellationToken ct)
    {
        var best = default(Throughput);
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < rounds; ct.ThrowIfCancellationRequested())
        {
            var warm = watch.Elapsed >= WarmUp;
            var pass = Pass(corpus, threads, read);
            if (warm && (round++ == 0 || pass.Seconds < best.Seconds))
                best = pass;
        }
        return best;
    }

    /// <summary>What no reader can pass: a loop that looks at every character and counts digits.</summary>
    public static Throughput Floor(IReadOnlyList<LoadDocument> corpus)
    {
        var best = default(Throughput);
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            var (characters, digits) = (0L, 0L);
            foreach (var document in corpus)
            {
                characters += document.Text.Length;
                foreach (var c in document.Text)
                    if (char.IsAsciiDigit(c))
                        digits++;
            }
            if (round == 0 || watch.Elapsed.TotalSeconds < best.Seconds)
                best = new(characters, digits, watch.Elapsed.TotalSeconds, 0);
        }
        return best;
    }

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

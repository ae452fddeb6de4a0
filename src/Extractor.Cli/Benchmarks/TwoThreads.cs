using System.Diagnostics;

namespace Extractor.Cli.Benchmarks;

/// <summary>
/// How many times as fast as one two threads are on this machine at work that shares nothing but the machine: arithmetic shows
/// what the cores give, allocation what the runtime's heap gives. No reader that allocates passes the first, and hardly the second.
/// </summary>
static class TwoThreads
{
    const int Rounds = 8, Parts = 8, Steps = 10_000_000, Objects = 200_000, Bytes = 300;

    public static double Arithmetic() => Ratio(part =>
    {
        var state = (uint)part + 1;
        for (var i = 0; i < Steps; i++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
        }
        return state;
    });

    public static double Allocation() => Ratio(part =>
    {
        var sum = 0u;
        for (var i = 0; i < Objects; i++)
            sum += (uint)new byte[Bytes].Length;
        return sum;
    });

    static double Ratio(Func<int, uint> work)
    {
        var (one, two) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            one = Math.Min(one, Seconds(work, threads: 1));
            two = Math.Min(two, Seconds(work, threads: 2));
        }
        return one / two;
    }

    static double Seconds(Func<int, uint> work, int threads)
    {
        var sum = 0L;
        var watch = Stopwatch.StartNew();
        Parallel.For(0, Parts, new() { MaxDegreeOfParallelism = threads }, part => Interlocked.Add(ref sum, work(part)));
        return watch.Elapsed.TotalSeconds;
    }
}

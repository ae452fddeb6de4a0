using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Extractor.Faults;

/// <summary>What a page called <c>poison-…</c> does to the process that reads it.</summary>
static class Poison
{
    const string Prefix = "poison-";

    static readonly List<byte[]> Eaten = [];

    public static void Take(string document)
    {
        if (!document.StartsWith(Prefix, StringComparison.Ordinal))
            return;
        switch (document[Prefix.Length..])
        {
            case "failfast":
                Environment.FailFast("poison");
                break;
            case "stack":
                Deep(1);
                break;
            case "loop":
                while (true)
                    Thread.SpinWait(1000);
            case "memory":
                // Touched, or the system would not give it; the process runs under a limit.
                while (true)
                {
                    var piece = GC.AllocateUninitializedArray<byte>(64 << 20);
                    piece.AsSpan().Fill(1);
                    Eaten.Add(piece);
                }
            default:
                throw new UnreachableException(document);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static long Deep(long depth) => 1 + Deep(depth + 1) * depth;
}

namespace Extractor.Core.Text;

/// <summary>
/// The pairs of characters with which words begin: at most places one look tells that none of thousands of words stands
/// there. It may say yes to a pair that is none (a Bloom filter of one bit), never no to one that is.
/// </summary>
sealed class PairSet
{
    const int BitsPerCell = 64, Bits = 17;

    readonly ulong[] _bits = new ulong[(1 << Bits) / BitsPerCell];

    /// <param name="words">Each of two characters at least.</param>
    public PairSet(IEnumerable<string> words)
    {
        foreach (var word in words)
            _bits[Bit(word[0], word[1]) / BitsPerCell] |= 1UL << (int)(Bit(word[0], word[1]) % BitsPerCell);
    }

    public bool MayContain(char first, char second) => (_bits[Bit(first, second) / BitsPerCell] >> (int)(Bit(first, second) % BitsPerCell) & 1) != 0;

    static uint Bit(char first, char second) => ((uint)first << 16 | second) * 0x9E3779B1u >> (32 - Bits);
}

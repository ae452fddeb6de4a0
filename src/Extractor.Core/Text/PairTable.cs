namespace Extractor.Core.Text;

/// <summary>
/// What thousands of words have in common, by two characters with which they begin or end or that they hold: one look tells what none of
/// them says of a place. It may give a pair the bits of another one (a Bloom filter of one bit each), never fewer than its own.
/// </summary>
sealed class PairTable
{
    const int Size = 16;

    readonly byte[] _bits = new byte[1 << Size];

    /// <param name="words">Each of two characters at least.</param>
    public void AddBeginnings(IEnumerable<string> words, byte bits)
    {
        foreach (var word in words)
            _bits[Cell(word[0], word[1])] |= bits;
    }

    /// <param name="words">Each of two characters at least.</param>
    public void AddEnds(IEnumerable<string> words, byte bits)
    {
        foreach (var word in words)
            _bits[Cell(word[^2], word[^1])] |= bits;
    }

    /// <summary>All pairs of neighbours in the words.</summary>
    public void AddPairs(IEnumerable<string> words, byte bits)
    {
        foreach (var word in words)
            for (var at = 1; at < word.Length; at++)
                _bits[Cell(word[at - 1], word[at])] |= bits;
    }

    public byte this[char first, char second] => _bits[Cell(first, second)];

    static uint Cell(char first, char second) => ((uint)first << 16 | second) * 0x9E3779B1u >> (32 - Size);
}

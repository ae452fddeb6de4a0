namespace Extractor.Core.Text;

/// <summary>Characters, one bit each: in eight kilobytes, for whether one is among them is asked at nearly every place of a text.</summary>
sealed class CharacterSet
{
    const int BitsPerCell = 64;

    readonly ulong[] _bits = new ulong[(char.MaxValue + 1) / BitsPerCell];

    public CharacterSet(ReadOnlySpan<char> characters) => Add(characters);

    public void Add(ReadOnlySpan<char> characters)
    {
        foreach (var c in characters)
            _bits[c / BitsPerCell] |= 1UL << (c % BitsPerCell);
    }

    public bool Contains(char c) => (_bits[c / BitsPerCell] >> (c % BitsPerCell) & 1) != 0;
}

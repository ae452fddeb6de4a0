using System.Runtime.CompilerServices;

namespace Extractor.Core.Text;

/// <summary>Characters, one bit each: in eight kilobytes, for whether one is among them is asked at nearly every place of a text.</summary>
sealed class CharacterSet
{
    const int BitsPerCell = 64;

    readonly ulong[] _bits = new ulong[(char.MaxValue + 1) / BitsPerCell];

    public CharacterSet(ReadOnlySpan<char> characters) => Add(characters);

    /// <summary>All characters of which something is true.</summary>
    public CharacterSet(Func<char, bool> isMember)
    {
        for (var c = 0; c <= char.MaxValue; c++)
            if (isMember((char)c))
                Add([(char)c]);
    }

    public void Add(ReadOnlySpan<char> characters)
    {
        foreach (var c in characters)
            _bits[c / BitsPerCell] |= 1UL << (c % BitsPerCell);
    }

    // A call costs more than the look itself.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(char c) => (_bits[c / BitsPerCell] >> (c % BitsPerCell) & 1) != 0;
}

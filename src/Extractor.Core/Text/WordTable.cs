using System.Collections.Frozen;

namespace Extractor.Core.Text;

/// <summary>Words with what they stand for; the longest word at a place wins.</summary>
sealed class WordTable<T>
{
    readonly FrozenDictionary<string, T> _words;
    readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    readonly byte[] _longestByFirst = new byte[char.MaxValue + 1];
    readonly byte[] _longestByLast = new byte[char.MaxValue + 1];

    public WordTable(IEnumerable<KeyValuePair<string, T>> words)
    {
        _words = words.ToFrozenDictionary(StringComparer.Ordinal);
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in _words.Keys)
        {
            _longestByFirst[word[0]] = Math.Max(_longestByFirst[word[0]], (byte)word.Length);
            _longestByLast[word[^1]] = Math.Max(_longestByLast[word[^1]], (byte)word.Length);
        }
    }

    public IEnumerable<string> Words => _words.Keys;

    public bool TryGet(ReadOnlySpan<char> word, out T value) => _lookup.TryGetValue(word, out value!);

    /// <summary>The longest word that starts <paramref name="text"/>; its length, or 0.</summary>
    public int MatchStart(ReadOnlySpan<char> text, out T value)
    {
        value = default!;
        if (text.IsEmpty)
            return 0;
        for (var length = Math.Min(_longestByFirst[text[0]], text.Length); length > 0; length--)
            if (_lookup.TryGetValue(text[..length], out value!))
                return length;
        return 0;
    }

    /// <summary>The longest word that ends <paramref name="text"/>; its length, or 0.</summary>
    public int MatchEnd(ReadOnlySpan<char> text, out T value)
    {
        value = default!;
        if (text.IsEmpty)
            return 0;
        for (var length = Math.Min(_longestByLast[text[^1]], text.Length); length > 0; length--)
            if (_lookup.TryGetValue(text[^length..], out value!))
                return length;
        return 0;
    }
}

namespace Extractor.Core.Text;

/// <summary>Words with what they stand for; the longest word at a place wins.</summary>
sealed class WordTable<T>
{
    readonly string[] _words;
    readonly T[] _values;
    readonly WordTrie _forward;

    /// <summary>Made when it is first asked for: most tables are only read forward.</summary>
    WordTrie? _backward;

    public WordTable(IEnumerable<KeyValuePair<string, T>> words)
    {
        // Not by Select: for each type of value the runtime would compile it anew when the program starts.
        var rows = words.ToArray();
        (_words, _values) = (new string[rows.Length], new T[rows.Length]);
        for (var i = 0; i < rows.Length; i++)
            (_words[i], _values[i]) = (rows[i].Key, rows[i].Value);
        _forward = new(_words, isBackward: false);
    }

    public IEnumerable<string> Words => _words;

    public bool TryGet(ReadOnlySpan<char> word, out T value)
    {
        if (MatchStart(word, out value) == word.Length && !word.IsEmpty)
            return true;
        value = default!;
        return false;
    }

    /// <summary>Whether any of the words stands in the text.</summary>
    public bool IsIn(ReadOnlySpan<char> text) => _forward.IsIn(text);

    /// <summary>The longest word that starts <paramref name="text"/>; its length, or 0.</summary>
    public int MatchStart(ReadOnlySpan<char> text, out T value) => Match(_forward, text, out value);

    /// <summary>The longest word that ends <paramref name="text"/>; its length, or 0.</summary>
    public int MatchEnd(ReadOnlySpan<char> text, out T value) => Match(_backward ??= new(_words, isBackward: true), text, out value);

    int Match(WordTrie trie, ReadOnlySpan<char> text, out T value)
    {
        var length = trie.Match(text, out var word);
        value = length > 0 ? _values[word] : default!;
        return length;
    }
}

namespace Extractor.Core.Text;

/// <summary>Words that mean nothing but that they stand there. Each stands once; none is empty or holds a space.</summary>
sealed class WordList
{
    readonly WordTable<bool> _table;

    WordList(IReadOnlyList<string> words)
    {
        Words = words;
        _table = new(words.Select(word => KeyValuePair.Create(word, true)));
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The words of a lexicon of one column.</summary>
    public static WordList Embedded(string name)
    {
        var file = LexiconFile.Embedded(name);
        return Read(file, file.Rows(columns: 1), column: 0);
    }

    /// <summary>The words of one kind in a lexicon of two columns, kind and words.</summary>
    /// <param name="kind">One of <paramref name="kinds"/>.</param>
    /// <param name="kinds">All that the file may hold, so that a row with another one stops the program.</param>
    public static WordList Embedded(string name, string kind, params string[] kinds) => Read(LexiconFile.Embedded(name), kind, kinds);

    /// <exception cref="LexiconException">A row of another kind, a word twice, or one that can never match.</exception>
    public static WordList Read(LexiconFile file, string kind, params string[] kinds)
    {
        var rows = file.Rows(columns: 2).ToList();
        foreach (var row in rows)
            if (row[0] != kind && !kinds.Contains(row[0]))
                throw file.Error(row, $"“{row[0]}” is none of {string.Join(", ", kinds.Append(kind).Distinct())}.");
        return Read(file, rows.Where(row => row[0] == kind), column: 1);
    }

    static WordList Read(LexiconFile file, IEnumerable<LexiconRow> rows, int column)
    {
        var words = new List<string>();
        foreach (var row in rows)
            foreach (var word in row[column].Split('|'))
            {
                if (word.Length == 0 || word.Any(char.IsWhiteSpace))
                    throw file.Error(row, $"“{word}” can never match.");
                if (words.Contains(word))
                    throw file.Error(row, $"“{word}” stands twice.");
                words.Add(word);
            }
        return new(words);
    }

    /// <summary>The length of the longest word that starts the text; 0 if none does.</summary>
    public int MatchStart(ReadOnlySpan<char> text) => _table.MatchStart(text, out _);

    /// <summary>The length of the longest word that ends the text; 0 if none does.</summary>
    public int MatchEnd(ReadOnlySpan<char> text) => _table.MatchEnd(text, out _);

    public bool Starts(ReadOnlySpan<char> text) => MatchStart(text) > 0;

    public bool Ends(ReadOnlySpan<char> text) => MatchEnd(text) > 0;

    /// <summary>Whether any of the words stands in the text.</summary>
    public bool IsIn(ReadOnlySpan<char> text) => _table.IsIn(text);
}

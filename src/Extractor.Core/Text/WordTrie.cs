namespace Extractor.Core.Text;

/// <summary>
/// Words as paths of characters from one root, so that a place in a text is compared with all of them in one walk, which
/// ends where no word goes on: at most places with the first character.
/// </summary>
sealed class WordTrie
{
    const int MostNodes = ushort.MaxValue;

    /// <summary>The characters with which words begin, or end where texts are read from their end.</summary>
    public CharacterSet First { get; } = new([]);

    /// <summary>All steps in one open-addressed table: the node and the character that lead to a node. 0 is free, for nothing leads from the root by NUL.</summary>
    readonly uint[] _steps;

    readonly ushort[] _targets;

    /// <summary>By node: one more than the index of the word that ends there, or 0.</summary>
    readonly List<int> _wordAt = [0];

    readonly bool _isBackward;
    readonly int _shift;

    /// <param name="isBackward">Whether texts are read from their end.</param>
    public WordTrie(IReadOnlyList<string> words, bool isBackward)
    {
        _isBackward = isBackward;
        // At most half full, so that a look-up that fails is over at the first or second cell.
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)words.Sum(word => word.Length) * 2 + 2);
        (_steps, _targets, _shift) = (new uint[size], new ushort[size], 32 - System.Numerics.BitOperations.Log2((uint)size));
        for (var i = 0; i < words.Count; i++)
            Add(words[i], i);
    }

    /// <summary>The longest word at the beginning of the text, or at its end where it is read from there: its length, or 0.</summary>
    /// <param name="word">The index of the word.</param>
    public int Match(ReadOnlySpan<char> text, out int word)
    {
        var (node, longest) = (0, 0);
        word = -1;
        if (text.IsEmpty || !First.Contains(_isBackward ? text[^1] : text[0]))
            return 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!TryStep(node, _isBackward ? text[^(i + 1)] : text[i], out node))
                break;
            if (_wordAt[node] is > 0 and var found)
                (longest, word) = (i + 1, found - 1);
        }
        return longest;
    }

    /// <summary>Whether any of the words stands in a text that is read forward.</summary>
    public bool IsIn(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
            if (First.Contains(text[at]) && Match(text[at..], out _) > 0)
                return true;
        return false;
    }

    void Add(string word, int index)
    {
        var node = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var c = _isBackward ? word[^(i + 1)] : word[i];
            if (i == 0)
                First.Add([c]);
            if (!TryStep(node, c, out var next))
            {
                if (_wordAt.Count > MostNodes)
                    throw new InvalidOperationException($"Words of more than {MostNodes} characters in all stand in one table.");
                next = _wordAt.Count;
                _wordAt.Add(0);
                var cell = Cell(Step(node, c));
                (_steps[cell], _targets[cell]) = (Step(node, c), (ushort)next);
            }
            node = next;
        }
        _wordAt[node] = index + 1;
    }

    bool TryStep(int node, char c, out int next)
    {
        var cell = Cell(Step(node, c));
        next = _targets[cell];
        return _steps[cell] != 0;
    }

    static uint Step(int node, char c) => (uint)node << 16 | c;

    /// <summary>The cell that holds the step, or the free one where it would stand.</summary>
    int Cell(uint step)
    {
        // Fibonacci hashing: neighbouring nodes and characters land far from each other.
        var cell = (int)(step * 0x9E3779B1u >> _shift);
        while (_steps[cell] != step && _steps[cell] != 0)
            cell = (cell + 1) & (_steps.Length - 1);
        return cell;
    }
}

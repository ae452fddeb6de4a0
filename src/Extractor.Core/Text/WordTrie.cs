using System.Numerics;

namespace Extractor.Core.Text;

/// <summary>
/// Words as paths of characters from one root, so that a place in a text is compared with all of them in one walk, which
/// ends where no word goes on: at most places with the first character.
/// </summary>
sealed class WordTrie
{
    /// <summary>A node and the character behind it lead to a node, at which a word may end. Eight bytes, so that a look takes one line of the cache.</summary>
    /// <param name="From">The node in the upper half, the character in the lower; 0 where the cell is free, for nothing leads from the root by NUL.</param>
    /// <param name="Word">One more than the index of the word that ends here, or 0.</param>
    readonly record struct Step(uint From, ushort To, ushort Word);

    /// <summary>An open-addressed table, at most half full, so that a look-up that fails is over at the first or second cell.</summary>
    readonly Step[] _steps;

    readonly bool _isBackward;
    readonly int _shift;
    ushort _nodes;

    /// <param name="isBackward">Whether texts are read from their end.</param>
    public WordTrie(IReadOnlyList<string> words, bool isBackward)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)words.Sum(word => word.Length) * 2 + 2);
        (_isBackward, _steps, _shift) = (isBackward, new Step[size], 32 - BitOperations.Log2(size));
        for (var i = 0; i < words.Count; i++)
            Add(words[i], checked((ushort)(i + 1)));
    }

    /// <summary>The characters with which words begin, or end where texts are read from their end.</summary>
    public CharacterSet First { get; } = new([]);

    /// <summary>The longest word at the beginning of the text, or at its end where it is read from there: its length, or 0.</summary>
    /// <param name="word">The index of the word.</param>
    public int Match(ReadOnlySpan<char> text, out int word)
    {
        word = -1;
        return !text.IsEmpty && First.Contains(_isBackward ? text[^1] : text[0]) ? Walk(text, ref word) : 0;
    }

    int Walk(ReadOnlySpan<char> text, ref int word)
    {
        // The walk that Cell takes, with the table at hand: no other loop runs as often.
        var steps = _steps;
        var (node, longest) = (0u, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var from = node << 16 | text[_isBackward ? text.Length - 1 - i : i];
            var cell = Home(from);
            while (steps[cell].From != from)
            {
                if (steps[cell].From == 0)
                    return longest;
                cell = (cell + 1) & (steps.Length - 1);
            }
            var step = steps[cell];
            if (step.Word > 0)
                (longest, word) = (i + 1, step.Word - 1);
            node = step.To;
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

    void Add(string word, ushort number)
    {
        First.Add([_isBackward ? word[^1] : word[0]]);
        var node = 0u;
        for (var i = 0; i < word.Length; i++)
        {
            var from = node << 16 | (_isBackward ? word[^(i + 1)] : word[i]);
            ref var step = ref _steps[Cell(from)];
            if (step.From == 0)
                step = new(from, checked(++_nodes), 0);
            if (i == word.Length - 1)
                step = step with { Word = number };
            node = step.To;
        }
    }

    // Fibonacci hashing: neighbouring nodes and characters land far from each other.
    int Home(uint from) => (int)(from * 0x9E3779B1u >> _shift);

    /// <summary>The cell that holds the step, or the free one where it would stand.</summary>
    int Cell(uint from)
    {
        var cell = Home(from);
        while (_steps[cell].From != from && _steps[cell].From != 0)
            cell = (cell + 1) & (_steps.Length - 1);
        return cell;
    }
}

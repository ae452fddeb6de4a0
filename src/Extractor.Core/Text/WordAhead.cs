namespace Extractor.Core.Text;

/// <summary>
/// Whether one of some words stands in the next characters: asked from left to right, so that each character is looked at
/// once and most questions are answered by what is known already.
/// </summary>
/// <param name="isEnd">Whether a word counts where it ends, and not where it starts.</param>
sealed class WordAhead(bool isEnd, params WordList[] lists)
{
    string? _text;

    /// <summary>No word counts from here up to <see cref="_clear"/>.</summary>
    int _from;

    int _clear;

    public bool IsWithin(string text, int from, int end)
    {
        if (!ReferenceEquals(_text, text) || from < _from || from > _clear)
            (_text, _from, _clear) = (text, from, from);
        while (_clear < end && !Stands(text, _clear)) _clear++;
        return _clear < end;
    }

    bool Stands(string text, int at)
    {
        foreach (var list in lists)
            if (isEnd ? list.MatchEnd(text.AsSpan(0, at + 1)) > 0 : list.MatchStart(text.AsSpan(at)) > 0)
                return true;
        return false;
    }
}

using Extractor.Core.Text;

namespace Extractor.Core.Layouts;

/// <summary>
/// The page as the rules read it: folded, without markup, hard wraps and spaces between characters, with the raw place
/// of every character. Lines end in <c>\n</c>; a wrapped line is joined to the next.
/// </summary>
sealed class PageView
{
    readonly int[] _rawIndex;

    /// <param name="rawIndex">Of each character of the text, and of its end.</param>
    public PageView(string raw, string text, int[] rawIndex, IReadOnlyList<Block> blocks)
    {
        Raw = raw;
        Text = text;
        _rawIndex = rawIndex;
        Blocks = blocks;
    }

    public string Raw { get; }

    public string Text { get; }

    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>The raw UTF-16 span under a non-empty span of the view.</summary>
    public TextSpan ToRaw(TextSpan view) =>
        view.Length == 0
            ? new(_rawIndex[view.Start], _rawIndex[view.Start])
            : new(_rawIndex[view.Start], _rawIndex[view.End - 1] + 1);

    /// <summary>Whether the source has the characters of a span as they stand in the view, with nothing between them that the view leaves out.</summary>
    public bool IsUnbroken(TextSpan view) => view.Length == 0 || _rawIndex[view.End - 1] - _rawIndex[view.Start] == view.Length - 1;

    /// <summary>The character of the source under one of the view.</summary>
    public char Printed(int view) => Raw[_rawIndex[view]];

    /// <summary>The words of a view span in the script of the source, without the noise that the view leaves out.</summary>
    public string Words(TextSpan view)
    {
        Span<char> buffer = view.Length <= 256 ? stackalloc char[view.Length] : new char[view.Length];
        var length = 0;
        for (var at = view.Start; at < view.End; at++)
            if (Text[at] is not (' ' or '\n'))
                buffer[length++] = Printed(at);
        return new(buffer[..length]);
    }
}

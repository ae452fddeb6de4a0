using System.Text;

namespace Extractor.Web.Pages;

/// <summary>A text whose places are counted in code points, as claims count them.</summary>
sealed class PointText
{
    readonly string _text;
    readonly int[]? _starts;

    public PointText(string text)
    {
        _text = text;
        Length = text.Length;
        if (!text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
            return;
        var starts = new List<int>(text.Length + 1);
        for (var at = 0; at < text.Length; at += Rune.TryGetRuneAt(text, at, out var rune) ? rune.Utf16SequenceLength : 1)
            starts.Add(at);
        Length = starts.Count;
        starts.Add(text.Length);
        _starts = [.. starts];
    }

    /// <summary>In code points.</summary>
    public int Length { get; }

    public string Slice(int start, int end) => _starts is null ? _text[start..end] : _text[_starts[start].._starts[end]];
}

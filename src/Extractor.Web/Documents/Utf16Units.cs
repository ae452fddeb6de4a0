using Extractor.Web.Claims;

namespace Extractor.Web.Documents;

/// <summary>Turns code points of a text into its UTF-16 code units, in constant time after one pass that is skipped for text without surrogates.</summary>
public sealed class Utf16Units
{
    readonly int[]? _unitAt;
    readonly int _length;

    public Utf16Units(string text)
    {
        _length = text.Length;
        if (!text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
            return;
        _unitAt = new int[text.Length + 1];
        var point = 0;
        for (var at = 0; at < text.Length; at += char.IsSurrogatePair(text, at) ? 2 : 1)
            _unitAt[point++] = at;
        Array.Fill(_unitAt, text.Length, point, _unitAt.Length - point);
    }

    public int this[int point] => _unitAt is null ? Math.Min(point, _length) : _unitAt[Math.Min(point, _length)];

    public SpanAnswer? Of(int? start, int? end) => start is { } s && end is { } e ? new(this[s], this[e]) : null;
}

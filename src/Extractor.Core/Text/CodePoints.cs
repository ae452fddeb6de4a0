namespace Extractor.Core.Text;

/// <summary>Turns UTF-16 offsets into code points, in constant time after one pass that is skipped for text without surrogates.</summary>
sealed class CodePoints
{
    readonly int[]? _pointAt;

    public CodePoints(string raw)
    {
        if (!raw.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
            return;
        _pointAt = new int[raw.Length + 1];
        var point = 0;
        for (var at = 0; at < raw.Length; at++)
        {
            _pointAt[at] = point;
            // The second half of a pair shares its first half's place; a lone surrogate counts for itself.
            if (!(char.IsHighSurrogate(raw[at]) && at + 1 < raw.Length && char.IsLowSurrogate(raw[at + 1])))
                point++;
        }
        _pointAt[raw.Length] = point;
    }

    public TextSpan Convert(TextSpan utf16) => _pointAt is null ? utf16 : new(_pointAt[utf16.Start], _pointAt[utf16.End]);
}

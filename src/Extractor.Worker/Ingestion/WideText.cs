using System.Text;
using System.Text.Unicode;

namespace Extractor.Worker.Ingestion;

/// <summary>
/// UTF-16 without its BOM. Read as bytes its Chinese is full of control characters, which text in the other charsets
/// never is; read in the right order it is Han, ASCII and their marks throughout, in the wrong one it is not.
/// </summary>
static class WideText
{
    const int Sample = 4096;

    public static string? Charset(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0)
            return null;
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        // «hello», taken two letters at a time, is Han too. Where UTF-16 is valid UTF-8, half of it is NUL.
        if (!HasControls(sample) || Utf8.IsValid(bytes) && sample.Count((byte)0) < sample.Length / 8)
            return null;
        return IsPlain(sample, bigEndian: false) ? "utf-16le" : IsPlain(sample, bigEndian: true) ? "utf-16be" : null;
    }

    static bool HasControls(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
            if (b < ' ' && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f'))
                return true;
        return false;
    }

    static bool IsPlain(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        var text = (bigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(bytes);
        var plain = 0;
        foreach (var c in text)
        {
            if (c is < ' ' and not ('\t' or '\n' or '\r' or '\f'))
                return false;
            if (c is < '\x7f' or >= '\u4e00' and <= '\u9fff' or >= '\u3000' and <= '\u303f' or >= '\uff00' and <= '\uffef' or >= '\u2000' and <= '\u206f')
                plain++;
        }
        return plain >= text.Length * 0.9;
    }
}

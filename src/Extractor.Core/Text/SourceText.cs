using System.Text;

namespace Extractor.Core.Text;

/// <summary>Bytes decoded into the raw text that all offsets refer to: one leading BOM gone, NUL as U+FFFD, all else untouched.</summary>
public static class SourceText
{
    static readonly Encoding Gb18030, Big5;

    static SourceText()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Gb18030 = Strict("gb18030");
        Big5 = Strict("big5");
    }

    /// <summary>Decodes by the declared charset, else by BOM, else strictly as UTF-8, GB18030, Big5 in this order.</summary>
    /// <exception cref="CharsetException">The charset is unknown, or the bytes are not text in it.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset = null)
    {
        if (charset is not null)
            return Clean(Decode(bytes, Named(charset), charset));
        if (bytes is [0xFF, 0xFE, ..])
            return Clean(Decode(bytes, new UnicodeEncoding(bigEndian: false, true, true), "utf-16le"));
        if (bytes is [0xFE, 0xFF, ..])
            return Clean(Decode(bytes, new UnicodeEncoding(bigEndian: true, true, true), "utf-16be"));
        foreach (var encoding in (ReadOnlySpan<Encoding>)[new UTF8Encoding(false, true), Gb18030, Big5])
        {
            try
            {
                var text = encoding.GetString(bytes);
                // Stray bytes decode to private-use characters in the Chinese charsets; no page holds those.
                if (encoding is not UTF8Encoding && text.AsSpan().ContainsAnyInRange('\ue000', '\uf8ff'))
                    continue;
                return Clean(text);
            }
            catch (DecoderFallbackException)
            {
                // Not this one: the next may fit.
            }
        }
        throw new CharsetException("the bytes are neither UTF-8, UTF-16, GB18030 nor Big5; name the charset with --charset");
    }

    static string Decode(ReadOnlySpan<byte> bytes, Encoding encoding, string name)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new CharsetException($"byte {e.Index} is not valid {name}; name the right charset with --charset");
        }
    }

    static Encoding Named(string charset)
    {
        try
        {
            return Strict(charset);
        }
        catch (ArgumentException)
        {
            throw new CharsetException($"unknown charset “{charset}”; use utf-8, utf-16, gb18030, gbk or big5");
        }
    }

    static Encoding Strict(string name) =>
        Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    static string Clean(string text)
    {
        if (text is ['\uFEFF', ..])
            text = text[1..];
        return text.Contains('\0') ? text.Replace('\0', '\uFFFD') : text;
    }
}

/// <summary>Bytes that could not be decoded. The message says why and what to do.</summary>
public sealed class CharsetException(string message) : Exception(message);

using Extractor.Core.Text;

namespace Extractor.Worker.Ingestion;

/// <summary>Decodes a page: by the charset that was named, else BOM, else what an HTML page declares, else by its bytes.</summary>
static class TextBytes
{
    // A stray NUL is an accident of some converter; this many are a program or a picture.
    const int FewNuls = 16, NulsPerBytes = 1000;

    /// <exception cref="InputException">The bytes are not text.</exception>
    public static string Decode(ArraySegment<byte> bytes, string? charset, TextFormat format, string place)
    {
        try
        {
            return Decode(bytes, charset, format);
        }
        catch (CharsetException e)
        {
            throw new InputException(InputFault.Charset, $"{place}: {e.Message}");
        }
        catch (NotSupportedException)
        {
            throw new InputException(InputFault.Charset, $"{place}: the charset “{charset}” is not supported; use utf-8, utf-16, gb18030, gbk or big5");
        }
    }

    static string Decode(ReadOnlySpan<byte> bytes, string? charset, TextFormat format)
    {
        if (charset is null && !HasBom(bytes))
        {
            if (format == TextFormat.Html && TryDeclared(bytes) is { } declared)
                return declared;
            if (WideText.Charset(bytes) is { } wide)
                charset = wide;
            else if (bytes.Count((byte)0) is > FewNuls and var nuls && nuls > bytes.Length / NulsPerBytes)
                throw new CharsetException($"a binary file ({nuls} NUL bytes); where it is text, name its charset with --charset");
        }
        return SourceText.Decode(bytes, charset);
    }

    static bool HasBom(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0xEF, 0xBB, 0xBF, ..];

    // A page that declares what it is not is found out by its bytes.
    static string? TryDeclared(ReadOnlySpan<byte> bytes)
    {
        if (HtmlCharset.Find(bytes) is not { } charset)
            return null;
        try
        {
            return SourceText.Decode(bytes, charset);
        }
        catch (CharsetException)
        {
            return null;
        }
    }
}

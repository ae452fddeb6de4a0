using System.Text;
using System.Text.RegularExpressions;

namespace Extractor.Worker.Ingestion;

/// <summary>The charset that the head of an HTML page declares.</summary>
static partial class HtmlCharset
{
    const int Head = 4096;

    /// <returns>A name that decodes; null where none is declared. The labels of GBK and its subset mean GB18030, as browsers read them.</returns>
    public static string? Find(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]);
        var match = Declaration().Match(head);
        return match.Success ? match.Groups[1].Value.ToUpperInvariant() switch
        {
            "UTF-8" or "UTF8" => "utf-8",
            "GB2312" or "GBK" or "GB18030" or "GB_2312-80" or "X-GBK" or "CP936" => "gb18030",
            "BIG5" or "BIG5-HKSCS" or "X-X-BIG5" => "big5",
            _ => null,
        } : null;
    }

    [GeneratedRegex("""<meta[^>]{0,200}charset\s{0,9}=\s{0,9}["']?([A-Za-z0-9_-]{1,20})""", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Declaration();
}

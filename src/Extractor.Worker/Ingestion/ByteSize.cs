using System.Globalization;

namespace Extractor.Worker.Ingestion;

/// <summary>A size as people write it: 500000, 900k, 8MiB, 64M.</summary>
public static class ByteSize
{
    public const int Default = 8 << 20;

    public const int Largest = 64 << 20;

    public static bool TryParse(string text, out int bytes)
    {
        bytes = 0;
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        var scale = text[digits..].Trim().ToUpperInvariant() switch
        {
            "" or "B" => 1L,
            "K" or "KB" or "KIB" => 1 << 10,
            "M" or "MB" or "MIB" => 1 << 20,
            _ => 0,
        };
        if (!long.TryParse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || scale == 0 || number < 1 || number > Largest / scale)
            return false;
        bytes = (int)(number * scale);
        return true;
    }

    public static string Format(int bytes) => bytes % (1 << 20) == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes >> 20} MiB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes");
}

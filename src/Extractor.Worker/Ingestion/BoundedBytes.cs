namespace Extractor.Worker.Ingestion;

/// <summary>Reads a stream to its end, or up to a limit.</summary>
static class BoundedBytes
{
    // Counted while reading: a pipe has no length, and a file may grow.
    public static ArraySegment<byte> Read(Stream stream, int maxSize, string place)
    {
        var known = stream.CanSeek ? stream.Length : 0;
        if (known > maxSize)
            throw TooLarge(place, maxSize);
        var bytes = new byte[Math.Max(4096, known + 1)];
        var length = 0;
        int read;
        while ((read = stream.Read(bytes, length, bytes.Length - length)) > 0)
        {
            length += read;
            if (length > maxSize)
                throw TooLarge(place, maxSize);
            if (length == bytes.Length)
                Array.Resize(ref bytes, (int)Math.Min((long)bytes.Length * 2, maxSize + 1L));
        }
        return new(bytes, 0, length);
    }

    public static InputException TooLarge(string place, int maxSize) => new(
        InputFault.TooLarge, $"{place}: larger than {ByteSize.Format(maxSize)}; allow more with --max-size (up to {ByteSize.Format(ByteSize.Largest)})");
}

using System.IO.Compression;

namespace Extractor.Worker.Feeds;

/// <summary>Reads an answer's body: at most 8 MiB once unpacked, and never a hundred times what was sent.</summary>
static class FeedBody
{
    const int Largest = 8 << 20, HighestRatio = 100, Harmless = 256 << 10;

    /// <exception cref="FeedException">It is too large, packed in another way than asked for, or broken.</exception>
    public static async Task<ArraySegment<byte>> ReadAsync(Stream body, IReadOnlyList<string> encodings, string place, CancellationToken ct)
    {
        var isPacked = encodings switch
        {
            [] or ["identity"] => false,
            [var one] when one.ToUpperInvariant() is "GZIP" or "X-GZIP" => true,
            _ => throw new FeedException($"{place} is packed as {string.Join(", ", encodings)}, which was not asked for"),
        };
        await using var sent = new CountingStream(body);
        await using var stream = isPacked ? new GZipStream(sent, CompressionMode.Decompress) : (Stream)sent;
        var bytes = new byte[16 << 10];
        var length = 0;
        try
        {
            int read;
            while ((read = await stream.ReadAsync(bytes.AsMemory(length), ct)) > 0)
            {
                length += read;
                if (length > Largest)
                    throw new FeedException($"{place} is larger than 8 MiB");
                if (isPacked && length > Harmless && length / HighestRatio > sent.Count)
                    throw new FeedException($"{place} unpacks to more than {HighestRatio} times its size");
                if (length == bytes.Length)
                    Array.Resize(ref bytes, Math.Min(bytes.Length * 2, Largest + 1));
            }
        }
        catch (InvalidDataException)
        {
            throw new FeedException($"{place} is not packed as it says");
        }
        return new(bytes, 0, length);
    }

    sealed class CountingStream(Stream inner) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Count; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            Count += read;
            return read;
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            Count += read;
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

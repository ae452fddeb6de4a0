using Extractor.Core.Text;

namespace Extractor.Cli.Inputs;

/// <summary>A document still on disk, or to be read from standard input.</summary>
/// <param name="Path">As named or found; <c>-</c> for standard input.</param>
/// <param name="Below">The path below the argument that led to it, with forward slashes.</param>
/// <param name="Name">What the document is called in output.</param>
sealed record InputFile(string Path, string Below, string Name)
{
    public const string StandardInput = "-";

    /// <exception cref="CliException">It cannot be read, is too large, or is not text.</exception>
    public string Read(int maxSize, string? charset)
    {
        try
        {
            using var stream = Path == StandardInput ? Console.OpenStandardInput() : File.OpenRead(Path);
            var bytes = ReadAll(stream, maxSize);
            return SourceText.Decode(bytes.AsSpan(), charset);
        }
        catch (CharsetException e)
        {
            throw new CliException(ExitCode.Charset, $"{Path}: {e.Message}");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CliException(ExitCode.Missing, $"{Path}: no such file");
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new CliException(ExitCode.Missing, $"{Path}: cannot be read ({e.Message})");
        }
    }

    // Counted while reading: a pipe has no length, and a file may grow.
    ArraySegment<byte> ReadAll(Stream stream, int maxSize)
    {
        var known = stream.CanSeek ? stream.Length : 0;
        if (known > maxSize)
            throw TooLarge(maxSize);
        var bytes = new byte[Math.Max(4096, known + 1)];
        var length = 0;
        int read;
        while ((read = stream.Read(bytes, length, bytes.Length - length)) > 0)
        {
            length += read;
            if (length > maxSize)
                throw TooLarge(maxSize);
            if (length == bytes.Length)
                Array.Resize(ref bytes, (int)Math.Min((long)bytes.Length * 2, maxSize + 1L));
        }
        return new(bytes, 0, length);
    }

    CliException TooLarge(int maxSize) => new(
        ExitCode.TooLarge, $"{Path}: larger than {ByteSize.Format(maxSize)}; allow more with --max-size (up to {ByteSize.Format(ByteSize.Largest)})");
}

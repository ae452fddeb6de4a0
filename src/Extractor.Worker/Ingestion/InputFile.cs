namespace Extractor.Worker.Ingestion;

/// <summary>A document still on disk, or to be read from standard input.</summary>
/// <param name="Path">As named or found; <c>-</c> for standard input.</param>
/// <param name="Below">The path below the argument that led to it, with forward slashes.</param>
/// <param name="Name">What the document is called in output.</param>
/// <param name="InFolder">Found in a folder that was named, not named itself.</param>
public sealed record InputFile(string Path, string Below, string Name, bool InFolder = false)
{
    public const string StandardInput = "-";

    public bool IsStandardInput => Path == StandardInput;

    /// <summary>The kind of text, told by the name's ending.</summary>
    public TextFormat Format => System.IO.Path.GetExtension(Path).ToUpperInvariant() switch
    {
        ".MD" or ".MARKDOWN" => TextFormat.Markdown,
        ".HTML" or ".HTM" => TextFormat.Html,
        ".JSONL" or ".NDJSON" => TextFormat.JsonLines,
        _ => TextFormat.Plain,
    };

    /// <summary>The whole text, verbatim.</summary>
    /// <exception cref="InputException">It cannot be read, is too large, or is not text.</exception>
    public string Read(int maxSize, string? charset) => Use(stream =>
    {
        var bytes = BoundedBytes.Read(stream, maxSize, Path);
        return TextBytes.Decode(bytes, charset, Format, Path);
    });

    /// <summary>Opens the file for as long as <paramref name="read"/> runs.</summary>
    /// <exception cref="InputException">It cannot be opened or read.</exception>
    public T Use<T>(Func<Stream, T> read)
    {
        using var stream = Open();
        try
        {
            return read(stream);
        }
        catch (IOException e)
        {
            throw Unreadable(e);
        }
    }

    /// <exception cref="InputException">It cannot be opened.</exception>
    public Stream Open()
    {
        try
        {
            return IsStandardInput ? Console.OpenStandardInput() : File.OpenRead(Path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(InputFault.Missing, $"{Path}: no such file");
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw Unreadable(e);
        }
    }

    InputException Unreadable(Exception e) => new(InputFault.Unreadable, $"{Path}: cannot be read ({e.Message})");
}

/// <summary>The formats that are told apart. The text of all but JSON Lines is kept as it stands, markup included.</summary>
public enum TextFormat { Plain, Markdown, Html, JsonLines }

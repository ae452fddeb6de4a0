namespace Extractor.Worker.Ingestion;

/// <summary>By what a file is known to be as it was: size and time of the last change.</summary>
public readonly record struct FileStamp(long Length, DateTime Changed)
{
    /// <returns>The default where there is no such file.</returns>
    public static FileStamp Of(string? path)
    {
        if (path is null)
            return default;
        var file = new FileInfo(path);
        // A link is as new as what it leads to.
        try
        {
            file = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            return file.Exists ? new(file.Length, file.LastWriteTimeUtc) : default;
        }
        catch (IOException)
        {
            return default;
        }
    }
}

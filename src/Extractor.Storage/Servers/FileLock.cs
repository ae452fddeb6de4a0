namespace Extractor.Storage.Servers;

/// <summary>A lock of the operating system on a file: it is gone with its process, however that ends.</summary>
static class FileLock
{
    // .NET opens with flock: LOCK_SH for reading and sharing, LOCK_EX for FileShare.None; both without waiting.

    public static Task<FileStream> SharedAsync(string path, CancellationToken ct) =>
        WaitAsync(() => TryOpen(path, FileAccess.Read, FileShare.Read), ct);

    public static Task<FileStream> AloneAsync(string path, CancellationToken ct) =>
        WaitAsync(() => TryAlone(path), ct);

    public static FileStream? TryAlone(string path) => TryOpen(path, FileAccess.ReadWrite, FileShare.None);

    static async Task<FileStream> WaitAsync(Func<FileStream?> open, CancellationToken ct)
    {
        while (true)
        {
            if (open() is { } file)
                return file;
            await Task.Delay(TimeSpan.FromMilliseconds(30), ct);
        }
    }

    static FileStream? TryOpen(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, access, share);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            return null;
        }
    }
}

using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Extractor.Worker.Ingestion;

/// <summary>What a path is. .NET does not tell a pipe from a file, and opening a pipe waits for a writer for ever.</summary>
static class FileKind
{
    const int AtCurrentFolder = -100, WantType = 1, SizeOfStatx = 256, OffsetOfMode = 28;

    /// <summary>A plain file, or a link to one. Elsewhere than on Linux everything that is no folder passes for one.</summary>
    public static bool IsRegular(string path) => Kind(path) is null;

    /// <returns>What the file is instead of a plain one; null where it is one, or nothing is there.</returns>
    public static string? Kind(string path)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var status = new byte[SizeOfStatx];
        if (Statx(AtCurrentFolder, path, 0, WantType, status) != 0)
            return null;
        return (BinaryPrimitives.ReadUInt16LittleEndian(status.AsSpan(OffsetOfMode)) & 0xF000) switch
        {
            0x8000 => null,
            0x1000 => "a named pipe",
            0xC000 => "a socket",
            0x4000 => "a folder",
            _ => "a device",
        };
    }

    // The layout of its result is the same on every processor, unlike that of stat.
    [DllImport("libc", EntryPoint = "statx", SetLastError = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int Statx(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, [Out] byte[] status);
}

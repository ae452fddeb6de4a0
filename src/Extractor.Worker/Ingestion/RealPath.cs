namespace Extractor.Worker.Ingestion;

/// <summary>Where a path leads once every link in it has been followed, as the kernel does it.</summary>
static class RealPath
{
    const int MostLinks = 40;

    /// <returns>Null where the links lead in a circle.</returns>
    public static string? Find(string path)
    {
        path = Path.GetFullPath(path);
        var root = Path.GetPathRoot(path)!;
        var (current, links) = (root, 0);
        var parts = new Stack<string>(Parts(path[root.Length..]));
        while (parts.TryPop(out var part))
        {
            if (part == "..")
            {
                current = Path.GetDirectoryName(current) ?? root;
                continue;
            }
            var next = Path.Combine(current, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                current = next;
                continue;
            }
            if (++links > MostLinks)
                return null;
            if (Path.IsPathRooted(target))
                current = root;
            foreach (var step in Parts(target))
                parts.Push(step);
        }
        return current;
    }

    /// <summary>Whether a path, links followed, lies below a folder, links followed.</summary>
    public static bool IsBelow(string real, string folder) =>
        real.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // The last first, as a stack wants them.
    static IEnumerable<string> Parts(string path) =>
        path.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").Reverse();
}

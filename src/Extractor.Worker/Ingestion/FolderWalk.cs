namespace Extractor.Worker.Ingestion;

/// <summary>The texts in a folder and below, in the order of their names. What is no plain file is refused by name.</summary>
sealed class FolderWalk(string folder, FolderRules rules, List<InputException> failures)
{
    readonly string? _root = rules.Guarded ? RealPath.Find(folder) : null;

    public IEnumerable<string> Find() => Find(folder);

    // Links to folders are not followed: they may lead back up.
    IEnumerable<string> Find(string below)
    {
        List<FileSystemInfo> entries;
        try
        {
            entries = [.. new DirectoryInfo(below).EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            failures.Add(new(InputFault.Unreadable, $"{below}: cannot be read ({e.Message})"));
            yield break;
        }
        foreach (var entry in entries)
        {
            if (rules.Guarded && entry.Name.StartsWith('.'))
                continue;
            if (entry is DirectoryInfo)
            {
                if (entry.LinkTarget is null)
                    foreach (var path in Find(Path.Combine(below, entry.Name)))
                        yield return path;
            }
            else if (rules.Extensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase) && IsFit(entry, Path.Combine(below, entry.Name)))
                yield return Path.Combine(below, entry.Name);
        }
    }

    bool IsFit(FileSystemInfo entry, string path)
    {
        if (FileKind.Kind(path) is { } kind)
            failures.Add(new(InputFault.Irregular, $"{path}: {kind}, not a file; take it out of the folder"));
        else if (_root is not null && entry.LinkTarget is { } target && (RealPath.Find(path) is not { } real || !RealPath.IsBelow(real, _root)))
            failures.Add(new(InputFault.Irregular, $"{path}: a link out of the folder (to {target}); copy the file, or name it as an argument"));
        else
            return true;
        return false;
    }
}

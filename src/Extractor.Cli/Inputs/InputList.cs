namespace Extractor.Cli.Inputs;

/// <summary>All the documents that a command's arguments lead to, and what could not be found.</summary>
sealed record InputList(IReadOnlyList<InputFile> Files, IReadOnlyList<CliException> Failures)
{
    static readonly string[] Extensions = [".txt", ".md", ".html", ".htm"];

    public static InputList Find(IEnumerable<string> arguments)
    {
        var found = new List<InputFile>();
        var failures = new List<CliException>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var argument in arguments)
        {
            if (argument == InputFile.StandardInput)
                Add(new(argument, argument, argument), argument);
            else if (Directory.Exists(argument))
                AddFolder(argument);
            else if (File.Exists(argument))
                Add(new(argument, Path.GetFileName(argument), ""), Path.GetFullPath(argument));
            else
                failures.Add(new(ExitCode.Missing, $"{argument}: no such file or folder"));
        }
        return new(Named(found), failures);

        void Add(InputFile file, string identity)
        {
            if (seen.Add(identity))
                found.Add(file);
        }

        void AddFolder(string folder)
        {
            var any = false;
            foreach (var path in Texts(folder, failures))
            {
                any = true;
                Add(new(path, Path.GetRelativePath(folder, path).Replace('\\', '/'), ""), Path.GetFullPath(path));
            }
            if (!any)
                failures.Add(new(ExitCode.Missing, $"{folder}: no texts ({string.Join(", ", Extensions.Select(e => "*" + e))}) in this folder or below"));
        }
    }

    // Links to folders are not followed: they may lead back up.
    static IEnumerable<string> Texts(string folder, List<CliException> failures)
    {
        List<FileSystemInfo> entries;
        try
        {
            entries = [.. new DirectoryInfo(folder).EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            failures.Add(new(ExitCode.Missing, $"{folder}: cannot be read ({e.Message})"));
            yield break;
        }
        foreach (var entry in entries)
        {
            if (entry is DirectoryInfo)
            {
                if (entry.LinkTarget is null)
                    foreach (var path in Texts(Path.Combine(folder, entry.Name), failures))
                        yield return path;
            }
            else if (Extensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase))
                yield return Path.Combine(folder, entry.Name);
        }
    }

    // The file's name; where two share it, the path below the argument; where even those agree, the path as given.
    static List<InputFile> Named(List<InputFile> files)
    {
        var names = files.CountBy(file => Path.GetFileName(file.Path)).ToDictionary();
        var below = files.CountBy(file => file.Below).ToDictionary();
        return files.ConvertAll(file => file with
        {
            Name = names[Path.GetFileName(file.Path)] == 1 ? Path.GetFileName(file.Path)
                : below[file.Below] == 1 ? file.Below
                : file.Path.Replace('\\', '/'),
        });
    }
}

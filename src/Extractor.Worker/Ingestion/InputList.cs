namespace Extractor.Worker.Ingestion;

/// <summary>What is looked for in a folder.</summary>
/// <param name="Extensions">The endings of names that count.</param>
/// <param name="Guarded">Folders that others write into: no hidden files, and no link that leads out.</param>
public sealed record FolderRules(IReadOnlyList<string> Extensions, bool Guarded)
{
    public static FolderRules Reading { get; } = new([".txt", ".md", ".html", ".htm"], Guarded: false);

    public static FolderRules Ingestion { get; } = new([.. Reading.Extensions, ".markdown", ".jsonl", ".ndjson"], Guarded: true);
}

/// <summary>All the documents that a command's arguments lead to, and what could not be found.</summary>
public sealed record InputList(IReadOnlyList<InputFile> Files, IReadOnlyList<InputException> Failures)
{
    /// <param name="isEmptyFault">Whether a folder without texts is a failure; one that is watched fills later.</param>
    public static InputList Find(IEnumerable<string> arguments, FolderRules rules, bool isEmptyFault = true)
    {
        var found = new List<InputFile>();
        var failures = new List<InputException>();
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
                failures.Add(new(InputFault.Missing, $"{argument}: no such file or folder"));
        }
        return new(Named(found), failures);

        void Add(InputFile file, string identity)
        {
            if (seen.Add(identity))
                found.Add(file);
        }

        void AddFolder(string folder)
        {
            var (any, before) = (false, failures.Count);
            foreach (var path in new FolderWalk(folder, rules, failures).Find())
            {
                any = true;
                Add(new(path, Path.GetRelativePath(folder, path).Replace('\\', '/'), "", InFolder: true), Path.GetFullPath(path));
            }
            if (!any && isEmptyFault && failures.Count == before)
                failures.Add(new(InputFault.Missing, $"{folder}: no texts ({string.Join(", ", rules.Extensions.Select(e => "*" + e))}) in this folder or below"));
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

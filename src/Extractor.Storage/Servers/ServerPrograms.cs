using System.Diagnostics;
using System.Globalization;

namespace Extractor.Storage.Servers;

/// <summary>The folder that holds <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>, and their major version.</summary>
public sealed record ServerPrograms(string Folder, int Version)
{
    public const int OldestVersion = 15;

    public const string FolderVariable = "EXTRACTOR_POSTGRES";

    static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    // Where distributions and installers put them; * is a version.
    static readonly string[] UsualFolders =
    [
        "/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/usr/local/pgsql/bin", "/usr/libexec/postgresql*",
        "/opt/homebrew/opt/postgresql*/bin", "/usr/local/opt/postgresql*/bin", "/Library/PostgreSQL/*/bin",
    ];

    public string this[string program] => Path.Combine(Folder, program);

    /// <summary>The newest programs on this machine, or those of the version that an existing cluster needs.</summary>
    /// <exception cref="ServerProgramsException">There are none.</exception>
    public static ServerPrograms Find(int? version = null)
    {
        var named = Environment.GetEnvironmentVariable(FolderVariable);
        var folders = string.IsNullOrEmpty(named) ? OnPath().Concat(UsualFolders.SelectMany(Matching)) : [named];
        var found = folders.Distinct().Where(IsComplete).Select(folder => new ServerPrograms(folder, VersionOf(folder))).ToList();
        var fit = found.Where(p => version is null ? p.Version >= OldestVersion : p.Version == version).MaxBy(p => p.Version);
        if (fit is not null)
            return fit;
        if (version is not null && found.Count > 0)
            throw new ServerProgramsException(
                $"the private database was made by PostgreSQL {version}, which is not on this machine (found {string.Join(", ", found.Select(p => p.Version))}); "
                + $"install PostgreSQL {version}, or set EXTRACTOR_DATA to a new folder");
        throw new ServerProgramsException(
            (string.IsNullOrEmpty(named) ? "" : $"{FolderVariable}={named}: ")
            + "PostgreSQL's server programs (initdb, pg_ctl, postgres, version 15 or newer) are not on this machine; "
            + "install them (Debian, Ubuntu: apt-get install postgresql), or set EXTRACTOR_DATABASE to a running server");
    }

    static string[] OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    static IEnumerable<string> Matching(string pattern)
    {
        var star = pattern.Split('/').FirstOrDefault(part => part.Contains('*'));
        if (star is null)
            return [pattern];
        var parent = pattern[..(pattern.IndexOf(star, StringComparison.Ordinal) - 1)];
        var rest = pattern[(parent.Length + 1 + star.Length)..];
        return Directory.Exists(parent) ? Directory.EnumerateDirectories(parent, star).Select(folder => folder + rest) : [];
    }

    static bool IsComplete(string folder) => Needed.All(program => File.Exists(Path.Combine(folder, program)));

    static int VersionOf(string folder)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(Path.Combine(folder, "postgres"), ["--version"]) { RedirectStandardOutput = true })!;
            // postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)
            var words = process.StandardOutput.ReadToEnd().Split(' ');
            process.WaitForExit();
            var digits = string.Concat(words.ElementAtOrDefault(2)?.TakeWhile(char.IsAsciiDigit) ?? "");
            return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return 0;
        }
    }
}

/// <summary>PostgreSQL's server programs are missing. The message says how to get them.</summary>
public sealed class ServerProgramsException(string message) : Exception(message);

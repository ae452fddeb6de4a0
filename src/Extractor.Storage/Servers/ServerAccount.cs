using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;

namespace Extractor.Storage.Servers;

/// <summary>
/// The account that the server runs as. PostgreSQL refuses to run as root, so root hands it to <c>postgres</c> or
/// <c>nobody</c>; everyone else runs it themselves.
/// </summary>
[UnsupportedOSPlatform("windows")]
sealed record ServerAccount(string? Name, int UserId, int GroupId)
{
    public static ServerAccount Own { get; } = new(null, 0, 0);

    /// <param name="name">The account that owns an existing cluster, else null.</param>
    public static ServerAccount Find(string? name)
    {
        if (!Environment.IsPrivilegedProcess)
            return Own;
        var accounts = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(parts => parts.Length > 3).ToList();
        foreach (var candidate in name is null ? ["postgres", "nobody"] : new[] { name })
            if (accounts.Find(parts => parts[0] == candidate) is { } account)
                return new(candidate, Number(account[2]), Number(account[3]));
        throw new DatabaseException($"root may not run PostgreSQL, and there is no account {name ?? "postgres or nobody"}; run as another user");
    }

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Makes a folder that only this account (and root) can enter.</summary>
    public async Task TakeFolderAsync(string folder, CancellationToken ct)
    {
        // In a folder of all users (/tmp) someone may have left a link to elsewhere under this name.
        if (new DirectoryInfo(folder) is { Exists: true, LinkTarget: not null })
            throw new DatabaseException($"{folder} is a link; remove it, or set EXTRACTOR_DATA to another folder");
        Directory.CreateDirectory(folder);
        // Fails, as it should, where the folder is someone else's.
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (Name is not null)
            await ProgramRun.CheckedAsync(new("chown", [FormattableString.Invariant($"{UserId}:{GroupId}"), folder]), ct);
    }

    public ProcessStartInfo Command(string program, params string[] arguments) => Name is null
        ? new(program, arguments)
        : new("setpriv",
        [
            FormattableString.Invariant($"--reuid={UserId}"), FormattableString.Invariant($"--regid={GroupId}"),
            "--clear-groups", "--", program, .. arguments,
        ]);
}

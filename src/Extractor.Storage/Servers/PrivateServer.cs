using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using Dapper;
using Npgsql;

namespace Extractor.Storage.Servers;

/// <summary>
/// A PostgreSQL of one's own, reached by a unix socket only, that several commands share: the first in starts it, the
/// last out stops it. A command that is killed leaves it running, and the next one adopts it.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class PrivateServer : IAsyncDisposable
{
    readonly DataFolder _data;
    readonly FileStream _share;

    PrivateServer(DataFolder data, FileStream share) => (_data, _share) = (data, share);

    public string ConnectionString => Connection("extractor");

    string Connection(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = _data.Socket, Username = "extractor", Database = database, MaxPoolSize = 20,
    }.ToString();

    /// <summary>Starts the server, or joins those who use it already.</summary>
    /// <exception cref="ServerProgramsException">PostgreSQL is not installed.</exception>
    /// <exception cref="DatabaseException">It cannot be started.</exception>
    public static async Task<PrivateServer> OpenAsync(CancellationToken ct)
    {
        var data = DataFolder.Find();
        await CreateAsync(data, ct);
        await using var gate = await FileLock.AloneAsync(data.Gate, ct);
        var server = new PrivateServer(data, await FileLock.SharedAsync(data.Share, ct));
        try
        {
            await server.StartAsync(ct);
            return server;
        }
        catch
        {
            await server._share.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it anew where it died under the commands that use it.</summary>
    public async Task ReviveAsync(CancellationToken ct)
    {
        await using var gate = await FileLock.AloneAsync(_data.Gate, ct);
        await StartAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await using var gate = await FileLock.AloneAsync(_data.Gate, CancellationToken.None);
        await _share.DisposeAsync();
        await using var alone = FileLock.TryAlone(_data.Share);
        if (alone is null)
            return;
        NpgsqlConnection.ClearAllPools();
        var account = ServerAccount.Find(ReadAccount());
        var programs = ServerPrograms.Find(ClusterVersion());
        await ProgramRun.RunAsync(
            account.Command(programs["pg_ctl"], "stop", "-D", _data.Cluster, "-m", "fast", "-w", "-t", "30"), CancellationToken.None);
        // A folder for a short path lies among those of others: leave none behind.
        if (Path.GetDirectoryName(_data.Socket) != _data.Root && Directory.Exists(_data.Socket))
            Directory.Delete(_data.Socket, recursive: true);
    }

    static async Task CreateAsync(DataFolder data, CancellationToken ct)
    {
        try
        {
            Directory.CreateDirectory(data.Root);
            // The server's account has to pass through to its own folder below.
            if (Environment.IsPrivilegedProcess)
                File.SetUnixFileMode(data.Root, File.GetUnixFileMode(data.Root) | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
            await using var gate = await FileLock.AloneAsync(data.Gate, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException($"the data folder {data.Root} cannot be used ({e.Message}); set EXTRACTOR_DATA to another");
        }
    }

    async Task StartAsync(CancellationToken ct)
    {
        var account = ServerAccount.Find(ReadAccount());
        var programs = ServerPrograms.Find(ClusterVersion());
        if (!Directory.Exists(_data.Cluster))
            await InitializeAsync(programs, account, ct);
        if (!IsRunning())
        {
            // A process number may have been given to another program since; this folder is ours alone.
            File.Delete(_data.ProcessFile);
            await account.TakeFolderAsync(_data.Socket, ct);
            foreach (var stale in Directory.EnumerateFileSystemEntries(_data.Socket, ".s.PGSQL.*"))
                File.Delete(stale);
            await LaunchAsync(programs, account, ct);
        }
        await CreateDatabaseAsync(ct);
    }

    async Task InitializeAsync(ServerPrograms programs, ServerAccount account, CancellationToken ct)
    {
        // Under another name first: a half-made cluster is thrown away, never used.
        if (Directory.Exists(_data.NewCluster))
            Directory.Delete(_data.NewCluster, recursive: true);
        await File.WriteAllTextAsync(_data.Account, account.Name ?? "", ct);
        await account.TakeFolderAsync(_data.NewCluster, ct);
        var (reached, _) = await ProgramRun.RunAsync(account.Command("test", "-w", _data.NewCluster), ct);
        if (reached != 0)
            throw new DatabaseException(
                $"the account {account.Name} that runs PostgreSQL cannot reach {_data.Root}; set EXTRACTOR_DATA to a folder that others may pass, such as /var/lib/extractor");
        await ProgramRun.CheckedAsync(account.Command(
            programs["initdb"], "-D", _data.NewCluster, "-U", "extractor", "--encoding=UTF8", "--locale=C.UTF-8",
            "--auth-local=trust", "--auth-host=reject", "--no-instructions"), ct);
        await File.AppendAllTextAsync(Path.Combine(_data.NewCluster, "postgresql.conf"), "\ninclude 'extractor.conf'\n", ct);
        Directory.Move(_data.NewCluster, _data.Cluster);
    }

    async Task LaunchAsync(ServerPrograms programs, ServerAccount account, CancellationToken ct)
    {
        // The socket's folder alone lets no one else in, hence no passwords.
        var socket = _data.Socket.Replace("'", "''", StringComparison.Ordinal);
        await File.WriteAllTextAsync(_data.Configuration, $"""
            listen_addresses = ''
            port = 5432
            unix_socket_directories = '{socket}'
            unix_socket_permissions = 0700
            jit = off

            """, new UTF8Encoding(false), ct);
        var (code, output) = (1, "");
        // After a kill the server's children may hold its memory for a moment longer.
        for (var attempt = 0; code != 0 && attempt < 10; attempt++)
        {
            if (attempt > 0)
                await Task.Delay(TimeSpan.FromMilliseconds(500), ct);
            (code, output) = await ProgramRun.RunAsync(account.Command(
                programs["pg_ctl"], "start", "-D", _data.Cluster, "-l", _data.Log, "-w", "-t", "60"), CancellationToken.None);
        }
        if (code != 0)
            throw new DatabaseException($"the private PostgreSQL does not start ({output}); its log is {_data.Log}");
    }

    bool IsRunning()
    {
        if (!File.Exists(_data.ProcessFile))
            return false;
        var first = File.ReadLines(_data.ProcessFile).FirstOrDefault();
        if (!int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return false;
        var command = $"/proc/{id}/cmdline";
        try
        {
            return OperatingSystem.IsLinux()
                ? File.ReadAllText(command).Contains(_data.Cluster, StringComparison.Ordinal)
                : System.Diagnostics.Process.GetProcessById(id).ProcessName.Contains("postgres", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    async Task CreateDatabaseAsync(CancellationToken ct)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await using var db = Database.Open(Connection("postgres") + ";Pooling=false");
                await using var connection = await db.OpenConnectionAsync(ct);
                if (!await connection.ExecuteScalarAsync<bool>("select exists (select from pg_database where datname = 'extractor')"))
                    await connection.ExecuteAsync("create database extractor");
                return;
            }
            // An adopted server may still be recovering from a crash.
            catch (NpgsqlException e) when (e.IsTransient && attempt < 60)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500), ct);
            }
            catch (NpgsqlException e)
            {
                throw new DatabaseException($"the private PostgreSQL does not answer ({e.Message}); its log is {_data.Log}");
            }
        }
    }

    string? ReadAccount()
    {
        var name = File.Exists(_data.Account) && Directory.Exists(_data.Cluster) ? File.ReadAllText(_data.Account).Trim() : "";
        return name.Length == 0 ? null : name;
    }

    int? ClusterVersion()
    {
        var file = Path.Combine(_data.Cluster, "PG_VERSION");
        return File.Exists(file) ? int.Parse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture) : null;
    }
}

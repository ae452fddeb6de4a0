using System.Security.Cryptography;
using System.Text;

namespace Extractor.Storage.Servers;

/// <summary>Where the private server keeps its data, socket, log and locks.</summary>
sealed record DataFolder(string Root)
{
    // What the kernel's sockaddr_un holds, less the closing NUL.
    const int LongestSocket = 107;

    const string SocketFile = "/.s.PGSQL.5432";

    public string Cluster => Path.Combine(Root, "postgres");

    public string NewCluster => Path.Combine(Root, "postgres.new");

    public string Configuration => Path.Combine(Cluster, "extractor.conf");

    public string ProcessFile => Path.Combine(Cluster, "postmaster.pid");

    public string Log => Path.Combine(Cluster, "server.log");

    public string Account => Path.Combine(Root, "account");

    /// <summary>Held while a command starts or stops the server.</summary>
    public string Gate => Path.Combine(Root, "gate.lock");

    /// <summary>Held by all commands that use the server, together.</summary>
    public string Share => Path.Combine(Root, "share.lock");

    /// <summary>The socket's folder; a short one where the path would be too long for a socket.</summary>
    public string Socket
    {
        get
        {
            var folder = Path.Combine(Root, "socket");
            if (Encoding.UTF8.GetByteCount(folder + SocketFile) <= LongestSocket)
                return folder;
            var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Root)))[..16];
            return $"/tmp/extractor-{name}";
        }
    }

    /// <summary>What EXTRACTOR_DATA says, else /var/lib/extractor for root and the user's data folder for others.</summary>
    public static DataFolder Find()
    {
        var named = Environment.GetEnvironmentVariable("EXTRACTOR_DATA");
        if (!string.IsNullOrEmpty(named))
            return new(Path.GetFullPath(named));
        if (Environment.IsPrivilegedProcess)
            return new("/var/lib/extractor");
        var data = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        return new(Path.Combine(
            string.IsNullOrEmpty(data)
                ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share")
                : data,
            "extractor"));
    }
}

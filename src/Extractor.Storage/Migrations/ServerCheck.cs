using Dapper;
using Npgsql;

namespace Extractor.Storage.Migrations;

/// <summary>One thing about a server, and the remedy where it is not as it should be.</summary>
/// <param name="Refused">Nothing can be stored there: a program refuses to start.</param>
public sealed record Finding(bool Good, string Text, bool Refused = false);

/// <summary>Refuses a database on which Chinese look-up would silently fail, and warns of one that may lose what it was given.</summary>
public static class ServerCheck
{
    const int OldestServer = 150_000;

    static readonly TimeSpan LargestSkew = TimeSpan.FromSeconds(60);

    // lc_ctype is a setting up to PostgreSQL 15 and a column of pg_database in all versions.
    const string Facts = """
        select current_setting('server_version_num')::int as version, current_setting('server_version') as release,
               pg_encoding_to_char(encoding)::text as encoding, datctype::text as ctype, datname::text as name,
               current_setting('synchronous_commit') as commit, current_setting('fsync') as fsync, clock_timestamp() as clock
        from pg_database
        where datname = current_database()
        """;

    sealed record Server(
        int Version, string Release, string Encoding, string Ctype, string Name, string Commit, string Fsync, DateTime Clock);

    /// <exception cref="DatabaseException">The server or the database is unfit.</exception>
    internal static async Task RunAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        if ((await ExamineAsync(connection, TimeProvider.System, ct)).FirstOrDefault(finding => finding.Refused) is { } refused)
            throw new DatabaseException(refused.Text);
    }

    /// <summary>All that was looked at, the good and the bad.</summary>
    /// <param name="time">This host's clock, held against the server's. Leases go by the server's alone.</param>
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(NpgsqlConnection connection, TimeProvider time, CancellationToken ct)
    {
        var asked = time.GetUtcNow();
        var server = await connection.QuerySingleAsync<Server>(new(Facts, cancellationToken: ct));
        var answered = time.GetUtcNow();
        // Somewhere between the question and the answer the server looked at its clock.
        var skew = server.Clock < asked.UtcDateTime ? asked.UtcDateTime - server.Clock
            : server.Clock > answered.UtcDateTime ? server.Clock - answered.UtcDateTime
            : TimeSpan.Zero;
        return
        [
            server.Version >= OldestServer
                ? new(true, $"the server is PostgreSQL {server.Release}")
                : new(false, $"the server is PostgreSQL {server.Release}; at least 15 is needed", Refused: true),
            server.Encoding == "UTF8"
                ? new(true, "the encoding is UTF8")
                : new(false, $"database “{server.Name}” is encoded in {server.Encoding}; create it with encoding 'UTF8'", Refused: true),
            // Under C no Chinese character counts as a letter: searches for Chinese words find nothing, without an error.
            server.Ctype is not ("C" or "POSIX")
                ? new(true, $"lc_ctype is {server.Ctype}")
                : new(false, $"database “{server.Name}” has lc_ctype {server.Ctype}, under which Chinese words cannot be searched; create it with lc_ctype 'C.UTF-8'", Refused: true),
            server.Commit != "off"
                ? new(true, $"synchronous_commit is {server.Commit}")
                : new(false, "synchronous_commit is off: a crash loses the last commits; set it to on in postgresql.conf, or with: alter database … set synchronous_commit = on"),
            server.Fsync == "on"
                ? new(true, "fsync is on")
                : new(false, "fsync is off: a crash of the host can destroy the database; set it to on in postgresql.conf and restart the server"),
            skew < LargestSkew
                ? new(true, $"the clocks of this host and the server differ by {skew.TotalSeconds:0.0} s")
                : new(false, $"the clocks of this host and the server differ by {skew.TotalSeconds:0} s; set them by NTP"),
        ];
    }
}

using Dapper;
using Npgsql;

namespace Extractor.Storage.Migrations;

/// <summary>Refuses a database on which Chinese look-up would silently fail.</summary>
static class ServerCheck
{
    const int OldestServer = 150_000;

    // lc_ctype is a setting up to PostgreSQL 15 and a column of pg_database in all versions.
    const string Facts = """
        select current_setting('server_version_num')::int as version, current_setting('server_version') as release,
               pg_encoding_to_char(encoding)::text as encoding, datctype::text as ctype, datname::text as name
        from pg_database
        where datname = current_database()
        """;

    public static async Task RunAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var (version, release, encoding, ctype, name) =
            await connection.QuerySingleAsync<(int, string, string, string, string)>(new(Facts, cancellationToken: ct));
        if (version < OldestServer)
            throw new DatabaseException($"the server is PostgreSQL {release}; at least 15 is needed");
        if (encoding != "UTF8")
            throw new DatabaseException($"database “{name}” is encoded in {encoding}; create it with encoding 'UTF8'");
        // Under C no Chinese character counts as a letter: searches for Chinese words find nothing, without an error.
        if (ctype is "C" or "POSIX")
            throw new DatabaseException(
                $"database “{name}” has lc_ctype {ctype}, under which Chinese words cannot be searched; create it with lc_ctype 'C.UTF-8'");
    }
}

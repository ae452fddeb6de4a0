using Dapper;
using Npgsql;

namespace Extractor.Storage.Schedules;

/// <summary>Quartz' own tables. What makes and uses them is in the worker; here is only whether they are there.</summary>
public static class QuartzTables
{
    const string Exist = "select to_regclass('quartz.qrtz_triggers') is not null";

    const string Writable = "select has_table_privilege('quartz.qrtz_triggers', 'insert, update, delete')";

    public static async Task<bool> ExistAsync(NpgsqlDataSource db, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.ExecuteScalarAsync<bool>(new(Exist, cancellationToken: ct));
    }

    /// <summary>Whether this login may change schedules. Asked before Quartz is, whose own words for it are dark.</summary>
    public static async Task<bool> MayChangeAsync(NpgsqlDataSource db, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.ExecuteScalarAsync<bool>(new(Writable, cancellationToken: ct));
    }
}

using Dapper;
using Npgsql;

namespace Extractor.Storage.Queue;

/// <summary>How much waits to be read: who brings pages in pauses above a limit.</summary>
public sealed class Backlog(NpgsqlDataSource db)
{
    // Counts no further than it must; an index of the ready ones alone answers.
    const string Over = "select count(*) > @limit from (select from jobs where state = 'ready' limit @limit + 1) ready";

    public async Task<bool> IsOverAsync(int limit, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.ExecuteScalarAsync<bool>(new(Over, new { limit }, cancellationToken: ct));
    }
}

using Extractor.Storage.Migrations;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Extractor.Worker.Observability;

/// <summary>Says at a worker's start what is wrong with a server that is fit to be used all the same.</summary>
public static class ServerWarnings
{
    public static async Task LogAsync(NpgsqlDataSource db, ILogger logger, CancellationToken ct)
    {
        try
        {
            await using var connection = await db.OpenConnectionAsync(ct);
            foreach (var finding in await ServerCheck.ExamineAsync(connection, TimeProvider.System, ct))
                if (!finding.Good)
                    Log.ServerWarning(logger, finding.Text);
        }
        catch (NpgsqlException e) when (DatabaseErrors.IsAway(e))
        {
            // The loop says so, and waits.
        }
    }
}

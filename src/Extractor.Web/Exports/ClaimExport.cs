using System.Buffers;
using System.IO.Compression;
using Extractor.Storage.Claims;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Extractor.Web.Exports;

/// <summary>Writes claims into a stream as they come from the database, page by page.</summary>
public sealed partial class ClaimExport(NpgsqlDataSource db, TimeProvider time, ILogger logger)
{
    const int Chunk = 64 * 1024;

    readonly ClaimSearch _claims = new(db);

    public async Task<Edition> BeginAsync(IReadOnlyDictionary<string, string> query, CancellationToken ct)
    {
        var (run, ruleset) = await _claims.FindPublishedAsync(ct);
        return new(query, run, ruleset, time.GetUtcNow());
    }

    /// <summary>Where it fails after a part has been sent, the export ends with a mark that says so.</summary>
    /// <exception cref="NpgsqlException">The database failed before anything was sent.</exception>
    public async Task<Ending> WriteAsync(Stream stream, ExportFormat format, ClaimFilter filter, Edition edition, CancellationToken ct)
    {
        var writer = format.NewWriter();
        var buffer = new ArrayBufferWriter<byte>(Chunk + Chunk / 2);
        var (sent, claims) = (false, 0L);
        string? error = null;

        async Task SendAsync()
        {
            sent = true;
            await stream.WriteAsync(buffer.WrittenMemory, ct);
            buffer.ResetWrittenCount();
        }

        writer.Begin(buffer, edition);
        try
        {
            await foreach (var claim in _claims.StreamAsync(filter, ct, edition.Run))
            {
                writer.Write(buffer, claim);
                claims++;
                if (buffer.WrittenCount >= Chunk)
                    await SendAsync();
            }
        }
        catch (Exception e) when (sent && e is NpgsqlException or TimeoutException)
        {
            Broke(logger, format.Name, claims, $"{e.GetType().Name}: {e.Message}");
            error = "the database failed; ask again";
        }
        var ending = new Ending(claims, error);
        writer.End(buffer, edition, ending);
        await SendAsync();
        await stream.FlushAsync(ct);
        return ending;
    }

    /// <summary>A zip of the CSV and its description.</summary>
    public async Task<Ending> WritePackageAsync(Stream stream, ClaimFilter filter, Edition edition, CancellationToken ct)
    {
        Ending ending;
        await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        await using (var csv = await zip.CreateEntry("claims.csv").OpenAsync(ct))
            ending = await WriteAsync(csv, ExportFormat.Csv, filter, edition, ct);
        var description = new ArrayBufferWriter<byte>();
        ExportJson.Write(description, json => DataPackage.Write(json, "claims.csv", edition, ending));
        await using (var entry = await zip.CreateEntry("datapackage.json").OpenAsync(ct))
            await entry.WriteAsync(description.WrittenMemory, ct);
        return ending;
    }

    [LoggerMessage(502, LogLevel.Error, "export of {format} broke off after {claims} claims: {error}")]
    static partial void Broke(ILogger logger, string format, long claims, string error);
}

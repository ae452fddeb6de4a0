using Dapper;
using Extractor.Core.Claims;
using Extractor.Storage.Claims;
using Npgsql;

namespace Extractor.Storage.Runs;

/// <summary>What storing an extraction would change; nothing is written.</summary>
public static class Preview
{
    const string Standing = $"""
        select false as isnew, {ChangedRow.Columns}
        from claims c join documents d using (document_id)
        where c.document_id = @document and c.retired_run is null and c.claim_key <> all(@same)
        """;

    const string Digests = "select claim_key as key, digest from claims where document_id = @document and retired_run is null";

    public static async Task<IReadOnlyList<ClaimChange>> CompareAsync(
        NpgsqlDataSource db, Guid document, byte[] version, string name, Extraction extraction, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var digests = (await connection.QueryAsync<(Guid Key, Guid Digest)>(new(Digests, new { document }, cancellationToken: ct))).ToDictionary();
        var fresh = new Reading(document, version, extraction).Claims;
        var same = fresh.Where(row => digests.TryGetValue(row.Key, out var digest) && digest == row.Digest).Select(row => row.Key).ToArray();
        if (same.Length == fresh.Count && same.Length == digests.Count)
            return [];
        var rows = (await connection.QueryAsync<ChangedRow>(new(Standing, new { document, same }, cancellationToken: ct))).ToList();
        rows.AddRange(fresh.ExceptBy(same, row => row.Key).Select(row => ChangedRow.Of(row.Claim, name, document, version)));
        rows.Sort((a, b) => (a.SpanStart, a.SpanEnd).CompareTo((b.SpanStart, b.SpanEnd)));
        return [.. ClaimChange.Pair(rows)];
    }
}

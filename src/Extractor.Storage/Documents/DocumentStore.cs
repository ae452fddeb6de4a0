using System.Buffers.Binary;
using Dapper;
using Extractor.Core.Documents;
using Npgsql;

namespace Extractor.Storage.Documents;

/// <summary>The tables <c>documents</c> and <c>document_versions</c>.</summary>
public sealed class DocumentStore(NpgsqlDataSource db)
{
    // Two commands that bring the same text at once take turns, or each would think its own the first. In the order of the
    // keys, so that two batches wait for each other and not in a ring; the same holds for the rows below.
    const string LockTexts = "select pg_advisory_xact_lock(key) from unnest(@keys) as k (key)";

    const string FindKnown = """
        select document_id as id, version, text_hash as texthash
        from documents where document_id = any(@ids) order by document_id for no key update;
        select document_id from erasures where document_id = any(@ids)
        """;

    // Asked by itself: where documents are in shards, the first of a text may stand in any of them.
    const string FindFirst = """
        select document_id as id, text_hash as texthash
        from documents
        where text_hash = any(@hashes) and duplicate_of is null
        order by created_at, document_id
        """;

    const string Upsert = """
        insert into documents (document_id, source, uri, name, version, text_hash, duplicate_of)
        select n.*
        from unnest(@ids, @sources, @uris, @names, @versions, @hashes, @firsts) as n (document_id, source, uri, name, version, text_hash, duplicate_of)
        order by n.document_id
        on conflict (document_id) do update
        set name = excluded.name, version = excluded.version, text_hash = excluded.text_hash, duplicate_of = excluded.duplicate_of
        """;

    const string FindDuplicates = "select document_id from documents where document_id = any(@ids) and duplicate_of is not null";

    const string InsertVersions = """
        insert into document_versions (document_id, version, text, publication, region, published)
        select * from unnest(@ids, @versions, @texts, @publications, @regions, @published)
        on conflict (document_id, version) do nothing
        """;

    // A document that got another text no longer stands for its duplicates: the oldest of them takes its place.
    const string Hand = """
        with heirs as (
          select document_id, first_value(document_id) over (order by created_at, document_id) as heir
          from documents
          where duplicate_of = @id
        )
        update documents d
        set duplicate_of = nullif(h.heir, d.document_id)
        from heirs h
        where d.document_id = h.document_id
        """;

    // Lengths are kept beside the texts, so that a text beyond the bound is not even unpacked.
    const string Load = """
        select ordinal::int, name, case when upto - length < @characters then text end, publication, region, published
        from (
          select ordinal, d.name, v.length, sum(v.length) over (order by ordinal) as upto, v.text, v.publication, v.region, v.published
          from unnest(@ids, @versions) with ordinality as asked (document_id, version, ordinal)
          join documents d using (document_id, version)
          join document_versions v using (document_id, version)
        ) found
        """;

    /// <summary>Stores documents or their new versions, within the caller's transaction.</summary>
    /// <param name="documents">No two with the same id, nor with the same text.</param>
    /// <returns>Of each, in their order, what that changed, and whether a text that is new stands under another document already.</returns>
    public static async Task<IReadOnlyList<(Putting Putting, bool Duplicate)>> PutAsync(
        NpgsqlTransaction transaction, IReadOnlyList<Document> documents, CancellationToken ct)
    {
        var connection = transaction.Connection!;
        var ids = documents.Select(document => document.Id).ToArray();
        var keys = documents.Select(document => BinaryPrimitives.ReadInt64BigEndian(document.TextHash)).Order().ToArray();
        await connection.ExecuteAsync(new(LockTexts, new { keys }, transaction, cancellationToken: ct));
        await using var found = await connection.QueryMultipleAsync(new(FindKnown, new { ids }, transaction, cancellationToken: ct));
        var known = (await found.ReadAsync<(Guid Id, byte[] Version, byte[] TextHash)>()).ToDictionary(row => row.Id);
        var erased = (await found.ReadAsync<Guid>()).ToHashSet();
        Putting PuttingOf(Document document) =>
            !known.TryGetValue(document.Id, out var row) ? erased.Contains(document.Id) ? Putting.Erased : Putting.New
            : row.Version.AsSpan().SequenceEqual(document.Version) ? Putting.Same : Putting.Changed;

        var written = documents.Where(document => PuttingOf(document) is Putting.New or Putting.Changed).ToList();
        if (written.Count > 0)
            await WriteAsync(transaction, written, ct);
        foreach (var document in written)
            if (known.TryGetValue(document.Id, out var row) && !row.TextHash.AsSpan().SequenceEqual(document.TextHash))
                await connection.ExecuteAsync(new(Hand, new { id = document.Id }, transaction, cancellationToken: ct));
        // Asked at the end: one document of a batch may have got the text that another one of it has given up.
        var duplicates = (await connection.QueryAsync<Guid>(new(
            FindDuplicates, new { ids = written.ConvertAll(document => document.Id) }, transaction, cancellationToken: ct))).ToHashSet();
        return [.. documents.Select(document => (PuttingOf(document), duplicates.Contains(document.Id)))];
    }

    static async Task WriteAsync(NpgsqlTransaction transaction, List<Document> documents, CancellationToken ct)
    {
        var (ids, versions) = (documents.ConvertAll(document => document.Id), documents.ConvertAll(document => document.Version));
        var hashes = documents.ConvertAll(document => document.TextHash);
        var firsts = (await transaction.Connection!.QueryAsync<(Guid Id, byte[] TextHash)>(new(FindFirst, new { hashes }, transaction, cancellationToken: ct)))
            .ToLookup(row => Convert.ToHexString(row.TextHash), row => row.Id);
        Guid? FirstOf(Document document) => firsts[Convert.ToHexString(document.TextHash)].Cast<Guid?>().FirstOrDefault(id => id != document.Id);
        await transaction.Connection!.ExecuteAsync(new(Upsert, new
        {
            ids,
            versions,
            sources = documents.ConvertAll(document => document.Source),
            uris = documents.ConvertAll(document => document.Uri),
            names = documents.ConvertAll(document => document.Facts.Document),
            hashes,
            firsts = documents.ConvertAll(FirstOf),
        }, transaction, cancellationToken: ct));
        await using var command = new NpgsqlCommand(InsertVersions, transaction.Connection, transaction);
        command.Parameters.AddWithValue("ids", ids);
        command.Parameters.AddWithValue("versions", versions);
        command.Parameters.AddWithValue("texts", documents.ConvertAll(document => document.Text));
        command.Parameters.AddWithValue("publications", documents.ConvertAll(document => document.Facts.Publication));
        command.Parameters.AddWithValue("regions", documents.ConvertAll(document => document.Facts.Region));
        command.Parameters.AddWithValue("published", documents.ConvertAll(document => document.Facts.Published));
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Texts and facts of versions that are still the current ones of their documents.</summary>
    /// <param name="characters">So many code points at a time; a text that is longer comes alone.</param>
    /// <returns>By the places of what was asked. One that is missing has a newer version; one without text is beyond the bound.</returns>
    public async Task<Dictionary<int, FoundDocument>> FindCurrentAsync(
        IReadOnlyList<(Guid Id, byte[] Version)> asked, long characters, CancellationToken ct)
    {
        await using var command = db.CreateCommand(Load);
        command.Parameters.AddWithValue("ids", asked.Select(one => one.Id).ToArray());
        command.Parameters.AddWithValue("versions", asked.Select(one => one.Version).ToArray());
        command.Parameters.AddWithValue("characters", characters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new Dictionary<int, FoundDocument>();
        string? Optional(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
        while (await reader.ReadAsync(ct))
        {
            var published = reader.IsDBNull(5) ? (DateOnly?)null : reader.GetFieldValue<DateOnly>(5);
            found[reader.GetInt32(0) - 1] = new(Optional(2), new(reader.GetString(1), Optional(3), Optional(4), published));
        }
        return found;
    }
}

/// <summary>A document as the extractor reads it.</summary>
/// <param name="Text">Null where it was not asked for yet.</param>
public sealed record FoundDocument(string? Text, DocumentFacts Facts);

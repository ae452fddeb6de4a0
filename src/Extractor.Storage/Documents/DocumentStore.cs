using Dapper;
using Extractor.Core.Documents;
using Npgsql;
using NpgsqlTypes;

namespace Extractor.Storage.Documents;

/// <summary>The tables <c>documents</c> and <c>document_versions</c>.</summary>
public sealed class DocumentStore(NpgsqlDataSource db)
{
    // Two commands that bring the same text at once take turns, or each would think its own the first.
    const string LockText = "select pg_advisory_xact_lock(('x' || encode(substring(@hash from 1 for 8), 'hex'))::bit(64)::bigint)";

    const string FindVersion = "select version, text_hash from documents where document_id = @id for no key update";

    const string IsErased = "select exists (select from erasures where document_id = @id)";

    const string Upsert = """
        insert into documents (document_id, source, uri, name, version, text_hash, duplicate_of)
        values (@id, @source, @uri, @name, @version, @hash,
          (select document_id from documents
           where text_hash = @hash and document_id <> @id and duplicate_of is null
           order by created_at, document_id limit 1))
        on conflict (document_id) do update
        set name = excluded.name, version = excluded.version, text_hash = excluded.text_hash, duplicate_of = excluded.duplicate_of
        returning duplicate_of is not null
        """;

    const string InsertVersion = """
        insert into document_versions (document_id, version, text, publication, region, published)
        values (@id, @version, @text, @publication, @region, @published)
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

    /// <summary>Stores a document or its new version, within the caller's transaction.</summary>
    /// <returns>What that changed, and whether the text that is new stands under another document already.</returns>
    public static async Task<(Putting Putting, bool Duplicate)> PutAsync(NpgsqlTransaction transaction, Document document, CancellationToken ct)
    {
        var connection = transaction.Connection!;
        await connection.ExecuteAsync(new(LockText, new { hash = document.TextHash }, transaction, cancellationToken: ct));
        var known = await connection.QuerySingleOrDefaultAsync<(byte[]? Version, byte[]? TextHash)>(
            new(FindVersion, new { id = document.Id }, transaction, cancellationToken: ct));
        if (known.Version is null && await connection.ExecuteScalarAsync<bool>(new(IsErased, new { id = document.Id }, transaction, cancellationToken: ct)))
            return (Putting.Erased, false);
        if (known.Version is not null && known.Version.AsSpan().SequenceEqual(document.Version))
            return (Putting.Same, false);

        var duplicate = await connection.ExecuteScalarAsync<bool>(new(Upsert, new
        {
            id = document.Id, source = document.Source, uri = document.Uri, name = document.Facts.Document,
            version = document.Version, hash = document.TextHash,
        }, transaction, cancellationToken: ct));
        if (known.TextHash is not null && !known.TextHash.AsSpan().SequenceEqual(document.TextHash))
            await connection.ExecuteAsync(new(Hand, new { id = document.Id }, transaction, cancellationToken: ct));
        await InsertVersionAsync(transaction, document, ct);
        return (known.Version is null ? Putting.New : Putting.Changed, duplicate);
    }

    static async Task InsertVersionAsync(NpgsqlTransaction transaction, Document document, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(InsertVersion, transaction.Connection, transaction);
        command.Parameters.AddWithValue("id", document.Id);
        command.Parameters.AddWithValue("version", document.Version);
        command.Parameters.AddWithValue("text", document.Text);
        command.Parameters.AddWithValue("publication", NpgsqlDbType.Text, (object?)document.Facts.Publication ?? DBNull.Value);
        command.Parameters.AddWithValue("region", NpgsqlDbType.Text, (object?)document.Facts.Region ?? DBNull.Value);
        command.Parameters.AddWithValue("published", NpgsqlDbType.Date, (object?)document.Facts.Published ?? DBNull.Value);
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

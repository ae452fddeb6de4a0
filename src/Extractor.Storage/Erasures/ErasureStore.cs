using Dapper;
using Extractor.Storage.Runs;
using Npgsql;

namespace Extractor.Storage.Erasures;

/// <summary>A document that may be erased.</summary>
public sealed record Erasable(Guid Id, string Source, string Uri, string Name, long Versions, long Claims);

/// <summary>Takes documents out for good, all versions and generations of them: the one place where rows that readers saw are deleted.</summary>
public sealed class ErasureStore(NpgsqlDataSource db)
{
    const string Find = """
        select d.document_id as id, d.source, d.uri, d.name,
               (select count(*) from document_versions v where v.document_id = d.document_id) as versions,
               (select count(*) from claims c where c.document_id = d.document_id) as claims
        from documents d
        where d.document_id::text = @word or d.uri = @word or d.name = @word
        order by d.source, d.uri
        """;

    // The oldest of its duplicates takes its place, as where it got another text.
    const string Hand = """
        with heirs as (
          select document_id, first_value(document_id) over (order by created_at, document_id) as heir
          from documents where duplicate_of = @document
        )
        update documents d set duplicate_of = nullif(h.heir, d.document_id) from heirs h where d.document_id = h.document_id
        """;

    const string Names = """
        select distinct indicator, scope from claims where document_id = @document
        """;

    const string Delete = """
        delete from jobs where document_id = @document;
        delete from checks where document_id = @document;
        delete from claims where document_id = @document;
        delete from articles where document_id = @document;
        delete from receipts where document_id = @document;
        delete from document_versions where document_id = @document;
        delete from documents where document_id = @document;
        insert into erasures (document_id) values (@document) on conflict do nothing;
        """;

    // Names that no other document has. Asked by themselves: they stand in no shard.
    const string Kept = """
        select distinct indicator from claims where indicator = any(@indicators);
        select distinct scope from claims where scope = any(@scopes);
        """;

    const string DeleteNames = """
        delete from indicator_names where name = any(@indicators);
        delete from scope_names where name = any(@scopes);
        """;

    public async Task<IReadOnlyList<Erasable>> FindAsync(string word, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return [.. await connection.QueryAsync<Erasable>(new(Find, new { word }, cancellationToken: ct))];
    }

    /// <summary>Erases one document. A worker that has it in hand finds its job gone and drops what it read.</summary>
    public async Task EraseAsync(Guid document, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await RunStore.HoldAloneAsync(transaction, ct);
        await connection.ExecuteAsync(new(Hand, new { document }, transaction, cancellationToken: ct));
        var names = (await connection.QueryAsync<(string? Indicator, string? Scope)>(new(Names, new { document }, transaction, cancellationToken: ct))).AsList();
        var indicators = names.Select(name => name.Indicator).OfType<string>().ToHashSet();
        var scopes = names.Select(name => name.Scope).OfType<string>().ToHashSet();
        await connection.ExecuteAsync(new(Delete, new { document }, transaction, commandTimeout: 600, cancellationToken: ct));
        await using (var kept = await connection.QueryMultipleAsync(new(Kept, new { indicators = indicators.ToArray(), scopes = scopes.ToArray() }, transaction, commandTimeout: 600, cancellationToken: ct)))
        {
            indicators.ExceptWith(await kept.ReadAsync<string>());
            scopes.ExceptWith(await kept.ReadAsync<string>());
        }
        await connection.ExecuteAsync(new(DeleteNames, new { indicators = indicators.ToArray(), scopes = scopes.ToArray() }, transaction, cancellationToken: ct));
        await transaction.CommitAsync(ct);
    }
}

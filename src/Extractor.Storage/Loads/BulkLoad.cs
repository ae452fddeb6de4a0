using Dapper;
using Extractor.Storage.Claims;
using Extractor.Storage.Documents;
using Extractor.Storage.Runs;
using Extractor.Storage.Shards;
using Npgsql;

namespace Extractor.Storage.Loads;

/// <summary>What became of documents that were to be loaded.</summary>
/// <param name="Known">Of another or the same version: left as they stand.</param>
/// <param name="Erased">Were erased for good, and are not taken in again.</param>
public sealed record Loaded(int Documents, long Claims, int Known, int Erased)
{
    public static Loaded Nothing { get; } = new(0, 0, 0, 0);

    public static Loaded operator +(Loaded a, Loaded b) => new(a.Documents + b.Documents, a.Claims + b.Claims, a.Known + b.Known, a.Erased + b.Erased);
}

/// <summary>
/// One transaction that writes what was read elsewhere under the run that readers see; they see all of it at once. In a
/// database without documents indexes and foreign keys are built when all rows are in.
/// </summary>
public sealed class BulkLoad : IAsyncDisposable
{
    const string IsAny = "select exists (select from documents)";

    // Pages that come in meanwhile wait: two texts that are the same must not both be the first. Workers go on.
    const string LockDocuments = "set local statement_timeout = 0; set local lock_timeout = 0; lock table documents in share row exclusive mode";

    const string FindKnown = "select document_id from documents where document_id = any(@ids)";

    const string FindErased = "select document_id from erasures where document_id = any(@ids)";

    static string SameTexts(string which) => $"""
        select document_id as id, text_hash as texthash
        from documents
        where duplicate_of is null and text_hash {which}
        order by text_hash, created_at, document_id
        """;

    static readonly string SameAmongAll = SameTexts("in (select text_hash from documents group by text_hash having count(*) > 1)");

    static readonly string SameAsLoaded = SameTexts("= any(@hashes)");

    const string Mark = """
        update documents d set duplicate_of = n.first from unnest(@ids, @firsts) as n (id, first) where d.document_id = n.id and d.document_id = any(@ids)
        """;

    readonly NpgsqlConnection _connection;
    readonly NpgsqlTransaction _transaction;
    readonly Run _run;
    readonly Indexes? _indexes;
    readonly List<byte[]> _hashes = [];
    DateTime _next = DateTime.UtcNow;

    BulkLoad(NpgsqlTransaction transaction, Run run, Indexes? indexes) => (_connection, _transaction, _run, _indexes) = (transaction.Connection!, transaction, run, indexes);

    /// <summary>Whether there was no document: then all is loaded in this one transaction, and nobody reads or writes meanwhile.</summary>
    public bool WasEmpty => _indexes is not null;

    /// <exception cref="DatabaseException">A re-extraction is under way, or the login does not own the tables.</exception>
    public static async Task<BulkLoad> BeginAsync(NpgsqlDataSource db, string ruleset, TimeSpan silence, CancellationToken ct)
    {
        await new RunStore(db).OpenAsync(ruleset, ct);
        var isDistributed = await Citus.DocumentsPerTransactionAsync(db, ct) == 1;
        var connection = await db.OpenConnectionAsync(ct);
        try
        {
            var isEmpty = !isDistributed && !await connection.ExecuteScalarAsync<bool>(new(IsAny, cancellationToken: ct));
            var transaction = await connection.BeginTransactionAsync(ct);
            if (isEmpty)
                await RunStore.HoldAloneAsync(transaction, ct);
            var frontier = await RunStore.HoldAsync(transaction, silence, ct);
            if (frontier.Reextraction is { } run)
                throw new DatabaseException($"re-extraction {run} is under way, which would not read what is loaded; load when it is over (extractor runs list), or end it: extractor runs cancel");
            await connection.ExecuteAsync(new(LockDocuments, transaction: transaction, commandTimeout: 0, cancellationToken: ct));
            // Asked again: a page may have come in meanwhile.
            isEmpty = isEmpty && !await connection.ExecuteScalarAsync<bool>(new(IsAny, transaction: transaction, cancellationToken: ct));
            return new(transaction, new(frontier.Live, ruleset), isEmpty ? await Indexes.DropAsync(transaction, ct) : null);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            var user = connection.UserName;
            await connection.DisposeAsync();
            throw new DatabaseException($"{user} may not load into an empty database, whose indexes are built afterwards ({e.MessageText}); use a login of extractor_owner");
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <param name="read">Some thousand claims at a time.</param>
    public async Task<Loaded> PutAsync(IReadOnlyList<(Document Document, Findings Findings)> read, CancellationToken ct)
    {
        var ids = read.Select(one => one.Document.Id).ToArray();
        var known = (await _connection.QueryAsync<Guid>(new(FindKnown, new { ids }, _transaction, cancellationToken: ct))).ToHashSet();
        var erased = (await _connection.QueryAsync<Guid>(new(FindErased, new { ids }, _transaction, cancellationToken: ct))).ToHashSet();
        var fresh = new List<(Document Document, Findings Findings)>();
        var loaded = Loaded.Nothing;
        foreach (var one in read)
            if (erased.Contains(one.Document.Id))
                loaded = loaded with { Erased = loaded.Erased + 1 };
            else if (!known.Add(one.Document.Id))
                loaded = loaded with { Known = loaded.Known + 1 };
            else
                fresh.Add(one);
        if (fresh.Count == 0)
            return loaded;
        await LoadRows.WriteAsync(_transaction, _run, fresh, _next, ct);
        _next = _next.AddMicroseconds(fresh.Count);
        if (!WasEmpty)
            _hashes.AddRange(fresh.Select(one => one.Document.TextHash));
        return loaded with { Documents = fresh.Count, Claims = fresh.Sum(one => (long)one.Findings.Claims.Count) };
    }

    /// <summary>Builds what was taken away, marks texts that stand twice, and shows all of it to readers.</summary>
    public async Task CompleteAsync(CancellationToken ct)
    {
        var same = await _connection.QueryAsync<(Guid Id, byte[] TextHash)>(new(
            WasEmpty ? SameAmongAll : SameAsLoaded, new { hashes = _hashes }, _transaction, commandTimeout: 0, cancellationToken: ct));
        var repeated = same.GroupBy(row => Convert.ToHexString(row.TextHash)).SelectMany(group => group.Skip(1).Select(row => (row.Id, First: group.First().Id))).ToList();
        if (repeated.Count > 0)
            await _connection.ExecuteAsync(new(
                Mark, new { ids = repeated.ConvertAll(row => row.Id), firsts = repeated.ConvertAll(row => row.First) }, _transaction, commandTimeout: 0, cancellationToken: ct));
        if (_indexes is not null)
            await _indexes.BuildAsync(_transaction, ct);
        await _transaction.CommitAsync(ct);
        if (WasEmpty)
            await _connection.ExecuteAsync(new("analyze documents, document_versions, articles, claims, checks, receipts", commandTimeout: 0, cancellationToken: ct));
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}

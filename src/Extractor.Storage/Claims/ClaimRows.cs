using System.Buffers;
using Dapper;
using Extractor.Core.Claims;
using Extractor.Core.Opinions;
using Extractor.Storage.Runs;
using Npgsql;
using NpgsqlTypes;

namespace Extractor.Storage.Claims;

/// <summary>A claim with what tells it apart.</summary>
sealed class ClaimRow
{
    /// <param name="buffer">For one row at a time, whatever it holds.</param>
    public ClaimRow(Guid document, byte[] version, Claim claim, ArrayBufferWriter<byte> buffer)
    {
        (Document, Version, Claim) = (document, version, claim);
        (Key, Digest) = ClaimIdentity.Of(claim, buffer);
    }

    public Guid Document { get; }

    public byte[] Version { get; }

    public Claim Claim { get; }

    public Guid Key { get; }

    public Guid Digest { get; }
}

/// <summary>Writes claims by COPY: half again as fast into indexed tables as any statement.</summary>
static class ClaimRows
{
    // The server is not to wait long for the rest of one: see JobQueue, which ends sessions whose clients are silent.
    const int RowsPerCopy = 5000;

    // A label of an enum travels as its text.
    static readonly Column[] Columns =
    [
        Column("document_id", NpgsqlDbType.Uuid, row => row.Document),
        Column("version", NpgsqlDbType.Bytea, row => row.Version),
        Column("claim_key", NpgsqlDbType.Uuid, row => row.Key),
        Column("digest", NpgsqlDbType.Uuid, row => row.Digest),
        Column("span_start", NpgsqlDbType.Integer, row => row.Claim.Span.Start),
        Column("span_end", NpgsqlDbType.Integer, row => row.Claim.Span.End),
        Column("quote", NpgsqlDbType.Text, row => row.Claim.Text),
        Column("value_text", NpgsqlDbType.Text, row => row.Claim.Value),
        Column("low_text", NpgsqlDbType.Text, row => row.Claim.Low),
        Column("high_text", NpgsqlDbType.Text, row => row.Claim.High),
        Column("unit", NpgsqlDbType.Text, row => row.Claim.Unit),
        Column("unit_printed", NpgsqlDbType.Text, row => PrintedUnit.Of(row.Claim.Text)),
        Column("qualifier", NpgsqlDbType.Unknown, row => row.Claim.Qualifier.Code()),
        Column("indicator", NpgsqlDbType.Text, row => row.Claim.Indicator),
        Column("indicator_id", NpgsqlDbType.Text, row => row.Claim.IndicatorId),
        Column("measure", NpgsqlDbType.Unknown, row => row.Claim.Measure.Code()),
        Column("direction", NpgsqlDbType.Unknown, row => row.Claim.Direction?.Code()),
        Column("basis", NpgsqlDbType.Text, row => row.Claim.Basis),
        Column("period_start", NpgsqlDbType.Date, row => row.Claim.Period?.Start),
        Column("period_end", NpgsqlDbType.Date, row => row.Claim.Period?.End),
        Column("scope", NpgsqlDbType.Text, row => row.Claim.Scope),
        Column("scope_code", NpgsqlDbType.Text, row => row.Claim.ScopeCode),
        Column("status", NpgsqlDbType.Unknown, row => row.Claim.Status.Code()),
        Column("article_start", NpgsqlDbType.Integer, row => row.Claim.Article.Start),
        Column("article_end", NpgsqlDbType.Integer, row => row.Claim.Article.End),
        Column("sentence_start", NpgsqlDbType.Integer, row => row.Claim.Sentence.Start),
        Column("sentence_end", NpgsqlDbType.Integer, row => row.Claim.Sentence.End),
        Column("indicator_start", NpgsqlDbType.Integer, row => row.Claim.IndicatorSpan?.Start),
        Column("indicator_end", NpgsqlDbType.Integer, row => row.Claim.IndicatorSpan?.End),
        Column("period_from", NpgsqlDbType.Integer, row => row.Claim.PeriodSpan?.Start),
        Column("period_to", NpgsqlDbType.Integer, row => row.Claim.PeriodSpan?.End),
        Column("scope_start", NpgsqlDbType.Integer, row => row.Claim.ScopeSpan?.Start),
        Column("scope_end", NpgsqlDbType.Integer, row => row.Claim.ScopeSpan?.End),
        Column("rules", NpgsqlDbType.Array | NpgsqlDbType.Text, row => row.Claim.Rules.ToArray()),
        Column("confidence", NpgsqlDbType.Numeric, row => row.Claim.Confidence),
        Column("second_opinion", NpgsqlDbType.Unknown, row => row.Claim.SecondOpinion?.Code()),
    ];

    static readonly string Copy = $"copy claims (first_run, ruleset, {string.Join(", ", Columns.Select(column => column.Name))}) from stdin (format binary)";

    // What this very run has written and retired (a page corrected and corrected back) is written anew.
    const string Clear = """
        delete from claims c
        using unnest(@documents, @keys) as n (document_id, claim_key)
        where c.document_id = n.document_id and c.claim_key = n.claim_key and c.first_run = @run and c.document_id = any(@documents)
        """;

    // For searches. In one order, so that two transactions with the same new names wait for each other and not in a ring.
    const string PutNames = """
        insert into indicator_names (name)
        select name from unnest(@indicators) as n (name)
        where not exists (select from indicator_names k where k.name = n.name)
        order by name
        on conflict do nothing;
        insert into scope_names (name, code)
        select name, code from unnest(@scopes, @codes) as n (name, code)
        where not exists (select from scope_names k where k.name = n.name and k.code = n.code)
        order by name, code
        on conflict do nothing
        """;

    /// <param name="again">Documents that the run may have written to before.</param>
    public static async Task WriteAsync(
        NpgsqlTransaction transaction, Run run, List<ClaimRow> rows, IReadOnlySet<Guid> again, CancellationToken ct)
    {
        if (rows.Count == 0)
            return;
        await PutNamesAsync(transaction, rows, ct);
        if (rows.FindAll(row => again.Contains(row.Document)) is { Count: > 0 } known)
            await transaction.Connection!.ExecuteAsync(new(Clear, new
            {
                run = run.Id, documents = known.ConvertAll(row => row.Document), keys = known.ConvertAll(row => row.Key),
            }, transaction, cancellationToken: ct));
        foreach (var chunk in rows.Chunk(RowsPerCopy))
            await CopyAsync(transaction, run, chunk, ct);
    }

    static async Task CopyAsync(NpgsqlTransaction transaction, Run run, ClaimRow[] rows, CancellationToken ct)
    {
        await using var importer = await transaction.Connection!.BeginBinaryImportAsync(Copy, ct);
        foreach (var row in rows)
        {
            await importer.StartRowAsync(ct);
            await importer.WriteAsync(run.Id, NpgsqlDbType.Integer, ct);
            await importer.WriteAsync(run.Ruleset, NpgsqlDbType.Text, ct);
            foreach (var column in Columns)
                await column.WriteAsync(importer, row, ct);
        }
        await importer.CompleteAsync(ct);
    }

    static async Task PutNamesAsync(NpgsqlTransaction transaction, List<ClaimRow> rows, CancellationToken ct)
    {
        var scopes = rows.Where(row => row.Claim.Scope is { Length: > 0 }).Select(row => (Name: row.Claim.Scope!, Code: row.Claim.ScopeCode ?? "")).Distinct().ToList();
        await using var command = new NpgsqlCommand(PutNames, transaction.Connection, transaction);
        command.Parameters.AddWithValue("indicators", rows.Select(row => row.Claim.Indicator).OfType<string>().Where(name => name.Length > 0).Distinct().ToArray());
        command.Parameters.AddWithValue("scopes", scopes.ConvertAll(scope => scope.Name).ToArray());
        command.Parameters.AddWithValue("codes", scopes.ConvertAll(scope => scope.Code).ToArray());
        await command.ExecuteNonQueryAsync(ct);
    }

    static Column<T> Column<T>(string name, NpgsqlDbType type, Func<ClaimRow, T> cell) => new(name, type, cell);
}

/// <summary>One column of a table that is written by COPY.</summary>
abstract record Column(string Name)
{
    public abstract Task WriteAsync(NpgsqlBinaryImporter importer, ClaimRow row, CancellationToken ct);
}

sealed record Column<T>(string Name, NpgsqlDbType Type, Func<ClaimRow, T> Cell) : Column(Name)
{
    public override Task WriteAsync(NpgsqlBinaryImporter importer, ClaimRow row, CancellationToken ct) =>
        Cell(row) is { } cell ? importer.WriteAsync(cell, Type, ct) : importer.WriteNullAsync(ct);
}

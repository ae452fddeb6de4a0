using System.Buffers;
using Extractor.Core.Claims;
using Extractor.Core.Opinions;
using Extractor.Storage.Runs;
using Npgsql;

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

/// <summary>Writes claims as one array a column: one prepared plan, no limit on parameters, and unlike COPY an «on conflict».</summary>
static class ClaimRows
{
    const int RowsPerStatement = 1000;

    static readonly (string Name, Func<ClaimRow[], Array> Cells)[] Columns =
    [
        Column("document_id", row => row.Document),
        Column("version", row => row.Version),
        Column("claim_key", row => row.Key),
        Column("digest", row => row.Digest),
        Column("span_start", row => row.Claim.Span.Start),
        Column("span_end", row => row.Claim.Span.End),
        Column("quote", row => row.Claim.Text),
        Column("value_text", row => row.Claim.Value),
        Column("low_text", row => row.Claim.Low),
        Column("high_text", row => row.Claim.High),
        Column("unit", row => row.Claim.Unit),
        Column("unit_printed", row => PrintedUnit.Of(row.Claim.Text)),
        Column("qualifier", row => row.Claim.Qualifier.Code()),
        Column("indicator", row => row.Claim.Indicator),
        Column("indicator_id", row => row.Claim.IndicatorId),
        Column("measure", row => row.Claim.Measure.Code()),
        Column("direction", row => row.Claim.Direction?.Code()),
        Column("basis", row => row.Claim.Basis),
        Column("period_start", row => row.Claim.Period?.Start),
        Column("period_end", row => row.Claim.Period?.End),
        Column("scope", row => row.Claim.Scope),
        Column("scope_code", row => row.Claim.ScopeCode),
        Column("status", row => row.Claim.Status.Code()),
        Column("article_start", row => row.Claim.Article.Start),
        Column("article_end", row => row.Claim.Article.End),
        Column("sentence_start", row => row.Claim.Sentence.Start),
        Column("sentence_end", row => row.Claim.Sentence.End),
        Column("indicator_start", row => row.Claim.IndicatorSpan?.Start),
        Column("indicator_end", row => row.Claim.IndicatorSpan?.End),
        Column("period_from", row => row.Claim.PeriodSpan?.Start),
        Column("period_to", row => row.Claim.PeriodSpan?.End),
        Column("scope_start", row => row.Claim.ScopeSpan?.Start),
        Column("scope_end", row => row.Claim.ScopeSpan?.End),
        Column("rules", row => string.Join(' ', row.Claim.Rules)),
        Column("confidence", row => row.Claim.Confidence),
        Column("second_opinion", row => row.Claim.SecondOpinion?.Code()),
    ];

    static readonly string Insert = Statement();

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

    public static async Task InsertAsync(
        NpgsqlTransaction transaction, Run run, List<ClaimRow> rows, CancellationToken ct)
    {
        await PutNamesAsync(transaction, rows, ct);
        foreach (var chunk in rows.Chunk(RowsPerStatement))
        {
            await using var command = new NpgsqlCommand(Insert, transaction.Connection, transaction);
            command.Parameters.AddWithValue("run", run.Id);
            command.Parameters.AddWithValue("ruleset", run.Ruleset);
            foreach (var (name, cells) in Columns)
                command.Parameters.AddWithValue(name, cells(chunk));
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    static async Task PutNamesAsync(NpgsqlTransaction transaction, List<ClaimRow> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
            return;
        var scopes = rows.Where(row => row.Claim.Scope is { Length: > 0 }).Select(row => (Name: row.Claim.Scope!, Code: row.Claim.ScopeCode ?? "")).Distinct().ToList();
        await using var command = new NpgsqlCommand(PutNames, transaction.Connection, transaction);
        command.Parameters.AddWithValue("indicators", rows.Select(row => row.Claim.Indicator).OfType<string>().Where(name => name.Length > 0).Distinct().ToArray());
        command.Parameters.AddWithValue("scopes", scopes.ConvertAll(scope => scope.Name).ToArray());
        command.Parameters.AddWithValue("codes", scopes.ConvertAll(scope => scope.Code).ToArray());
        await command.ExecuteNonQueryAsync(ct);
    }

    static (string, Func<ClaimRow[], Array>) Column<T>(string name, Func<ClaimRow, T> cell) =>
        (name, rows => Array.ConvertAll(rows, row => cell(row)));

    // A claim that this very run had retired (a fact corrected and corrected back) stands again.
    static string Statement()
    {
        var names = string.Join(", ", Columns.Select(column => column.Name));
        var cells = string.Join(", ", Columns.Select(column => column.Name switch
        {
            "qualifier" or "measure" or "direction" or "status" or "second_opinion" => $"{column.Name}::claim_{column.Name}",
            "rules" => "string_to_array(rules, ' ')",
            _ => column.Name,
        }));
        var arrays = string.Join(", ", Columns.Select(column => $"@{column.Name}"));
        var changes = string.Join(", ", Columns.Where(column => column.Name is not ("document_id" or "claim_key")).Select(column => $"{column.Name} = excluded.{column.Name}"));
        return $"""
            insert into claims (first_run, ruleset, {names})
            select @run, @ruleset, {cells}
            from unnest({arrays}) as rows ({names})
            on conflict (document_id, claim_key, first_run) do update
            set retired_run = null, {changes}
            """;
    }
}

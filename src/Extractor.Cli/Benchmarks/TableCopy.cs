using System.Diagnostics;
using Dapper;
using Npgsql;

namespace Extractor.Cli.Benchmarks;

/// <summary>The rows that storing wrote, in COPY's binary form, and how long COPY alone takes to write them elsewhere.</summary>
sealed class TableCopy
{
    // In an order in which what refers comes after what it refers to. Runs, rulesets and the catalogue are there already.
    static readonly string[] Tables =
        ["documents", "document_versions", "jobs", "articles", "claims", "checks", "receipts", "indicator_names", "scope_names"];

    const string Columns = """
        select string_agg(quote_ident(column_name), ', ' order by ordinal_position)
        from information_schema.columns
        where table_schema = 'public' and table_name = @table and is_generated = 'NEVER'
        """;

    readonly List<(string Table, byte[] Rows)> _tables = [];

    public long Bytes => _tables.Sum(table => (long)table.Rows.Length);

    public static async Task<TableCopy> ReadAsync(NpgsqlDataSource db, CancellationToken ct)
    {
        var copy = new TableCopy();
        await using var connection = await db.OpenConnectionAsync(ct);
        foreach (var table in Tables)
        {
            var columns = await connection.QuerySingleAsync<string>(new(Columns, new { table }, cancellationToken: ct));
            using var rows = new MemoryStream();
            await using (var stream = await connection.BeginRawBinaryCopyAsync($"copy {table} ({columns}) to stdout (format binary)", ct))
                await stream.CopyToAsync(rows, ct);
            copy._tables.Add(($"{table} ({columns})", rows.ToArray()));
        }
        return copy;
    }

    /// <summary>One connection, one transaction, every index and constraint in place.</summary>
    public async Task<TimeSpan> WriteAsync(NpgsqlDataSource db, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var start = Stopwatch.GetTimestamp();
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var (table, rows) in _tables)
        {
            await using var stream = await connection.BeginRawBinaryCopyAsync($"copy {table} from stdin (format binary)", ct);
            await stream.WriteAsync(rows, ct);
        }
        await transaction.CommitAsync(ct);
        return Stopwatch.GetElapsedTime(start);
    }
}

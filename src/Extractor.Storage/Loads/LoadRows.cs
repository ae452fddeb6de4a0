using System.Globalization;
using Extractor.Core.Checks;
using Extractor.Storage.Claims;
using Extractor.Storage.Documents;
using Extractor.Storage.Runs;
using Npgsql;
using NpgsqlTypes;

namespace Extractor.Storage.Loads;

/// <summary>The rows of documents that nobody has stored before, written by COPY.</summary>
static class LoadRows
{
    static readonly NpgsqlDbType[] DocumentTypes =
        [NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Bytea, NpgsqlDbType.Bytea, NpgsqlDbType.TimestampTz];

    static readonly NpgsqlDbType[] VersionTypes =
        [NpgsqlDbType.Uuid, NpgsqlDbType.Bytea, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Date, NpgsqlDbType.TimestampTz];

    static readonly NpgsqlDbType[] ArticleTypes =
        [NpgsqlDbType.Uuid, NpgsqlDbType.Integer, NpgsqlDbType.Integer, NpgsqlDbType.Integer, NpgsqlDbType.Integer, NpgsqlDbType.Integer];

    // A label of an enum travels as its text.
    static readonly NpgsqlDbType[] CheckTypes =
    [
        NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Integer, NpgsqlDbType.Unknown, NpgsqlDbType.Unknown, NpgsqlDbType.Array | NpgsqlDbType.Uuid,
        NpgsqlDbType.Numeric, NpgsqlDbType.Numeric, NpgsqlDbType.Numeric, NpgsqlDbType.Text, NpgsqlDbType.Text,
    ];

    static readonly NpgsqlDbType[] ReceiptTypes =
    [
        NpgsqlDbType.Uuid, NpgsqlDbType.Integer, NpgsqlDbType.Bytea, NpgsqlDbType.Text, NpgsqlDbType.Bytea, NpgsqlDbType.Integer, NpgsqlDbType.Integer, NpgsqlDbType.TimestampTz,
    ];

    /// <param name="first">When the first of them came in; each of the others a microsecond after the one before, so that their order is kept.</param>
    public static async Task WriteAsync(
        NpgsqlTransaction transaction, Run run, IReadOnlyList<(Document Document, Findings Findings)> read, DateTime first, CancellationToken ct)
    {
        Task CopyAsync(string into, NpgsqlDbType[] types, IEnumerable<object?[]> rows) => LoadRows.CopyAsync(transaction.Connection!, into, types, rows, ct);
        await CopyAsync("documents (document_id, source, uri, name, version, text_hash, created_at)", DocumentTypes,
            read.Select((one, i) => new object?[] { one.Document.Id, one.Document.Source, one.Document.Uri, one.Document.Facts.Document, one.Document.Version, one.Document.TextHash, first.AddMicroseconds(i) }));
        await CopyAsync("document_versions (document_id, version, text, publication, region, published, received_at)", VersionTypes,
            read.Select((one, i) => new object?[] { one.Document.Id, one.Document.Version, one.Document.Text, one.Document.Facts.Publication, one.Document.Facts.Region, one.Document.Facts.Published, first.AddMicroseconds(i) }));
        await CopyAsync("articles (document_id, span_start, span_end, headline_start, headline_end, first_run)", ArticleTypes,
            from one in read
            from article in one.Findings.Articles
            select new object?[] { one.Document.Id, article.Span.Start, article.Span.End, article.Headline?.Start, article.Headline?.End, run.Id });
        await ClaimRows.WriteAsync(transaction, run, [.. read.SelectMany(one => one.Findings.Claims)], new HashSet<Guid>(), ct);
        await CopyAsync("checks (document_id, check_key, first_run, kind, outcome, claim_keys, expected, found, tolerance, unit, explanation)", CheckTypes,
            from one in read
            from row in one.Findings.Checks
            select new object?[] { row.Document, row.Key, run.Id, row.Check.Kind.Code(), row.Check.Outcome.Code(), row.Claims, Number(row.Check.Expected), Number(row.Check.Found), Number(row.Check.Tolerance), row.Check.Unit, row.Check.Explanation });
        await CopyAsync("receipts (document_id, run_id, version, ruleset, digest, articles, claims, stored_at)", ReceiptTypes,
            read.Select(one => new object?[] { one.Document.Id, run.Id, one.Document.Version, run.Ruleset, one.Findings.Digest, one.Findings.Articles.Count, one.Findings.Claims.Count, first }));
    }

    static async Task CopyAsync(NpgsqlConnection connection, string into, NpgsqlDbType[] types, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        await using var importer = await connection.BeginBinaryImportAsync($"copy {into} from stdin (format binary)", ct);
        foreach (var row in rows)
        {
            await importer.StartRowAsync(ct);
            for (var i = 0; i < row.Length; i++)
                if (row[i] is { } cell)
                    await importer.WriteAsync(cell, types[i], ct);
                else
                    await importer.WriteNullAsync(ct);
        }
        await importer.CompleteAsync(ct);
    }

    static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}

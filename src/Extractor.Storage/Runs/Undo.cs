using Dapper;
using Npgsql;

namespace Extractor.Storage.Runs;

/// <summary>Takes back what a re-extraction that readers have not seen has written: of one document, or of all.</summary>
static class Undo
{
    static readonly string Whole = Sql("");
    static readonly string OfDocument = Sql(" and document_id = @document");

    static string Sql(string and) => $"""
        delete from checks where first_run = @run{and};
        update checks set retired_run = null where retired_run = @run{and};
        delete from claims where first_run = @run{and};
        update claims set retired_run = null where retired_run = @run{and};
        delete from articles where first_run = @run{and};
        update articles set retired_run = null where retired_run = @run{and};
        delete from receipts where run_id = @run and previous_run is null{and};
        update receipts
        set run_id = previous_run, version = previous_version, ruleset = previous_ruleset, digest = previous_digest,
            articles = previous_articles, claims = previous_claims, stored_at = previous_stored_at,
            previous_run = null, previous_version = null, previous_ruleset = null, previous_digest = null,
            previous_articles = null, previous_claims = null, previous_stored_at = null
        where run_id = @run{and};
        """;

    public static Task RunAsync(NpgsqlTransaction transaction, int run, Guid? document, CancellationToken ct) =>
        transaction.Connection!.ExecuteAsync(new(
            document is null ? Whole : OfDocument, new { run, document }, transaction, commandTimeout: 3600, cancellationToken: ct));
}

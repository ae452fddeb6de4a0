using System.Globalization;
using Dapper;
using Extractor.Core.Checks;
using Extractor.Core.Claims;
using Extractor.Storage.Claims;
using Extractor.Storage.Runs;
using Npgsql;

namespace Extractor.Storage.Checks;

/// <summary>A check with what tells it apart, and the keys of the claims that it ties.</summary>
sealed record CheckRow(Guid Document, Check Check, Guid[] Claims)
{
    public Guid Key { get; } = ClaimIdentity.Key(Check, Claims);
}

/// <summary>The table <c>checks</c>. As of claims, only differences are written.</summary>
static class CheckStore
{
    const string Retire = """
        update checks c
        set retired_run = @run
        where c.document_id = any(@documents) and c.retired_run is null
          and not exists (
            select from unnest(@of, @keys) as kept (document_id, check_key)
            where kept.document_id = c.document_id and kept.check_key = c.check_key)
        """;

    // The keys of a check's claims travel joined: arrays of arrays must be rectangular in PostgreSQL.
    const string Insert = """
        insert into checks (document_id, first_run, check_key, kind, outcome, claim_keys, expected, found, tolerance, unit, explanation)
        select document_id, @run, key, kind::check_kind, outcome::check_outcome, string_to_array(claims, ' ')::uuid[], expected, found, tolerance, unit, explanation
        from unnest(@of, @keys, @kinds, @outcomes, @claims, @expected, @found, @tolerances, @units, @explanations)
             as rows (document_id, key, kind, outcome, claims, expected, found, tolerance, unit, explanation)
        where not exists (select from checks c where c.document_id = rows.document_id and c.check_key = rows.key and c.retired_run is null and c.document_id = any(@of))
        on conflict (document_id, check_key, first_run) do update
        set retired_run = null
        """;

    /// <param name="again">Documents that were read before, also those that have no checks any more.</param>
    public static async Task PutAsync(NpgsqlTransaction transaction, Run run, Guid[] again, List<CheckRow> rows, CancellationToken ct)
    {
        if (again.Length > 0)
            await transaction.Connection!.ExecuteAsync(new(Retire, new
            {
                run = run.Id, documents = again, of = rows.ConvertAll(row => row.Document), keys = rows.ConvertAll(row => row.Key),
            }, transaction, cancellationToken: ct));
        if (rows.Count == 0)
            return;
        await transaction.Connection!.ExecuteAsync(new(Insert, new
        {
            run = run.Id,
            of = rows.Select(row => row.Document).ToArray(),
            keys = rows.Select(row => row.Key).ToArray(),
            kinds = rows.Select(row => row.Check.Kind.Code()).ToArray(),
            outcomes = rows.Select(row => row.Check.Outcome.Code()).ToArray(),
            claims = rows.Select(row => string.Join(' ', row.Claims)).ToArray(),
            expected = rows.Select(row => Number(row.Check.Expected)).ToArray(),
            found = rows.Select(row => Number(row.Check.Found)).ToArray(),
            tolerances = rows.Select(row => Number(row.Check.Tolerance)).ToArray(),
            units = rows.Select(row => row.Check.Unit).ToArray(),
            explanations = rows.Select(row => row.Check.Explanation).ToArray(),
        }, transaction, cancellationToken: ct));
    }

    static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}

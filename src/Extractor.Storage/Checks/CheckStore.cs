using System.Globalization;
using Dapper;
using Extractor.Core.Checks;
using Extractor.Core.Claims;
using Extractor.Storage.Claims;
using Extractor.Storage.Runs;
using Npgsql;

namespace Extractor.Storage.Checks;

/// <summary>A check with what tells it apart, and the keys of the claims that it ties.</summary>
sealed record CheckRow(Check Check, Guid[] Claims)
{
    public Guid Key { get; } = ClaimIdentity.Key(Check, Claims);

    /// <summary>The checks of an extraction, each once.</summary>
    public static List<CheckRow> Of(Extraction extraction)
    {
        var keys = new Dictionary<int, Guid>();
        Guid Key(int index) => keys.TryGetValue(index, out var key) ? key : keys[index] = ClaimIdentity.Key(extraction.Claims[index]);
        return extraction.Checks.Select(check => new CheckRow(check, [.. check.Claims.Select(Key)])).DistinctBy(row => row.Key).ToList();
    }
}

/// <summary>The table <c>checks</c>. As of claims, only differences are written.</summary>
static class CheckStore
{
    const string Retire = """
        update checks set retired_run = @run
        where document_id = @document and retired_run is null and check_key <> all(@keys)
        """;

    // The keys of a check's claims travel joined: arrays of arrays must be rectangular in PostgreSQL.
    const string Insert = """
        insert into checks (document_id, first_run, check_key, kind, outcome, claim_keys, expected, found, tolerance, unit, explanation)
        select @document, @run, key, kind::check_kind, outcome::check_outcome, string_to_array(claims, ' ')::uuid[], expected, found, tolerance, unit, explanation
        from unnest(@keys, @kinds, @outcomes, @claims, @expected, @found, @tolerances, @units, @explanations)
             as rows (key, kind, outcome, claims, expected, found, tolerance, unit, explanation)
        where not exists (select from checks c where c.document_id = @document and c.check_key = rows.key and c.retired_run is null)
        on conflict (document_id, check_key, first_run) do update
        set retired_run = null
        """;

    public static async Task PutAsync(NpgsqlTransaction transaction, Run run, Guid document, List<CheckRow> rows, CancellationToken ct)
    {
        var connection = transaction.Connection!;
        var keys = rows.Select(row => row.Key).ToArray();
        await connection.ExecuteAsync(new(Retire, new { document, run = run.Id, keys }, transaction, cancellationToken: ct));
        if (rows.Count == 0)
            return;
        await connection.ExecuteAsync(new(Insert, new
        {
            document,
            run = run.Id,
            keys,
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

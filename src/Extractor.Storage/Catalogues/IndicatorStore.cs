using Dapper;
using Extractor.Core.Catalogues;
using Npgsql;

namespace Extractor.Storage.Catalogues;

/// <summary>The dimension table <c>indicators</c>.</summary>
static class IndicatorStore
{
    // Arrays of arrays must be rectangular in PostgreSQL, so the lists travel joined.
    const string Put = """
        insert into indicators (indicator_id, name, english, aliases, units, kind)
        select id, name, english, string_to_array(aliases, '|'), string_to_array(units, '|'), kind
        from unnest(@ids, @names, @english, @aliases, @units, @kinds) as rows (id, name, english, aliases, units, kind)
        on conflict (indicator_id) do update
        set name = excluded.name, english = excluded.english, aliases = excluded.aliases, units = excluded.units, kind = excluded.kind
        where (indicators.name, indicators.english, indicators.aliases, indicators.units, indicators.kind)
              is distinct from (excluded.name, excluded.english, excluded.aliases, excluded.units, excluded.kind)
        """;

    /// <summary>Brings the table up to the catalogue. An id that it no longer has stays, for claims may still name it.</summary>
    public static Task PutAsync(NpgsqlTransaction transaction, Catalogue catalogue, CancellationToken ct)
    {
        var entries = catalogue.Entries;
        return transaction.Connection!.ExecuteAsync(new(Put, new
        {
            ids = entries.Select(entry => entry.Id).ToArray(),
            names = entries.Select(entry => entry.Name).ToArray(),
            english = entries.Select(entry => entry.English).ToArray(),
            aliases = entries.Select(entry => string.Join('|', entry.Aliases)).ToArray(),
            units = entries.Select(entry => string.Join('|', entry.Units)).ToArray(),
            kinds = entries.Select(entry => Code(entry.Kind)).ToArray(),
        }, transaction, cancellationToken: ct));
    }

    static string Code(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Stock => "stock",
        IndicatorKind.Flow => "flow",
        IndicatorKind.Rate => "rate",
        IndicatorKind.Index => "index",
        _ => "price",
    };
}

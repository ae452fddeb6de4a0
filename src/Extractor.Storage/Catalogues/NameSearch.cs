using Dapper;
using Npgsql;

namespace Extractor.Storage.Catalogues;

/// <summary>Finds names of indicators and scopes by the words in them: the tables <c>indicator_names</c> and <c>scope_names</c>.</summary>
static class NameSearch
{
    /// <summary>More names than these are not told apart.</summary>
    public const int Most = 2000;

    // The index over bigrams knows no single characters; «like» makes sure of the order of the pairs.
    const string Indicators = """
        select name from indicator_names
        where bigrams(name) @> bigrams(@word) and name ilike @pattern
        limit @limit
        """;

    const string Scopes = """
        select distinct name from scope_names
        where bigrams(name) @> bigrams(@word) and name ilike @pattern
        """;

    /// <param name="limit">One more than <see cref="Most"/> where all are not needed.</param>
    public static async Task<string[]> IndicatorsAsync(NpgsqlConnection connection, string word, CancellationToken ct, int? limit = Most + 1) =>
        [.. await connection.QueryAsync<string>(new(Indicators, new { word, pattern = Conditions.Like(word), limit }, cancellationToken: ct))];

    public static async Task<string[]> ScopesAsync(NpgsqlConnection connection, string word, CancellationToken ct) =>
        [.. await connection.QueryAsync<string>(new(Scopes, new { word, pattern = Conditions.Like(word) }, cancellationToken: ct))];
}

using Dapper;
using Npgsql;

namespace Extractor.Storage.Catalogues;

/// <summary>Finds names of indicators and scopes by the words in them: the tables <c>indicator_names</c> and <c>scope_names</c>.</summary>
static class NameSearch
{
    // The index over bigrams knows no single characters; «like» makes sure of the order of the pairs.
    const string Indicators = """
        select name from indicator_names
        where bigrams(name) @> bigrams(@word) and name ilike @pattern
        """;

    const string Scopes = """
        select distinct name from scope_names
        where bigrams(name) @> bigrams(@word) and name ilike @pattern
        """;

    public static async Task<string[]> IndicatorsAsync(NpgsqlConnection connection, string word, CancellationToken ct) =>
        [.. await connection.QueryAsync<string>(new(Indicators, new { word, pattern = Conditions.Like(word) }, cancellationToken: ct))];

    public static async Task<string[]> ScopesAsync(NpgsqlConnection connection, string word, CancellationToken ct) =>
        [.. await connection.QueryAsync<string>(new(Scopes, new { word, pattern = Conditions.Like(word) }, cancellationToken: ct))];
}

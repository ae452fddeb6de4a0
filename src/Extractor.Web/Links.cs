using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Extractor.Web;

/// <summary>Addresses that stay: ids come from where a document came from and what a claim says, never from a counter.</summary>
static class Links
{
    const string Root = "/api/v1";

    public static string Document(Guid id) => $"{Root}/documents/{id}";

    public static string Claim(Guid document, Guid key) => $"{Root}/documents/{document}/claims/{key}";

    public static string Job(long id) => FormattableString.Invariant($"{Root}/jobs/{id}");

    public static string Run(int id) => FormattableString.Invariant($"{Root}/runs/{id}");

    public static string Claims(params ReadOnlySpan<(string Name, string? Value)> filters) => $"{Root}/claims{Query(filters)}";

    public static string Series(params ReadOnlySpan<(string Name, string? Value)> filters) => $"{Root}/series{Query(filters)}";

    static QueryString Query(ReadOnlySpan<(string Name, string? Value)> filters)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in filters)
            if (value is not null)
                query.Add(name, value);
        return query.ToQueryString();
    }
}

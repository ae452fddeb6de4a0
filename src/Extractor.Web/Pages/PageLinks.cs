using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Extractor.Web.Pages;

/// <summary>Addresses of pages. Names travel in the query, where any sign may stand in them.</summary>
static class PageLinks
{
    public static string To(string path, params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in values)
            if (!string.IsNullOrEmpty(value))
                query.Add(name, value);
        return path + query.ToQueryString();
    }

    public static string Claim(Guid document, Guid key) => $"/documents/{document}?claim={key}#c-{key}";

    public static string Document(Guid id) => $"/documents/{id}";

    public static string Indicator(string? id, string name) => To("/indicator", ("name", id ?? name));

    /// <summary>One series of an indicator; <c>-</c> says that there is no scope or basis.</summary>
    public static string Series(string? id, string name, string? scope, string measure, string unit, string? basis, string status) => To("/indicator",
        ("name", id ?? name), ("scope", scope ?? "-"), ("measure", measure), ("unit", unit), ("basis", basis ?? "-"), ("status", status));

    public static string Place(string name, string? code) => To("/place", ("name", code ?? name));

    public static string Publication(string name) => To("/publication", ("name", name));

    public static string Run(int id) => string.Create(CultureInfo.InvariantCulture, $"/runs/{id}");

    /// <summary>The page's own language switch; from the answer to a form back to the form.</summary>
    public static string InLanguage(HttpRequest request, string code)
    {
        var values = request.Query.Where(pair => pair.Key != "lang").Select(pair => (pair.Key, (string?)pair.Value.ToString())).Append(("lang", code));
        return To(HttpMethods.IsGet(request.Method) ? request.Path : "/" + request.Path.Value?.Split('/').ElementAtOrDefault(1), [.. values]);
    }
}

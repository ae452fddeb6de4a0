using Extractor.Core.Catalogues;

namespace Extractor.Storage.Catalogues;

/// <summary>What a claim (c) or a point of a series speaks of, as people ask for it.</summary>
static class Subject
{
    const int CodeLength = 6;

    /// <summary>An id, a name that the catalogue knows, or the words of a page.</summary>
    public static void Add(Conditions conditions, string indicator, Catalogue catalogue, string words = "c.indicator")
    {
        if (catalogue.ById(indicator) is not null)
            conditions.If(indicator, "indicator", "c.indicator_id = @indicator");
        else if (catalogue.Find(indicator) is { } entry)
            conditions.With("indicator_id", entry.Id).If(indicator, "indicator", $"(c.indicator_id = @indicator_id or {words} = @indicator)");
        else
            conditions.If(indicator, "indicator", $"{words} = @indicator");
    }

    public static void AddScope(Conditions conditions, string scope)
    {
        if (scope.Length == CodeLength && scope.All(char.IsAsciiDigit))
            // The index is over names; the code tells those of the same name apart.
            conditions.If(scope, "scope", "c.scope = any(array(select name from scope_names where code = @scope)) and c.scope_code = @scope");
        else
            conditions.If(scope, "scope", "c.scope = @scope");
    }
}

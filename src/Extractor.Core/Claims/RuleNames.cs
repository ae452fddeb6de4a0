using System.Collections.Concurrent;

namespace Extractor.Core.Claims;

/// <summary>The names by which claims say which rule made a field (period:paragraph): some dozens, each made once and not for every claim.</summary>
sealed class RuleNames(string field)
{
    readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);

    public string Of(string rule) => _names.TryGetValue(rule, out var name) ? name : _names.GetOrAdd(rule, field + ":" + rule);
}

using System.Collections.Frozen;

namespace Extractor.Web.Pages.Words;

/// <summary>The words of the pages: <c>labels.tsv</c>, a key and both languages a row.</summary>
static class Labels
{
    static readonly FrozenDictionary<string, (string Chinese, string English)> s_labels =
        WordFile.Read("labels.tsv", 3).ToFrozenDictionary(row => row[0], row => (row[1], row[2]));

    public static IEnumerable<string> Keys => s_labels.Keys;

    public static bool Has(string key) => s_labels.ContainsKey(key);

    /// <exception cref="KeyNotFoundException">No row has this key.</exception>
    public static string In(Language language, string key)
    {
        if (!s_labels.TryGetValue(key, out var label))
            throw new KeyNotFoundException($"labels.tsv has no row for {key}");
        return language == Language.English ? label.English : label.Chinese;
    }
}

using System.Collections.Frozen;

namespace Extractor.Web.Pages.Words;

/// <summary>Units as people write them: <c>units.tsv</c>. A code without a row, such as a counter, is shown as it is.</summary>
static class UnitNames
{
    static readonly FrozenDictionary<string, (string Chinese, string English)> s_units =
        WordFile.Read("units.tsv", 3).ToFrozenDictionary(row => row[0], row => (row[1], row[2]));

    static readonly FrozenDictionary<string, string> s_codes =
        s_units.SelectMany(unit => new[] { (Name: unit.Value.Chinese, Code: unit.Key), (Name: unit.Value.English, Code: unit.Key) })
            .DistinctBy(unit => unit.Name).ToFrozenDictionary(unit => unit.Name, unit => unit.Code);

    /// <summary><c>CNY/t</c> → 元/吨, <c>{件}</c> → 件, <c>1</c> → nothing.</summary>
    public static string In(Language language, string code) => string.Join('/', code.Split('/').Select(part => One(language, part)));

    /// <summary>The code of what a person typed; what has no row is taken for a code.</summary>
    public static string Code(string name) => s_codes.GetValueOrDefault(name, name);

    static string One(Language language, string code)
    {
        if (s_units.TryGetValue(code, out var name))
            return language == Language.English ? name.English : name.Chinese;
        return code == "1" ? "" : code.Trim('{', '}');
    }
}

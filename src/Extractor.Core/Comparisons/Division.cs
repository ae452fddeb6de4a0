using Extractor.Core.Scopes;

namespace Extractor.Core.Comparisons;

/// <summary>Where a scope lies.</summary>
/// <param name="Prefix">Of all codes within it: empty for 全国, 54 for 西藏自治区, 5406 for 那曲市; null for what lies nowhere known.</param>
/// <param name="IsWhole">Whether it is the division itself and not an organisation or village in it.</param>
readonly record struct Division(string? Prefix, bool IsWhole)
{
    public static Division Of(string name, string? code)
    {
        if (name == Place.China.Name)
            return new("", true);
        if (code is { Length: 6 })
            return new(Shortest(code), true);
        var gazetteer = Gazetteer.Default;
        if (gazetteer.FindLast(name) is { Code: { } known } place)
            return new(known, place.FullCode is not null);
        // 那曲市人民医院, 西藏自治区邮政管理局: a name that begins with its place.
        return gazetteer.Match(name, null, out var first) > 0 && first.Code is { } within ? new(within, false) : new(null, false);
    }

    static string Shortest(string code) => code.EndsWith("0000", StringComparison.Ordinal) ? code[..2] : code.EndsWith("00", StringComparison.Ordinal) ? code[..4] : code;
}

using Extractor.Core.Quantities;

namespace Extractor.Core.Catalogues;

/// <summary>The units that fit an indicator, by the words of its row: a kind (money), a group (mass), a code (kW.h, {件}), or one of these per anything (money/*).</summary>
sealed class UnitFit
{
    static readonly Dictionary<string, string[]> Groups = new()
    {
        ["mass"] = ["t", "kg", "g", "mg", "ug", "{斤}", "{担}"],
        ["area"] = ["m2", "km2", "har", "{亩}", "{亩次}", "{亩茬}"],
        ["length"] = ["km", "m", "cm", "mm", "{里}", "[nmi_i]"],
        ["volume"] = ["m3", "L", "mL"],
        ["energy"] = ["kW.h", "MW.h", "J", "GJ"],
        ["power"] = ["kW", "MW", "GW", "W", "kV.A"],
    };

    readonly HashSet<UnitKind> _kinds = [], _rateKinds = [];
    readonly HashSet<string> _codes = [], _rateCodes = [];

    /// <summary>Whether a level is a proportion, so that it changes by points.</summary>
    public bool IsProportion => _kinds.Contains(UnitKind.Proportion) || _codes.Contains("%");

    /// <returns>Null, or the first word that is no unit.</returns>
    public static string? TryParse(IEnumerable<string> words, out UnitFit fit)
    {
        fit = new();
        foreach (var word in words)
        {
            var isRate = word.EndsWith("/*", StringComparison.Ordinal);
            var name = isRate ? word[..^2] : word;
            if (Enum.TryParse<UnitKind>(name, ignoreCase: true, out var kind) && char.IsAsciiLetterLower(name[0]))
                (isRate ? fit._rateKinds : fit._kinds).Add(kind);
            else if (Groups.TryGetValue(name, out var codes))
                (isRate ? fit._rateCodes : fit._codes).UnionWith(codes);
            else if (IsCode(name))
                (isRate ? fit._rateCodes : fit._codes).Add(name);
            else
                return word;
        }
        return null;
    }

    public bool Fits(Unit unit)
    {
        var per = unit.Code.IndexOf('/');
        return per < 0
            ? _kinds.Contains(unit.Kind) || _codes.Contains(unit.Code)
            : _codes.Contains(unit.Code) || _rateKinds.Contains(unit.Kind) || _rateCodes.Contains(unit.Code[..per]);
    }

    static bool IsCode(string name) => name.Split('/') is { Length: <= 2 } parts && parts.All(part =>
        part is ['{', _, .., '}'] || UnitLexicon.Default.Codes.Contains(part));
}

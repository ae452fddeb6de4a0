using Extractor.Core.Quantities;

namespace Extractor.Core.Comparisons;

/// <summary>The Chinese word for a unit's code, where the page prints none: CNY → 元, {person} → 人, CNY/t → 元/吨.</summary>
static class UnitText
{
    public static string Words(string code) => code switch
    {
        "1" => "",
        "pp" => "个百分点",
        "bp" => "个基点",
        _ when code.IndexOf('/') is > 0 and var slash && code[0] != '{' && UnitLexicon.Default.Surface(code) is null => $"{Words(code[..slash])}/{Words(code[(slash + 1)..])}",
        _ => UnitLexicon.Default.Surface(code) ?? code.Trim('{', '}'),
    };
}
